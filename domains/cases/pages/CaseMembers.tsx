import { useLoaderData, useRevalidator } from 'react-router';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { changeCaseMember, listColleagues, nameCase, nameCaseWorker } from '../acts-api.ts';
import { addCaseMember } from '../case-api.ts';
import { caseRelations, caseRelationWords } from '../case-model.ts';
import { listClients } from '../client-api.ts';
import { CaseHeader } from './shown/CaseHeader.tsx';
import { Folded } from './shown/Folded.tsx';
import { Members } from './shown/Members.tsx';
import { openCase } from './shown/open-case.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [shown, { clients }, { colleagues }] = await Promise.all([
    openCase(args),
    call(listClients, { limit: 200 }, options),
    call(listColleagues, {}, options),
  ]);
  return { shown, clients, colleagues };
}

const relationChoices = caseRelations.map((value) => ({ value, label: caseRelationWords[value]() }));

/** Who the case is about, and who works on it. */
export function Component() {
  const { shown, clients, colleagues } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const { revalidate } = useRevalidator();
  const { id, members } = shown;
  const inside = new Set(members.map(({ client_id }) => client_id));
  return (
    <>
      <CaseHeader shown={shown} part={m.cases_members_change()} />
      <Section heading={m.cases_label_members()}>
        <Members shown={shown} />
        {members.map(({ client_id, name, relation, lives_in, left_on }) => (
          <Folded key={client_id} summary={m.cases_member_change({ name: name ?? '' })}>
            <Form
              op={changeCaseMember}
              also={{
                case_id: id,
                client_id,
                relation_before: relation,
                lives_in_before: lives_in,
                left_on_before: left_on,
              }}
              which={client_id}
              initial={{ relation, lives_in, left_on }}
              refused={() => void revalidate()}
              submit={m.cases_save()}
              doneSays={m.cases_saved()}
            >
              <SelectField
                name="relation"
                label={m.cases_label_relation()}
                required
                choices={relationChoices}
              />
              <Checkbox name="lives_in" label={m.cases_label_lives_in()} />
              <DateField name="left_on" label={m.cases_label_left_on()} max={today} />
            </Form>
          </Folded>
        ))}
      </Section>
      <Section heading={m.cases_member_summary()}>
        <p>{m.cases_member_lead()}</p>
        <Form
          op={addCaseMember}
          keeps
          also={{ case_id: id }}
          initial={{ lives_in: true }}
          submit={m.cases_member_submit()}
          doneSays={m.cases_member_added()}
        >
          <SelectField
            name="client_id"
            label={m.cases_label_member()}
            required
            emptyLabel={m.cases_choose()}
            choices={clients
              .filter((one) => !inside.has(one.id))
              .map((one) => ({ value: one.id, label: one.name ?? one.called ?? '' }))}
          />
          <SelectField
            name="relation"
            label={m.cases_label_relation()}
            required
            emptyLabel={m.cases_choose()}
            choices={relationChoices}
          />
          <Checkbox name="lives_in" label={m.cases_label_lives_in()} />
        </Form>
      </Section>
      <Section heading={m.cases_label_workers()}>
        <Form
          op={nameCaseWorker}
          also={{ case_id: id }}
          submit={m.cases_worker_submit()}
          doneSays={m.cases_worker_named()}
        >
          <SelectField
            name="post_id"
            label={m.cases_label_worker()}
            required
            emptyLabel={m.cases_choose()}
            choices={colleagues.map(({ post_id, name }) => ({ value: post_id, label: name }))}
          />
          <Checkbox name="leads" label={m.cases_label_leads_new()} />
        </Form>
      </Section>
      <Section heading={m.cases_label_called()}>
        <Form
          op={nameCase}
          keeps
          also={{ case_id: id, called_before: shown.called }}
          initial={{ called: shown.called ?? '' }}
          refused={() => void revalidate()}
          submit={m.cases_save()}
          doneSays={m.cases_saved()}
        >
          <TextField
            name="called"
            label={m.cases_label_called()}
            hint={m.cases_called_hint()}
            required
            maxLength={60}
          />
        </Form>
      </Section>
    </>
  );
}
