import { Link, useLoaderData } from 'react-router';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { Badge } from '#ui/Badge.tsx';
import { call } from '#ui/call.ts';
import { DataTable } from '#ui/DataTable/DataTable.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { SelectField } from '#ui/fields/SelectField.tsx';
import { TextArea } from '#ui/fields/TextArea.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { drawLink, readPlan } from '../api.ts';
import { linkStateWords } from '../model.ts';
import type { PlanLink } from '../structure-api.ts';
import { endsOf } from './shown/links.ts';
import { useIsPlanner } from './shown/may.ts';
import { PlanNav } from './shown/PlanNav.tsx';
import { writeOrigin } from './shown/wording.ts';

export function loader(args: PageArgs) {
  return call(readPlan, { plan: partOf(args, 'code') }, { signal: args.request.signal });
}

/** Which challenge a measure answers and where it leads: many to many, drafts until somebody decides. */
export function Component() {
  const tree = useLoaderData<typeof loader>();
  const isPlanner = useIsPlanner();
  return (
    <>
      <PageHeader
        title={m.plan_links_title({ plan: tree.name })}
        trail={[
          { label: m.plan_plans_title(), to: '/plans' },
          { label: tree.name, to: `/plans/${tree.code}` },
        ]}
        lead={m.plan_links_lead()}
      />
      <PlanNav plan={tree} />
      <Section heading={m.plan_links_now()}>
        <LinkTable tree={tree} links={tree.links} caption={m.plan_links_caption({ plan: tree.name })} />
      </Section>
      {tree.removed_links.length > 0 && (
        <Section heading={m.plan_links_removed()}>
          <LinkTable
            tree={tree}
            links={tree.removed_links}
            caption={m.plan_links_removed_caption({ plan: tree.name })}
          />
        </Section>
      )}
      {isPlanner && <DrawLink tree={tree} />}
    </>
  );
}

type PlanTree = OutputOf<typeof readPlan>;

function LinkTable({
  tree,
  links,
  caption,
}: {
  tree: PlanTree;
  links: readonly PlanLink[];
  caption: string;
}) {
  return (
    <DataTable
      caption={caption}
      rows={links}
      rowKey={({ id }) => id}
      empty={{ says: m.plan_links_empty() }}
      fileName={`${tree.code}-links.csv`}
      columns={[
        {
          key: 'from',
          heading: m.plan_link_from(),
          value: (link) => endsOf(tree, link).from,
          cell: (link) => <Link to={`/plans/${tree.code}/links/${link.id}`}>{endsOf(tree, link).from}</Link>,
        },
        { key: 'to', heading: m.plan_link_to(), value: (link) => endsOf(tree, link).to },
        {
          key: 'state',
          heading: m.plan_state(),
          value: ({ state }) => linkStateWords[state](),
          cell: ({ state }) => (
            <Badge tone={state === 'decided' ? 'blue' : 'neutral'}>{linkStateWords[state]()}</Badge>
          ),
        },
        { key: 'origin', heading: m.plan_written_by(), value: writeOrigin, order: ({ on }) => on },
      ]}
    />
  );
}

/** A challenge or a measure of the next plan on the other end: which of the two, its value says. */
function DrawLink({ tree }: { tree: PlanTree }) {
  const measures = tree.measures.map((measure) => ({ value: measure.id, label: m.plan_measure(measure) }));
  const ends = [
    ...tree.challenges.map((one) => ({ value: `challenge ${one.id}`, label: m.plan_link_challenge(one) })),
    ...(tree.next_plan?.measures ?? []).map((one) => ({
      value: `next ${one.id}`,
      label: m.plan_link_next({ ...one, plan: tree.next_plan?.name ?? '' }),
    })),
  ];
  return (
    <Section heading={m.plan_draw_link_summary()}>
      <Form
        op={drawLink}
        mints="id"
        submit={m.plan_draw()}
        doneSays={m.plan_drawn()}
        reshape={({ measure_id, challenge_id, note }) => {
          const [kind, id] = String(challenge_id ?? '').split(' ');
          return {
            ...(measure_id ? { measure_id: String(measure_id) } : {}),
            ...(kind === 'challenge' && id ? { challenge_id: id } : {}),
            ...(kind === 'next' && id ? { next_measure_id: id } : {}),
            ...(note ? { note: String(note) } : {}),
          };
        }}
      >
        <SelectField
          name="measure_id"
          label={m.plan_measure_head()}
          required
          choices={measures}
          width="full"
        />
        <SelectField
          name="challenge_id"
          label={m.plan_link_other_end()}
          required
          choices={ends}
          width="full"
        />
        <TextArea name="note" label={m.plan_note()} hint={m.plan_link_note_hint()} rows={2} maxLength={500} />
      </Form>
    </Section>
  );
}
