import * as z from 'zod';
import { type CodeEntry, choicesOn, labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import type { OutputOf, ParsedInputOf } from '#platform/operation.ts';
import { refuseNotFound } from '#platform/refusal.ts';
import { sql } from '#platform/sql.ts';
import { printPaper } from '#platform/typesetting/print.ts';
import { typeset } from '#platform/typesetting/typeset.ts';
import type { Consent } from './consent-api.ts';
import { listConsents } from './consent-queries.ts';
import * as api from './consent-text-api.ts';
import { namePeople } from './naming.ts';
import { personFacets, personFacetWords, sayers, sayerWords } from './person-model.ts';
import { presentStart } from './start-paper.ts';

/** Every version of the text, the newest first, and which one is explained today. */
export async function listConsentTexts(
  db: Db,
  _input: ParsedInputOf<typeof api.listConsentTexts>,
  act: Act,
): Promise<OutputOf<typeof api.listConsentTexts>> {
  const texts = await db.all(
    api.listConsentTexts.output.shape.texts.element,
    sql`select id, version, starts_on, title, content from consent_texts order by starts_on desc, id desc`,
  );
  return { texts, in_force: texts.find(({ starts_on }) => starts_on <= act.today)?.version ?? null };
}

/**
 * 同意書: blank, or with a person's name, or as it was agreed, in the version that was explained.
 *
 * @throws Refusal `not_found` for a version, a person or a consent that is not there for the actor
 */
export async function printConsentForm(
  db: Db,
  input: ParsedInputOf<typeof api.printConsentForm>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const { texts, in_force } = await listConsentTexts(db, {}, act);
  const person = input.person ? (await namePeople(db, [input.person], act)).get(input.person) : undefined;
  if (input.person && !person) throw refuseNotFound();
  const consent =
    input.consent && input.person ? await findConsent(db, input.person, input.consent, act) : null;
  const { entries } = await listCodes(db, { list: 'consent_way' }, act);
  const version = consent?.text_version ?? input.version ?? in_force;
  const text = texts.find((one) => one.version === version);
  if (!text) throw refuseNotFound();
  const body = await db.maybe(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = (select gate.actor_body())`,
  );
  const data = {
    title: text.title,
    author: town?.name ?? '',
    version: m.consent_form_version({ version: text.version, day: formatEraDay(text.starts_on) }),
    to: m.consent_form_to({ body: body?.name ?? town?.name ?? '' }),
    paragraphs: text.content.split('\n').filter((line) => line.trim() !== ''),
    boxes: boxesOf(consent, entries, consent?.given_on ?? act.today),
    receivers: {
      heading: m.consent_receivers(),
      names: consent?.receivers.map(({ name }) => name) ?? [],
      lines: consent ? 0 : 4,
    },
    until: { term: m.consent_ends_on(), value: consent?.ends_on ? formatEraDay(consent.ends_on) : '' },
    signed: [
      { term: m.consent_given_on(), value: consent ? formatEraDay(consent.given_on) : m.consent_form_day() },
      { term: m.consent_form_name(), value: person?.name ?? '' },
      {
        term: m.consent_form_born(),
        value: person?.born_on ? formatEraDay(person.born_on) : m.consent_form_day(),
      },
      { term: m.consent_form_proxy(), value: '' },
    ],
    foot: m.consent_form_foot(),
    mark: town?.sample ? m.consent_sample() : null,
  };
  return async () => ({
    name: m.consent_form_file({ title: text.title }),
    type: 'application/pdf',
    bytes: await typeset({ template: '#domains/consent/consent-form.typ', data }),
  });
}

async function findConsent(db: Db, person: string, id: string, act: Act): Promise<Consent> {
  const { consents } = await listConsents(db, { person }, act);
  const found = consents.find((one) => one.id === id);
  if (!found) throw refuseNotFound();
  return found;
}

/** What can be ticked, with what was. */
function boxesOf(consent: Consent | null, entries: readonly CodeEntry[], day: string) {
  const box = <Value extends string>(
    heading: string,
    values: readonly Value[],
    words: Record<Value, () => string>,
    ticked: readonly string[],
  ) => ({
    heading,
    boxes: values.map((value) => ({ says: words[value](), ticked: ticked.includes(value) })),
  });
  return [
    box(m.consent_form_scope(), personFacets, personFacetWords, consent?.facets ?? []),
    { heading: m.consent_way(), boxes: waysWith(consent, entries, day) },
    box(m.consent_said_by(), sayers, sayerWords, consent ? [consent.said_by] : []),
  ];
}

/** The ways of a day; one that was said and is not offered stands too. */
function waysWith(consent: Consent | null, entries: readonly CodeEntry[], day: string) {
  const offered = choicesOn(entries, 'consent_way', day);
  const said = consent && !offered.some(({ value }) => value === consent.way) ? [consent.way] : [];
  return [
    ...offered.map(({ value, label }) => ({ says: label, ticked: value === consent?.way })),
    ...said.map((code) => ({ says: labelOf(entries, 'consent_way', code, day), ticked: true })),
  ];
}

/** 協定, or what people are told of how personal information is handled, to fill in. */
export async function printStartPaper(
  db: Db,
  { which }: ParsedInputOf<typeof api.printStartPaper>,
  act: Act,
): Promise<LaterFile> {
  const { town } = await readTown(db, {}, act);
  const paper = presentStart(which, town?.name ?? '');
  return async () => ({
    name: `${paper.title}.pdf`,
    type: 'application/pdf',
    bytes: await printPaper(paper),
  });
}
