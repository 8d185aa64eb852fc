import { useLoaderData, useNavigate } from 'react-router';
import { type ListedPost, listPosts } from '#domains/posts/holding-api.ts';
import { roleWords } from '#domains/posts/model.ts';
import {
  type Assignment,
  assignHousehold,
  assignmentEndWords,
  endAssignment,
  listAssignments,
} from '#domains/visits/assignment-api.ts';
import { StandIns } from '#domains/visits/pages/shown/StandIns.tsx';
import { listStandIns } from '#domains/visits/round-api.ts';
import * as m from '#messages';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { DateField } from '#ui/fields/DateField.tsx';
import { RadioGroup } from '#ui/fields/RadioGroup.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { useMe } from '#ui/me.ts';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { type Opened, openHousehold } from './shown/opened.ts';
import { PartHeader } from './shown/PartHeader.tsx';
import { WhereAllowed } from './shown/WhereAllowed.tsx';
import { writeVisitor } from './shown/WhoLooksIn.tsx';
import { writeSpan } from './shown/wording.ts';

export async function loader(args: PageArgs) {
  const options = { signal: args.request.signal };
  const household = await openHousehold(args);
  const [{ assignments }, { posts }, { stand_ins }] = await Promise.all([
    call(listAssignments, { household: household.id, when: 'all' }, options),
    call(listPosts, { district: household.district.id, limit: 200 }, options),
    call(listStandIns, { household: household.id }, options),
  ]);
  return { household, assignments, posts: posts.filter(doesRounds), stand_ins };
}

function doesRounds({ role, state }: ListedPost): boolean {
  const standing = state === 'current' || state === 'future';
  return standing && (role === 'visitor' || role === 'commissioner' || role === 'gatherer');
}

/** Who looks in on a household, from when to when. */
export function Component() {
  const { household, assignments, posts, stand_ins } = useLoaderData<typeof loader>();
  return (
    <>
      <PartHeader household={household} part={m.parties_visitors()} lead={m.parties_visitors_lead()} />
      <Section heading={m.parties_visitors()}>
        <AssignmentTable household={household} assignments={assignments} />
      </Section>
      <WhereAllowed act="assign" household={household}>
        <Assign household={household} posts={posts} />
        <StandIns stand_ins={stand_ins} />
        <EndAssignment household={household} assignments={assignments} />
      </WhereAllowed>
    </>
  );
}

interface AssignmentsProps {
  household: Opened;
  assignments: readonly Assignment[];
}

function AssignmentTable({ household, assignments }: AssignmentsProps) {
  return (
    <DataTable
      caption={m.parties_part_title({ name: household.name, part: m.parties_visitors() })}
      rows={assignments}
      rowKey={({ id }) => id}
      empty={{ says: m.parties_visitors_none() }}
      columns={[
        { key: 'visitor', heading: m.parties_visitors(), value: writeVisitor },
        {
          key: 'span',
          heading: m.parties_span_head(),
          value: writeSpan,
          order: ({ starts_on }) => starts_on,
        },
        {
          key: 'why',
          heading: m.parties_assignment_why(),
          value: ({ why_ended }) => why_ended && assignmentEndWords[why_ended](),
        },
      ]}
    />
  );
}

function Assign({ household, posts }: { household: Opened; posts: readonly ListedPost[] }) {
  const { today } = useMe();
  return (
    <Section heading={m.parties_assign()}>
      <Form
        op={assignHousehold}
        mints="id"
        also={{ household_id: household.id }}
        initial={{ starts_on: today }}
        submit={m.parties_assign()}
        cannotSubmit={posts.length === 0 ? m.parties_assign_nobody() : undefined}
        doneSays={m.parties_assigned()}
      >
        <SelectField
          name="post_id"
          label={m.parties_assign_who()}
          required
          width="full"
          choices={posts.map(({ id, account, role, body }) => ({
            value: id,
            label: m.parties_visitor_of({ name: account.name, hat: roleWords[role](), body: body.name }),
          }))}
        />
        <DateField name="starts_on" label={m.parties_assigned_from()} required />
        <DateField name="ends_on" label={m.parties_assigned_until()} hint={m.parties_assigned_until_hint()} />
      </Form>
    </Section>
  );
}

function EndAssignment({ household, assignments }: AssignmentsProps) {
  const navigate = useNavigate();
  const { today } = useMe();
  const standing = assignments.filter(({ ends_on }) => ends_on === null || ends_on >= today);
  if (standing.length === 0) return null;
  return (
    <Section heading={m.parties_end_assignment()}>
      <Form
        op={endAssignment}
        initial={{ ends_on: today }}
        submit={m.parties_end_assignment()}
        done={() => navigate(`/households/${household.id}/visitors`, saying(m.parties_assignment_ended()))}
      >
        <RadioGroup
          name="id"
          label={m.parties_whose_round()}
          required
          choices={standing.map((assignment) => ({
            value: assignment.id,
            label: writeVisitor(assignment),
            hint: writeSpan(assignment),
          }))}
        />
        <DateField name="ends_on" label={m.parties_last_day()} required />
        <RadioGroup
          name="why"
          label={m.parties_assignment_why()}
          required
          choices={(['change', 'declined'] as const).map((value) => ({
            value,
            label: assignmentEndWords[value](),
          }))}
        />
      </Form>
    </Section>
  );
}
