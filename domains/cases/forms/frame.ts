import * as z from 'zod';
import type { CodeEntry, CodeList } from '#domains/codes/model.ts';
import { choicesOn, labelOf } from '#domains/codes/model.ts';
import { listCodes } from '#domains/codes/queries.ts';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { Act } from '#platform/act.ts';
import { formatEraDay } from '#platform/calendar.ts';
import type { Db } from '#platform/db.ts';
import type { LaterFile } from '#platform/domain.ts';
import { writeForm } from '#platform/sheets/write-form.ts';
import { sql } from '#platform/sql.ts';
import { type Form, type FormBox, printForm } from '#platform/typesetting/form.ts';

/** What every form says of itself, whatever is in it. */
export interface FormFrame {
  /** The body that prints it. */
  readonly body: string;
  readonly printedOn: string;
  readonly sample: boolean;
  readonly codes: readonly CodeEntry[];
}

export async function readFrame(db: Db, act: Act): Promise<FormFrame> {
  const { town } = await readTown(db, {}, act);
  const { name } = await db.one(
    z.object({ name: z.string() }),
    sql`select name from bodies where id = (select gate.actor_body())`,
  );
  return {
    body: name,
    printedOn: act.today,
    sample: town?.sample ?? false,
    codes: (await listCodes(db, {}, act)).entries,
  };
}

/** Head and foot of a form, with what is its own. */
export function frameForm(
  { body, printedOn, sample }: FormFrame,
  own: Pick<Form, 'title' | 'parts'> & Partial<Pick<Form, 'corner' | 'lead' | 'notes'>>,
): Form {
  return {
    overline: body,
    mark: sample ? m.cases_form_sample() : null,
    lead: null,
    ...own,
    corner: [...(own.corner ?? []), m.cases_form_printed({ day: formatEraDay(printedOn) })],
    notes: own.notes ?? [],
  };
}

/** A day as a form has it; nothing for none. */
export function dayOrNone(day: string | null | undefined): string | null {
  return day ? formatEraDay(day) : null;
}

/** 「■」 before what applies, 「□」 before the others. */
export function tick(label: string, applies: boolean) {
  return { label, mark: applies ? m.cases_form_ticked() : m.cases_form_not_ticked() };
}

/** The entries of a list that were offered on a day, ticked where they were chosen; what was chosen and is not offered stands too. */
export function ticksOfList(
  { codes }: FormFrame,
  list: CodeList,
  day: string,
  chosen: readonly string[],
): { label: string; mark: string }[] {
  const offered = choicesOn(codes, list, day);
  const others = chosen.filter((code) => !offered.some(({ value }) => value === code));
  return [
    ...offered.map(({ value, label }) => tick(label, chosen.includes(value))),
    ...others.map((code) => tick(labelOf(codes, list, code, day), true)),
  ];
}

/** One of a few, ticked: on a blank form all of them are open. */
export function choiceOf(
  label: string,
  span: number,
  words: readonly (readonly [string, string])[],
  chosen: string | null,
): FormBox {
  return { label, span, lines: [], ticks: words.map(([key, word]) => tick(word, key === chosen)), room: 7 };
}

export const formFormats = ['pdf', 'xlsx'] as const;
export type FormFormat = (typeof formFormats)[number];

/** The form as a file, made when the transaction is over. */
export function fileOf(form: Form, format: FormFormat, name: string): LaterFile {
  if (format === 'pdf')
    return async () => ({ name: `${name}.pdf`, type: 'application/pdf', bytes: await printForm(form) });
  return async () => ({ name: `${name}.xlsx`, ...(await writeForm(form, form.title.slice(0, 31))) });
}
