import { useLoaderData, useNavigate } from 'react-router';
import { listBodies } from '#domains/parties/api.ts';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { CheckboxGroup } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { saying } from '#ui/saying.ts';
import { listLawfulBases, provide } from '../api.ts';
import { facets, facetWords, type LawfulBasis, tellingWords } from '../model.ts';
import { WholePreview } from './shown/WholePreview.tsx';
import { writeBasis } from './shown/wording.ts';

export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [{ bases }, { bodies }] = await Promise.all([
    call(listLawfulBases, {}, options),
    call(listBodies, {}, options),
  ]);
  return { bases, bodies };
}

/** Gives facets of all that one's own body holds to another body, on a basis that fits the two. */
export function Component() {
  const { bases, bodies } = useLoaderData<typeof loader>();
  const { current, today } = useMe();
  const navigate = useNavigate();
  const own = bodies.find(({ id }) => id === current?.body.id);
  const fitting = bases.filter((basis) => basis.from_kind === own?.kind && isOpen(basis, today));
  const receivers = bodies.filter(
    ({ id, kind }) => id !== own?.id && fitting.some(({ to_kind }) => to_kind === kind),
  );
  const kindOf = (body: unknown) => bodies.find(({ id }) => id === body)?.kind;
  return (
    <>
      <PageHeader
        title={m.consent_provide_summary()}
        trail={[{ label: m.consent_list_title(), to: '/provisions' }]}
        lead={m.consent_provide_lead({ holder: own?.name ?? '' })}
      />
      <Form
        op={provide}
        keeps
        mints="id"
        initial={{ starts_on: today }}
        submit={m.consent_provide_submit()}
        cannotSubmit={receivers.length === 0 ? m.consent_provide_nobody() : undefined}
        beside={
          <ButtonLink look="text" to="/provisions">
            {m.consent_leave()}
          </ButtonLink>
        }
        done={() => navigate('/provisions', saying(m.consent_provided()))}
      >
        {(typed) => (
          <>
            <SelectField
              name="receiver_id"
              label={m.consent_receiver()}
              required
              width="full"
              choices={receivers.map(({ id, name }) => ({ value: id, label: name }))}
            />
            <CheckboxGroup
              name="facets"
              label={m.consent_facets()}
              hint={m.consent_facets_hint()}
              required
              choices={facets.map((value) => ({ value, label: facetWords[value]() }))}
            />
            <Bases bases={fitting.filter(({ to_kind }) => to_kind === kindOf(typed.receiver_id))} />
            <DateField name="starts_on" label={m.consent_starts_on()} required />
            <DateField name="ends_on" label={m.consent_ends_on()} hint={m.consent_ends_on_hint()} />
            <WholePreview typed={typed} bases={fitting} holder={own?.name ?? ''} receivers={receivers} />
          </>
        )}
      </Form>
    </>
  );
}

/** What is decided for each person by name cannot be given for all at once. */
function isOpen({ each_person, starts_on, ends_on }: LawfulBasis, today: string): boolean {
  return !each_person && starts_on <= today && (ends_on === null || ends_on >= today);
}

function Bases({ bases }: { bases: readonly LawfulBasis[] }) {
  if (bases.length === 0) return <p>{m.consent_bases_after_receiver()}</p>;
  return (
    <RadioGroup
      name="basis_id"
      label={m.consent_basis()}
      hint={m.consent_bases_hint()}
      required
      choices={bases.map((basis) => ({
        value: basis.id,
        label: writeBasis(basis),
        hint: m.consent_basis_says({ law: basis.law, told: tellingWords[basis.told]() }),
      }))}
    />
  );
}
