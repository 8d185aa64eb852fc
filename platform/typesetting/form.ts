import * as z from 'zod';
import { typeset } from './typeset.ts';

/** A form is laid out on so many columns of equal width; the boxes of a row add up to them. */
export const formColumns = 12;

const tick = z.object({
  label: z.string(),
  /** What stands before it: 「■」, 「□」, 「◎」; as it is read. */
  mark: z.string(),
});

const box = z.object({
  label: z.string(),
  span: z.int().min(1).max(formColumns),
  /** What stands in it, line by line; empty on a blank form. */
  lines: z.array(z.string()),
  ticks: z.array(tick),
  /** Room in millimetres, where it is filled in by hand. */
  room: z.number(),
});

const boxes = z.object({
  kind: z.literal('boxes'),
  heading: z.string().nullable(),
  rows: z.array(z.array(box)),
});

const table = z.object({
  kind: z.literal('table'),
  heading: z.string(),
  columns: z.array(z.object({ head: z.string(), span: z.int().min(1).max(formColumns) })),
  rows: z.array(z.array(z.string())),
  /** Room in millimetres of a row. */
  room: z.number(),
});

const part = z.discriminatedUnion('kind', [boxes, table]);

/**
 * A form of an office: boxes with their words, as it is filled in or blank. It knows no subject, and every string stands here
 * exactly as it is read. The printed page (`printForm`) and the sheet (`sheets/write-form.ts`) are made from this one value.
 */
export const form = z.object({
  title: z.string(),
  /** Whose form it is. */
  overline: z.string(),
  /** In the corner: number, day. */
  corner: z.array(z.string()),
  /** A mark such as 見本; null for none. */
  mark: z.string().nullable(),
  lead: z.string().nullable(),
  parts: z.array(part),
  /** Small, at the end. */
  notes: z.array(z.string()),
});
export type Form = z.output<typeof form>;
export type FormPart = z.output<typeof part>;
export type FormBox = z.output<typeof box>;
export type FormTable = z.output<typeof table>;

/** A box with what was typed, as its lines. */
export function boxOf(label: string, span: number, value: string | null, room = 7): FormBox {
  return { label, span, lines: value === null || value === '' ? [] : value.split('\n'), ticks: [], room };
}

/** A box of things to be ticked. */
export function ticksOf(label: string, ticks: readonly { label: string; mark: string }[]): FormBox {
  return { label, span: formColumns, lines: [], ticks: [...ticks], room: 7 };
}

/** The form as a tagged PDF (PDF/UA-1), A4, the same bytes for the same form. */
export function printForm(filled: Form): Promise<Uint8Array> {
  return typeset({ template: '#platform/typesetting/form.typ', data: filled });
}
