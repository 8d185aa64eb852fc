import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { Chart } from '#ui/Chart.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { call } from '#ui/call.ts';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { caseRelations, caseRelationWords, whyNotWithCase } from '../case-model.ts';
import { sexes, sexWords } from '../client-model.ts';
import {
  addKin,
  addTie,
  type CasePicture,
  type Figure,
  readCasePicture,
  takeOutOfPicture,
} from '../picture-api.ts';
import {
  tieFlows,
  tieFlowWords,
  tieKinds,
  tieKindWords,
  tieStrengths,
  tieStrengthWords,
} from '../picture-model.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { drawEcomap, drawGenogram } from './shown/draw-picture.ts';
import { Folded } from './shown/Folded.tsx';

export function loader(args: PageArgs) {
  return call(readCasePicture, { id: partOf(args, 'id') }, { signal: args.request.signal });
}

/** ジェノグラム and エコマップ, drawn from what is written; a table says the same. */
export function Component() {
  const picture = useLoaderData<typeof loader>();
  const { family, ties } = picture;
  const names = new Map(family.map(({ id, name }) => [id, name]));
  const whose = (client: string | null) =>
    client === null ? m.cases_whole_household() : (names.get(client) ?? m.cases_name_hidden());
  return (
    <>
      <CaseHeader
        shown={picture}
        part={m.cases_picture_summary()}
        lead={m.cases_picture_lead()}
        actions={<Button onPress={() => window.print()}>{m.cases_print()}</Button>}
      />
      <Section heading={m.cases_genogram()}>
        <Chart
          title={m.cases_genogram_title()}
          summary={m.cases_genogram_says({ n: family.length })}
          svg={drawGenogram(family)}
          columns={[
            m.cases_label_member(),
            m.cases_label_relation(),
            m.cases_label_sex(),
            m.cases_label_lives_in(),
            m.cases_label_died(),
          ]}
          rows={family.map(describeFigure)}
        />
        <p>{m.cases_genogram_legend()}</p>
        <TakeOut
          what="kin"
          rows={family.filter(({ member }) => !member).map(({ id, name }) => ({ id, label: name ?? '' }))}
        />
        <KinForm picture={picture} />
      </Section>
      <Section heading={m.cases_ecomap()}>
        {ties.length === 0 ? (
          <EmptyState says={m.cases_ties_empty()} />
        ) : (
          <Chart
            title={m.cases_ecomap_title()}
            summary={m.cases_ecomap_says({ n: ties.length })}
            svg={drawEcomap(picture)}
            columns={[
              m.cases_label_tie(),
              m.cases_label_tie_kind(),
              m.cases_label_person(),
              m.cases_label_strength(),
              m.cases_label_flow(),
            ]}
            rows={ties.map((tie) => [
              tie.called,
              tieKindWords[tie.kind](),
              whose(tie.client_id),
              tieStrengthWords[tie.strength](),
              tieFlowWords[tie.flow](),
            ])}
          />
        )}
        <p>{m.cases_ecomap_legend()}</p>
        <TakeOut what="tie" rows={ties.map(({ id, called }) => ({ id, label: called }))} />
        <TieForm picture={picture} />
      </Section>
    </>
  );
}

function describeFigure({ name, relation, sex, lives_in, died }: Figure): string[] {
  return [
    name ?? m.cases_name_hidden(),
    caseRelationWords[relation](),
    sexWords[sex](),
    lives_in ? m.cases_yes() : m.cases_no(),
    died ? m.cases_yes() : m.cases_no(),
  ];
}

function TakeOut({ what, rows }: { what: 'kin' | 'tie'; rows: readonly { id: string; label: string }[] }) {
  if (rows.length === 0) return null;
  return (
    <Folded summary={m.cases_picture_out_summary()}>
      <ul className="grid gap-3">
        {rows.map(({ id, label }) => (
          <li key={id}>
            <CommandButton op={takeOutOfPicture} input={{ id, what }}>
              {m.cases_take_out({ label })}
            </CommandButton>
          </li>
        ))}
      </ul>
    </Folded>
  );
}

function whyNot({ own, open, holder_name }: CasePicture): string | null {
  return whyNotWithCase('picture', { own, holder_name, state: open ? 'active' : 'ended' });
}

function KinForm({ picture }: { picture: CasePicture }) {
  if (whyNot(picture) !== null) return null;
  return (
    <Folded summary={m.cases_kin_summary()}>
      <Form
        op={addKin}
        keeps
        mints="id"
        also={{ case_id: picture.id }}
        submit={m.cases_add()}
        doneSays={m.cases_added()}
      >
        <TextField
          name="called"
          label={m.cases_label_kin_called()}
          hint={m.cases_kin_hint()}
          required
          maxLength={30}
        />
        <SelectField
          name="relation"
          label={m.cases_label_relation()}
          required
          emptyLabel={m.cases_choose()}
          choices={caseRelations
            .filter((value) => value !== 'self')
            .map((value) => ({ value, label: caseRelationWords[value]() }))}
        />
        <RadioGroup
          name="sex"
          label={m.cases_label_sex()}
          inline
          choices={sexes.map((value) => ({ value, label: sexWords[value]() }))}
        />
        <Checkbox name="lives_in" label={m.cases_label_lives_in()} />
        <Checkbox name="died" label={m.cases_label_died()} />
      </Form>
    </Folded>
  );
}

function TieForm({ picture }: { picture: CasePicture }) {
  if (whyNot(picture) !== null) return null;
  return (
    <Folded summary={m.cases_tie_summary()}>
      <Form
        op={addTie}
        keeps
        mints="id"
        also={{ case_id: picture.id }}
        submit={m.cases_add()}
        doneSays={m.cases_added()}
      >
        <TextField
          name="called"
          label={m.cases_label_tie()}
          hint={m.cases_tie_hint()}
          required
          maxLength={40}
        />
        <SelectField
          name="kind"
          label={m.cases_label_tie_kind()}
          required
          emptyLabel={m.cases_choose()}
          choices={tieKinds.map((value) => ({ value, label: tieKindWords[value]() }))}
        />
        <SelectField
          name="client_id"
          label={m.cases_label_person()}
          emptyLabel={m.cases_whole_household()}
          choices={picture.family
            .filter(({ member }) => member)
            .map(({ id, name }) => ({ value: id, label: name ?? '' }))}
        />
        <RadioGroup
          name="strength"
          label={m.cases_label_strength()}
          required
          choices={tieStrengths.map((value) => ({ value, label: tieStrengthWords[value]() }))}
        />
        <RadioGroup
          name="flow"
          label={m.cases_label_flow()}
          required
          choices={tieFlows.map((value) => ({ value, label: tieFlowWords[value]() }))}
        />
      </Form>
    </Folded>
  );
}
