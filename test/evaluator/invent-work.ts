import type { Dice, Row, World } from './world.ts';

const at = '2025-04-01T09:00:00+09:00';
const day = '2025-04-01';
const answered = ['family', 'consultation', 'living', 'economy', 'health', 'wish'] as const;
const filed = [...answered, 'plan', 'notes'] as const;

const circumstances = [
  { matter: 'work', facet: 'living' },
  { matter: 'insurance', facet: 'health' },
  { matter: 'pension', facet: 'economy' },
] as const;

/** Collects rows: a table, its key, its columns. */
export function collect() {
  const rows: Row[] = [];
  return {
    rows,
    add(table: string, key: string, columns: Readonly<Record<string, unknown>>): void {
      rows.push({ table, key, columns });
    },
  };
}

/** What is kept beside a case, and of a plan: docs/gate.md, Persons at a window. */
export function inventWork(world: World, dice: Dice): Row[] {
  const { rows, add } = collect();
  const { draw, id, pick, perhaps } = dice;
  const { posts, clients, cases, bodies, bases } = world;
  const by = posts[0]?.account;
  const post_id = posts[0]?.id;
  const questions = answered.map((facet, sort) => ({ id: id(), facet, sort }));
  for (const q of questions)
    add('items', q.id, { ...q, record: 'client', kind: 'line', starts_on: day, added_by: by, added_at: at });
  for (const { id: client_id, holder: holder_id, intake: intake_id } of clients) {
    for (const { id: item_id, facet } of questions.filter(() => draw(3) > 0)) {
      const key = `${client_id}/${facet}`;
      add('client_answers', key, { client_id, facet, item_id, part: 0, words: '見本', holder_id });
      const said = { said: {}, written_by: by, written_at: at };
      add('client_answer_versions', key, { client_id, facet, version: 1, ...said, holder_id });
    }
    const replaced = { replaced_by: by, replaced_at: at };
    add('intake_versions', intake_id, {
      intake_id,
      version: 1,
      content: {},
      ...replaced,
      client_id,
      holder_id,
    });
    const first = { intake_id, client_id, holder_id };
    const asked = questions.find(({ facet }) => facet === 'consultation');
    const answer = { facet: 'consultation', item_id: asked?.id, part: 0, words: '見本' };
    if (draw(2) === 0) add('intake_answers', intake_id, { ...first, ...answer });
    const { matter, facet } = pick(circumstances);
    add('intake_circumstances', intake_id, { ...first, matter, facet, code: '01' });
    const other = pick(clients.filter((c) => c.holder !== holder_id));
    const link = id();
    add('client_links', link, {
      id: link,
      client_id,
      other_id: other.id,
      other_holder_id: other.holder,
      basis_id: pick(bases).id,
      reason: '見本',
      linked_by: by,
      linked_at: at,
      holder_id,
    });
    if (draw(2) === 0)
      add('client_link_undoings', link, {
        link_id: link,
        reason: '見本',
        undone_by: by,
        undone_at: at,
        holder_id,
      });
  }
  const counted = { kind: 'joining', occurred_on: day, role: 'intake_worker', post_id, recorded_at: at };
  const places = bodies.map(({ id: holder_id }) => {
    const place = { id: id(), name: '見本', kana: 'みほん', kana_key: 'みほん', what: '見本', holder_id };
    const asked = { confirmed_on: day, confirmed_by: by, version: 1, added_by: by, added_on: day };
    add('places', place.id, { ...place, ...asked, welcomes: draw(4) === 0 ? 'no' : 'yes' });
    const encounter = { id: id(), ...counted, group_id: holder_id, holder_id };
    add('encounters', encounter.id, encounter);
    const support = { id: id(), place_id: place.id, supported_on: day, way: 'visit', words: '見本' };
    const written = { encounter_id: encounter.id, written_by: by, post_id, written_at: at };
    add('place_supports', support.id, { ...support, ...written, holder_id });
    return place;
  });
  for (const { id: case_id, holder: holder_id, members, notes } of cases) {
    const put = (table: string, columns: Readonly<Record<string, unknown>>) => {
      const row = { id: id(), case_id, holder_id, ...columns };
      add(table, row.id, row);
      return row.id;
    };
    const written = { written_by: by, written_at: at };
    put('case_screenings', {
      result: 'active',
      schemes: [],
      screened_on: day,
      screened_by: by,
      screened_at: at,
    });
    put('case_urgencies', { kinds: [], said_by: by, said_at: at });
    put('case_kin', { relation: '姉', called: '見本', lives_in: false, died: false, ...written });
    put('case_tasks', { words: '見本', due_on: day, post_id, set_by: by, set_at: at });
    for (const client_id of [null, ...members]) {
      put('case_ties', {
        client_id,
        kind: 'body',
        called: '見本',
        strength: 'plain',
        flow: 'both',
        ...written,
      });
      const file = { name: '見本.pdf', type: 'application/pdf', size: 1, added_by: by, added_at: at };
      put('case_files', { client_id, facet: pick(filed), ...file });
    }
    for (const { id: note_id, client: client_id } of notes) {
      const of = { note_id, client_id, holder_id, reason: '見本' };
      if (draw(2) === 0) add('case_note_versions', note_id, { ...of, version: 1, said: {}, ...written });
      if (draw(3) === 0) add('case_note_withdrawals', note_id, { ...of, withdrawn_by: by, withdrawn_at: at });
    }
    const gap = put('case_gaps', { words: '見本', noted_by: by, noted_at: at });
    const theme = id();
    const released = draw(3) === 0;
    add('gap_themes', theme, {
      id: theme,
      words: '見本',
      proposed_by: by,
      proposed_at: at,
      reworded_at: released ? at : perhaps(at, 1, 2),
      released_at: released ? at : null,
      holder_id,
    });
    add('gap_theme_sources', `${theme}/${gap}`, { theme_id: theme, gap_id: gap, holder_id });
    const receiver_id = pick(bodies.filter((b) => b.id !== holder_id)).id;
    const asked = { words: '見本', due_on: day, asked_by: by, post_id, asked_at: at };
    const handover = put('case_handovers', { receiver_id, ...asked });
    const both = { handover_id: handover, holder_id, receiver_id };
    const goes = { facets: ['identity'], basis_id: pick(bases).id, ends_on: day };
    for (const client_id of members)
      add('case_handover_people', `${handover}/${client_id}`, { client_id, ...goes, ...both });
    const turn = perhaps(pick(['accepted', 'declined', 'withdrawn']), 2, 3);
    if (turn) add('case_handover_turns', handover, { turn, taken_by: by, taken_at: at, ...both });
    for (const client_id of members.filter(() => draw(3) > 0)) inventPlan(client_id);
    for (const client_id of members.filter(() => draw(3) > 0)) {
      const begun = { begun_on: day, begun_by: by, post_id, begun_at: at };
      const joining_id = put('joinings', { client_id, place_id: pick(places).id, wish: '見本', ...begun });
      const of = { joining_id, client_id, holder_id, post_id };
      const step = { id: id(), ...of, step: 'trial', taken_on: day, taken_by: by, taken_at: at };
      add('joining_steps', step.id, step);
      const told = {
        id: id(),
        ...of,
        words: '見本',
        told_on: day,
        provision_id: id(),
        told_by: by,
        told_at: at,
      };
      add('joining_tellings', told.id, told);
    }

    /** A plan with one of everything. */
    function inventPlan(client_id: string): void {
      const plan_id = id();
      const of = { client_id, holder_id };
      const own = { ...of, plan_id };
      const wrote = { ...written, post_id };
      const plan = (table: string, columns: Readonly<Record<string, unknown>>) => {
        const row = { id: id(), ...own, ...columns };
        add(table, row.id, row);
        return row.id;
      };
      const first = { case_id, kind: 'multi_agency', number: 0, written_on: day };
      add('support_plans', plan_id, { id: plan_id, ...of, ...first, ...wrote });
      add('support_plan_versions', plan_id, { ...own, version: 1, content: {}, ...written });
      const goal_id = plan('plan_goals', { span: 'long', position: 0, words: '見本' });
      plan('plan_steps', { position: 0, what: '見本', who: 'person' });
      add('plan_services', plan_id, { ...own, code: '01' });
      const act = { act: 'proposed', version: 1, acted_on: day, acted_by: by, post_id, acted_at: at };
      const proposal_id = plan('plan_acts', act);
      const found = { about: 'plan', version: 1, conference_kind: 'x', held_on: day, finding: 'fit' };
      plan('plan_findings', { ...found, ...wrote });
      plan('plan_reviews', { reviewed_on: day, words: '見本', ...wrote });
      const closed = { outcome: 'ended', closed_on: day, reason: 'reached', changes: [], closed_by: by };
      add('plan_closings', plan_id, { ...own, ...closed, post_id, closed_at: at });
      add('goal_attainments', goal_id, { ...own, goal_id, attained: 'full' });
      const decided = { decision: 'yes', reason: '見本', decided_on: day, decided_by: by, decided_at: at };
      const decision = id();
      add('support_decisions', decision, {
        id: decision,
        proposal_id,
        plan_id,
        client_id,
        plan_holder_id: holder_id,
        ...decided,
        post_id,
        holder_id: pick(bodies).id,
      });
    }
  }
  return rows;
}
