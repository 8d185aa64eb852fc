import * as z from 'zod';
import { type CodeEntry, type CodeList, labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { type Sql, sql } from '#platform/sql.ts';
import { attributesItem, idOfStandard, issuesItem } from './assessment-standard.ts';
import { sexes, sexWords } from './client-model.ts';
import * as api from './copy-api.ts';
import { type CopyItem, copyItems, copyItemWords, sayOrder } from './copy-model.ts';
import { fileOf, frameForm, readFrame } from './forms/frame.ts';
import { consentStates, consentStateWords } from './intake-model.ts';
import { decisionWords, outcomeWords, planKindWords, sayNumber, spanWords } from './plan-model.ts';
import type { OpenedPlan } from './plan-parts.ts';
import { readSupportPlan } from './plan-queries.ts';

type Sheet = OutputOf<typeof api.readCopySheet>;

const about = z.object({
  case_number: z.string(),
  case_opened_on: z.string(),
  name: z.string().nullable(),
  called: z.string().nullable(),
  kana: z.string().nullable(),
  sex: z.enum(sexes).nullable(),
  born_on: z.string().nullable(),
  born_about: z.string().nullable(),
  address: z.string().nullable(),
  phone: z.string().nullable(),
  received_on: z.string().nullable(),
  route: z.string().nullable(),
  caller_name: z.string().nullable(),
  caller_relation: z.string().nullable(),
  trouble: z.string().nullable(),
  consent: z.enum(consentStates).nullable(),
  worries: z.array(z.object({ code: z.string(), most: z.boolean() })),
  issues: z.string().nullable(),
  attributes: z.string().nullable(),
  plan_id: z.uuid().nullable(),
});
type About = z.output<typeof about>;

/** Everything that is typed elsewhere of one person of a case, as far as it is recorded and may be seen. */
export async function readCopySheet(
  db: Db,
  { case_id, client_id }: ParsedInputOf<typeof api.readCopySheet>,
  act: Act,
): Promise<Sheet> {
  const found = await db.one(
    about,
    sql`select k.number as case_number, k.opened_on as case_opened_on, c.name, c.called, c.kana, c.sex, c.born_on,
        c.born_about, t.address, coalesce(t.mobile, t.phone) as phone, i.received_on, i.route, i.caller_name,
        i.caller_relation, i.trouble, i.consent,
        (select coalesce(jsonb_agg(jsonb_build_object('code', w.code, 'most', w.most) order by w.code), '[]')
          from intake_worries w where w.intake_id = i.id) as worries,
        ${chosenOf(issuesItem)} as issues, ${chosenOf(attributesItem)} as attributes,
        (select p.id from support_plans p where p.case_id = k.id and p.client_id = n.client_id
          order by p.number desc limit 1) as plan_id
      from case_members n
      join cases k on k.id = n.case_id
      left join clients c on c.id = n.client_id
      left join client_contacts t on t.client_id = n.client_id
      left join lateral (select o.* from intakes o where o.client_id = n.client_id
        order by o.received_on desc, o.id desc limit 1) i on true
      where n.case_id = ${case_id} and n.client_id = ${client_id}`,
  );
  const plan = found.plan_id === null ? null : await readSupportPlan(db, { id: found.plan_id }, act);
  const { entries } = await listCodes(db, {}, act);
  const { items, ...order } = await findOrder(db);
  const values = valuesOf(found, plan, entries);
  return {
    case_id,
    client_id,
    case_number: found.case_number,
    client_name: found.name ?? found.called,
    order,
    items: items.map((item) => ({ item, wording: copyItemWords[item](), value: values[item] })),
  };
}

/** What was chosen of a standard item of the assessment, as it is called now. */
function chosenOf(item: number): Sql {
  return sql`(select string_agg(o.label, '、' order by o.sort) from (
    select p.sort, (select w.label from item_option_wordings w where w.option_id = p.id order by w.version desc limit 1) as label
    from client_answers a join item_options p on p.id = a.option_id
    where a.client_id = n.client_id and a.item_id = ${idOfStandard(item)}::uuid) o)`;
}

const ordered = api.readCopyOrders.output.shape.orders.element;

/** The order that holds today: of those that have begun the one set last, or the usual one. */
async function findOrder(db: Db) {
  const found = await db.maybe(
    ordered.omit({ id: true }),
    sql`select o.starts_on, o.confirmed, o.note, o.items from copy_orders o where o.starts_on <= (select gate.today())
      order by o.starts_on desc, o.written_at desc limit 1`,
  );
  return found ?? { starts_on: null, confirmed: false, note: null, items: [...copyItems] };
}

export async function readCopyOrders(
  db: Db,
  _input: ParsedInputOf<typeof api.readCopyOrders>,
  _act: Act,
): Promise<OutputOf<typeof api.readCopyOrders>> {
  return {
    orders: await db.all(
      ordered,
      sql`select o.id, o.starts_on, o.confirmed, o.note, o.items from copy_orders o
        order by o.starts_on desc, o.written_at desc`,
    ),
  };
}

/** The sheet on paper or as a spreadsheet, item by item. */
export async function printCopySheet(
  db: Db,
  { format, ...which }: ParsedInputOf<typeof api.printCopySheet>,
  act: Act,
): Promise<LaterFile> {
  const sheet = await readCopySheet(db, which, act);
  const form = frameForm(await readFrame(db, act), {
    title: m.cases_copy_title(),
    corner: [m.cases_copy_number({ number: sheet.case_number })],
    lead: sayOrder(sheet.order),
    parts: [
      {
        kind: 'table',
        heading: m.cases_copy_items(),
        columns: [
          { head: m.cases_copy_n(), span: 1 },
          { head: m.cases_copy_item(), span: 4 },
          { head: m.cases_copy_value(), span: 7 },
        ],
        rows: sheet.items.map(({ wording, value }, i) => [
          String(i + 1),
          wording,
          value ?? m.cases_form_dash(),
        ]),
        room: 7,
      },
    ],
  });
  return fileOf(form, format, m.cases_form_file({ title: form.title, number: sheet.case_number }));
}

function valuesOf(
  found: About,
  plan: OpenedPlan | null,
  codes: readonly CodeEntry[],
): Record<CopyItem, string | null> {
  const received = found.received_on ?? '';
  const say = (list: CodeList, code: string | null) => code && labelOf(codes, list, code, received);
  const worries = (most: boolean) =>
    found.worries
      .filter((one) => !most || one.most)
      .map(({ code }) => say('worry', code))
      .join('、') || null;
  return {
    received_on: dayOf(found.received_on),
    route: say('route', found.route),
    name: found.name ?? found.called,
    kana: found.kana,
    sex: found.sex && sexWords[found.sex](),
    born_on: dayOf(found.born_on) ?? found.born_about,
    address: found.address,
    phone: found.phone,
    caller: found.caller_name,
    caller_relation: found.caller_relation,
    worries: worries(false),
    worst: worries(true),
    issues: found.issues,
    attributes: found.attributes,
    trouble: found.trouble,
    consent: found.consent && consentStateWords[found.consent](),
    case_number: found.case_number,
    case_opened_on: dayOf(found.case_opened_on),
    ...planValues(plan, codes),
  };
}

type PlanItem = Extract<CopyItem, `plan_${string}` | `closing_${string}`>;

function planValues(plan: OpenedPlan | null, codes: readonly CodeEntry[]): Record<PlanItem, string | null> {
  const decision = plan?.decisions.at(-1);
  const closing = plan?.closing;
  const listed = (list: CodeList, of: readonly string[] | undefined, day: string) =>
    of?.map((code) => labelOf(codes, list, code, day)).join('、') || null;
  return {
    plan_kind: plan && planKindWords[plan.kind](),
    plan_number: plan && sayNumber(plan.number),
    plan_written_on: dayOf(plan?.written_on),
    plan_trouble: plan?.trouble ?? null,
    plan_goals:
      plan?.goals
        .map(({ span, words }) => m.cases_closing_goal({ span: spanWords[span](), words }))
        .join('\n') || null,
    plan_services: listed('service', plan?.services, plan?.written_on ?? ''),
    plan_span:
      plan?.starts_on && plan.ends_on
        ? m.cases_form_from_until({ from: formatDay(plan.starts_on), until: formatDay(plan.ends_on) })
        : null,
    plan_next_review: dayOf(plan?.next_review_on),
    plan_agreed_on: dayOf(plan?.agreed_on),
    plan_conference_on: dayOf(plan?.findings.findLast(({ about: of }) => of === 'plan')?.held_on),
    plan_decided_on: dayOf(decision?.decided_on),
    plan_decision: decision ? decisionWords[decision.decision]() : null,
    plan_started_on: dayOf(plan?.acts.findLast(({ act }) => act === 'started')?.acted_on),
    closing_outcome: closing ? outcomeWords[closing.outcome]() : null,
    closing_on: dayOf(closing?.closed_on),
    closing_reason: closing ? labelOf(codes, 'ending', closing.reason, closing.closed_on) : null,
    closing_changes: listed('change', closing?.changes, closing?.closed_on ?? ''),
    closing_remains: closing?.remains ?? null,
  };
}

function dayOf(day: string | null | undefined): string | null {
  return day ? formatDay(day) : null;
}
