import { createHash } from 'node:crypto';

/** A piece of SQL with its values kept apart. Pieces nest; values always travel as parameters. */
export class Sql {
  readonly strings: readonly string[];
  readonly values: readonly unknown[];
  /** Whether the plan is kept for the next call. */
  readonly kept: boolean;

  constructor(strings: readonly string[], values: readonly unknown[], kept = true) {
    this.strings = strings;
    this.values = values;
    this.kept = kept;
  }
}

export interface Statement {
  readonly text: string;
  readonly values: unknown[];
  /** Undefined: it is parsed and planned for these values alone. */
  readonly name: string | undefined;
}

/** The one way SQL is written: ``sql`select * from visits where id = ${id}` ``. */
export function sql(strings: TemplateStringsArray, ...values: unknown[]): Sql {
  return new Sql(strings, values);
}

/**
 * `limit 51`, written out: the planner then knows that few rows are wanted, whatever is asked for, and comes to one plan
 * for all calls instead of a new one each time.
 */
export function limitTo(rows: number): Sql {
  return new Sql([`limit ${Math.trunc(rows)}`], []);
}

const uuidType = 2950;

/**
 * Thousands of ids as one array parameter, ``${idList(ids)}::uuid[]``, in the form the database keeps them in: sixteen
 * bytes each, which it does not have to read from text.
 *
 * @throws for what is no id
 */
export function idList(ids: readonly string[]): Buffer {
  const bytes = Buffer.from(ids.join('').replaceAll('-', ''), 'hex');
  if (bytes.length !== ids.length * 16 || ids.some((id) => id.length !== 36))
    throw new Error('a value of a list of ids is none');
  const list = Buffer.alloc(20 + ids.length * 20);
  // Dimensions, whether some are null, type, how many, number of the first; then each behind its length.
  for (const [i, word] of [1, 0, uuidType, ids.length, 1].entries()) list.writeInt32BE(word, i * 4);
  for (let i = 0; i < ids.length; i++) {
    list[23 + i * 20] = 16;
    list.set(bytes.subarray(i * 16, i * 16 + 16), 24 + i * 20);
  }
  return list;
}

/**
 * Thousands of days, codes or numbers as one array parameter: ``${plainList(days)}::date[]``. The driver asks every
 * element of an array how it is to be quoted, which costs more than everything else about it; here none is.
 *
 * @throws for a value with characters that would have to be quoted: what people typed goes as an ordinary array
 */
export function plainList(values: readonly (string | number | boolean | null)[]): string {
  const list = values.map((value) => value ?? 'NULL').join();
  if (!/^[\w.:,-]*$/.test(list)) throw new Error('a value of a plain list would have to be quoted');
  return `{${list}}`;
}

/**
 * A statement that brings thousands of rows is planned for as many: a plan that is kept for any number expects ten, and
 * compares each of the rows with each of a table it joins them to.
 */
export function planAnew(piece: Sql): Sql {
  return new Sql(piece.strings, piece.values, false);
}

/** Joins pieces, e.g. conditions with `sql` and ``. */
export function joinSql(pieces: readonly Sql[], separator: Sql): Sql {
  if (pieces.length === 0) return new Sql([''], []);
  const strings = ['', ...pieces.slice(1).map(() => separator.strings.join('')), ''];
  return new Sql(strings, pieces);
}

const names = new Map<string, string>();

/** The statement as PostgreSQL takes it. The same text always has the same name, so it is parsed once a connection. */
export function toStatement(piece: Sql): Statement {
  const values: unknown[] = [];
  const text = write(piece, values);
  if (!piece.kept) return { text, values, name: undefined };
  let name = names.get(text);
  if (name === undefined) {
    name = createHash('sha256').update(text).digest('base64url').slice(0, 16);
    names.set(text, name);
  }
  return { text, values, name };
}

function write(piece: Sql, values: unknown[]): string {
  let text = piece.strings[0] ?? '';
  piece.values.forEach((value, i) => {
    if (value instanceof Sql) text += write(value, values);
    else text += `$${values.push(value)}`;
    text += piece.strings[i + 1] ?? '';
  });
  return text;
}
