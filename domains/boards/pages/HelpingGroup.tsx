import { Link, useLoaderData } from 'react-router';
import { Folded } from '#domains/cases/pages/shown/Folded.tsx';
import { listCodes } from '#domains/codes/api.ts';
import { labelOf } from '#domains/codes/model.ts';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { InputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { correctHelpingGroup, readHelpingGroup, type ShownGroup, stepHelpingGroup } from '../api.ts';
import { chargeWords, levelWords, stages, stageWords } from '../model.ts';
import { readMeasureChoices } from './shown/choices.ts';
import { GroupFields } from './shown/GroupFields.tsx';
import { GroupIncome } from './shown/GroupIncome.tsx';
import { GroupLinks } from './shown/GroupLinks.tsx';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const [group, { entries }] = await Promise.all([
    call(readHelpingGroup, { id: partOf(args, 'id') }, options),
    call(listCodes, { list: 'helping_work' }, options),
  ]);
  return { group, entries, measures: group.inside ? await readMeasureChoices(options) : [] };
}

/** A helping group: how far it is and since when, what it does; for who goes to its table also what it takes in. */
export function Component() {
  const { group, entries, measures } = useLoaderData<typeof loader>();
  const { today } = useMe();
  const { id, name, stage, inside, version } = group;
  return (
    <>
      <PageHeader title={name} trail={[{ label: m.boards_groups_title(), to: '/helping-groups' }]} />
      <p className="mb-6 flex flex-wrap items-center gap-4">
        <Badge tone={stage === 'own_way' || stage === 'start' ? 'green' : 'blue'}>
          {stageWords[stage]()}
        </Badge>
        {inside && <Badge>{levelWords[group.shown]()}</Badge>}
      </p>
      <DescriptionList
        items={[
          { term: m.boards_label_district(), value: group.district_name },
          {
            term: m.boards_label_works(),
            value: group.works
              .map((work) => labelOf(entries, 'helping_work', work, today))
              .join(m.boards_comma()),
          },
          {
            term: m.boards_label_group_what(),
            value: <span className="whitespace-pre-wrap">{group.what}</span>,
          },
          { term: m.boards_label_days(), value: group.days },
          {
            term: m.boards_label_helpers(),
            value: group.helpers === null ? null : m.boards_people({ n: group.helpers }),
          },
          { term: m.boards_label_insurance(), value: group.insurance },
          { term: m.boards_label_charge(), value: sayCharge(group) },
          { term: m.boards_label_public_contact(), value: group.public_contact },
          ...(inside ? [{ term: m.boards_label_contact(), value: inside.contact }] : []),
        ]}
      />
      <Section heading={m.boards_steps()}>
        <ol className="list-decimal pl-6">
          {group.steps.map((one) => (
            <li key={one.id}>
              {m.boards_stage_since({ stage: stageWords[one.stage](), day: formatDay(one.since_on) })}
              {one.words && m.boards_step_words({ words: one.words })}
            </li>
          ))}
        </ol>
        {inside?.promise && (
          <p>
            <Link to={`/board-meetings/${inside.promise.meeting_id}`}>
              {m.boards_group_from({ what: inside.promise.what })}
            </Link>
          </p>
        )}
        {inside && (
          <Folded summary={m.boards_step_summary()}>
            <Form
              op={stepHelpingGroup}
              mints="id"
              also={{ group_id: id }}
              initial={{ since_on: today }}
              submit={m.boards_step_submit()}
              doneSays={m.boards_step_done()}
            >
              <RadioGroup
                name="stage"
                label={m.boards_label_stage()}
                required
                inline
                choices={stages.map((value) => ({ value, label: stageWords[value]() }))}
              />
              <DateField name="since_on" label={m.boards_label_stage_since()} required max={today} />
              <TextField name="words" label={m.boards_label_step_words()} width="full" maxLength={300} />
            </Form>
          </Folded>
        )}
      </Section>
      {inside && (
        <>
          <GroupLinks group={id} shown={group.shown} links={inside.links} measures={measures} />
          <GroupIncome group={id} income={inside.income} />
          <Section heading={m.boards_group_correct_summary()}>
            <Folded summary={m.boards_group_edit()}>
              <Form
                key={version}
                op={correctHelpingGroup}
                also={{ id, version }}
                initial={whatIsSaid(group)}
                submit={m.boards_submit()}
                doneSays={m.boards_saved()}
              >
                <GroupFields entries={entries} />
              </Form>
            </Folded>
          </Section>
        </>
      )}
    </>
  );
}

function sayCharge({ charge, charge_words }: ShownGroup): string {
  const words = chargeWords[charge]();
  return charge_words ? m.boards_charge_line({ charge: words, words: charge_words }) : words;
}

function whatIsSaid(group: ShownGroup): Partial<InputOf<typeof correctHelpingGroup>> {
  const { name, works, what, charge, shown } = group;
  const optional = {
    days: group.days,
    helpers: group.helpers,
    insurance: group.insurance,
    charge_words: group.charge_words,
    contact: group.inside?.contact ?? null,
    public_contact: group.public_contact,
  };
  const known = Object.fromEntries(Object.entries(optional).filter(([, value]) => value !== null));
  return { name, works, what, charge, shown, ...known };
}
