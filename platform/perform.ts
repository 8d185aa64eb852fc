import { createHash } from 'node:crypto';
import type * as z from 'zod';
import * as m from '#messages';
import type { Actor } from './act.ts';
import { recordsLeave } from './bulk.ts';
import { type Closing, type Credential, type Database, TwinCall, type Work } from './db.ts';
import type { BoundOperation, FileReply, LaterFile } from './domain.ts';
import { tell } from './event.ts';
import { isCommand, type Operation } from './operation.ts';
import { CountedRefusal, Refusal } from './refusal.ts';

/**
 * The one door: checks the input, enters as the caller, asks who may, does the work and writes audit and call
 * in the same transaction. A refused call is rolled back and its refusal written in a second transaction.
 *
 * @param call id minted by the caller; the same id again gives the same answer and does nothing twice
 * @throws Refusal with a sentence for the person; anything else is a bug
 */
export async function perform(
  database: Database,
  bound: BoundOperation,
  credential: Credential,
  raw: unknown,
  call: string,
): Promise<unknown> {
  const inputHash = hashInput(bound, raw);
  try {
    return await attempt(database, bound, credential, raw, call, inputHash);
  } catch (error) {
    if (error instanceof TwinCall) return attempt(database, bound, credential, raw, call, inputHash);
    if (error instanceof Refusal && !(error instanceof CountedRefusal))
      await recordRefusal(database, bound, credential, error, call, inputHash);
    throw error;
  }
}

async function attempt(
  database: Database,
  bound: BoundOperation,
  credential: Credential,
  raw: unknown,
  call: string,
  inputHash: Buffer,
): Promise<unknown> {
  const brought = await askOutside(database, bound, credential, raw);
  const work = workOf(bound, raw, inputHash, brought);
  return settle(bound, await database.enter(credential, bound.name, call, work, bound.declared.atOneMoment));
}

/** One command of several that are done together. None of them asks outside or makes a file. */
export interface CallOfMany {
  readonly bound: BoundOperation;
  readonly raw: unknown;
  /** As of `perform`. */
  readonly call: string;
}

/**
 * `perform` for several commands of one caller, in one transaction: each stands or falls by itself, and one commit
 * keeps those that stand. What breaks for no reason of its own (two at the same moment) is performed once more, alone, and so
 * is each where nothing could be kept together: one that breaks the commit does not hold up the others.
 */
export async function performTogether(
  database: Database,
  credential: Credential,
  calls: readonly CallOfMany[],
): Promise<PromiseSettledResult<unknown>[]> {
  const hashed = calls.map((one) => ({ ...one, inputHash: hashInput(one.bound, one.raw) }));
  const outcomes = await database
    .enterForMany(
      credential,
      hashed.map(({ bound, raw, call, inputHash }) => ({
        operation: bound.name,
        call,
        work: workOf(bound, raw, inputHash),
      })),
    )
    .catch((reason: unknown) => hashed.map(() => ({ status: 'rejected', reason }) as const));
  const settled: PromiseSettledResult<unknown>[] = [];
  for (const [i, { bound, raw, call, inputHash }] of hashed.entries()) {
    const outcome = outcomes[i] as PromiseSettledResult<unknown>;
    const [one] = await Promise.allSettled([
      (async () => {
        if (outcome.status === 'fulfilled') return settle(bound, outcome.value);
        if (!(outcome.reason instanceof Refusal)) return perform(database, bound, credential, raw, call);
        await recordRefusal(database, bound, credential, outcome.reason, call, inputHash);
        throw outcome.reason;
      })(),
    ]);
    settled.push(one);
  }
  return settled;
}

/** What is done inside the transaction. */
function workOf(
  { name, declared, handle }: BoundOperation,
  raw: unknown,
  inputHash: Buffer,
  brought?: unknown,
): Work<unknown> {
  const command = isCommand(declared);
  return async (db, act, known) => {
    admit(declared, act.actor);
    const input = parseInput(declared.input, raw);
    if (command && known) {
      if (known.operation !== name || !known.inputHash.equals(inputHash))
        throw new Refusal('call_differs', m.platform_refused_call_differs());
      return { answer: declared.output.parse(known.result), closing: { audit: null, call: null } };
    }
    const reply = await handle(db, input, act, brought).catch(keepCounted);
    if (reply instanceof CountedRefusal)
      return { answer: reply, closing: closeCounted(declared, reply, inputHash) };
    const answer = declared.file ? reply : declared.output.parse(reply);
    const subjects = declared.subjects?.(input, answer) ?? [];
    if (declared.bulk)
      await tell(recordsLeave, db, { operation: name, inputHash, persons: new Set(subjects).size }, act);
    const closing: Closing = {
      audit: declared.audit ? { word: declared.audit, outcome: 'done', subjects, inputHash } : null,
      call: command ? { inputHash, result: keepIds(answer) } : null,
    };
    return { answer, closing };
  };
}

/** What is said when the transaction has ended. */
function settle({ declared }: BoundOperation, outcome: unknown): unknown {
  if (outcome instanceof CountedRefusal) throw outcome;
  return declared.file ? makeFile(outcome as FileReply | LaterFile) : outcome;
}

/** What somebody outside says, asked for whoever may try, before the transaction begins. */
async function askOutside(
  database: Database,
  { name, declared, outside }: BoundOperation,
  credential: Credential,
  raw: unknown,
): Promise<unknown> {
  if (!outside) return undefined;
  const input = await database.as(credential, name, async (_, { actor }) => {
    admit(declared, actor);
    return parseInput(declared.input, raw);
  });
  return outside((work) => database.as(credential, name, work), input);
}

/** A file that is made later is made here, where no transaction waits for it. */
function makeFile(reply: FileReply | LaterFile): FileReply | Promise<FileReply> {
  return typeof reply === 'function' ? reply() : reply;
}

function keepCounted(error: unknown): CountedRefusal {
  if (error instanceof CountedRefusal) return error;
  throw error;
}

function closeCounted({ audit }: Operation, { code }: Refusal, inputHash: Buffer): Closing {
  return { audit: audit ? { word: audit, outcome: code, subjects: [], inputHash } : null, call: null };
}

async function recordRefusal(
  database: Database,
  { name, declared }: BoundOperation,
  credential: Credential,
  refusal: Refusal,
  call: string,
  inputHash: Buffer,
): Promise<void> {
  if (!declared.audit) return;
  const word = declared.audit;
  await database.enter(credential, name, call, async () => ({
    answer: undefined,
    closing: { audit: { word, outcome: refusal.code, subjects: [], inputHash }, call: null },
  }));
}

/** Whether these posts may try at all; which rows they reach is the database's to decide. */
export function admit({ may, finishing }: Operation, actor: Actor): void {
  if (may === 'anyone') return;
  if (actor.account === null && actor.role === null)
    throw new Refusal('not_signed_in', m.platform_refused_not_signed_in());
  if (may === 'signed_in') return;
  if (actor.factorNeeded) throw new Refusal('second_factor_needed', m.platform_refused_second_factor());
  if (actor.role === null || !may.includes(actor.role))
    throw new Refusal('not_allowed', m.platform_refused_not_allowed());
  if (actor.finishing && !finishing) throw new Refusal('not_allowed', m.platform_refused_post_ended());
}

function parseInput(schema: z.ZodObject, raw: unknown): Record<string, unknown> {
  const parsed = schema.safeParse(raw);
  if (parsed.success) {
    const broken = findBroken(parsed.data);
    if (broken === null) return parsed.data;
    throw new Refusal('invalid', m.platform_refused_characters(), {
      [broken]: m.platform_refused_characters(),
    });
  }
  const fields: Record<string, string> = {};
  for (const issue of parsed.error.issues) {
    const field = issue.path.join('.') || 'input';
    fields[field] ??= isOurs(issue.message) ? issue.message : m.platform_field_unreadable();
  }
  throw new Refusal('invalid', m.platform_refused_invalid(), fields);
}

/**
 * Where a text holds what no column and no JSON of the database can: the character of no value, or half of a character.
 *
 * @returns the path of the field; null where every text can be written
 */
function findBroken(value: unknown, path = ''): string | null {
  if (typeof value === 'string')
    return value.includes('\u0000') || !value.isWellFormed() ? path || 'input' : null;
  if (typeof value !== 'object' || value === null) return null;
  for (const [key, part] of Object.entries(value)) {
    const at = path ? `${path}.${key}` : key;
    const broken = findBroken(key) === null ? findBroken(part, at) : path || 'input';
    if (broken !== null) return broken;
  }
  return null;
}

/** Our sentences are Japanese; a schema's own English text is for developers and never shown. */
function isOurs(message: string): boolean {
  return /[぀-ヿ一-鿿]/.test(message);
}

/** Of an answer only ids and plain figures are remembered: a secret that is shown once is not kept to be shown twice. */
function keepIds(answer: unknown): unknown {
  if (typeof answer !== 'object' || answer === null) return {};
  return Object.fromEntries(
    Object.entries(answer).map(([key, value]) => [key, key.startsWith('secret') ? null : value]),
  );
}

/** What was asked, as a hash. A password leaves no trace in it: short secrets could be guessed from their hash. */
function hashInput({ name, declared: { secrets = [] } }: BoundOperation, raw: unknown): Buffer {
  const kept =
    typeof raw === 'object' && raw !== null
      ? Object.fromEntries(Object.entries(raw).filter(([key]) => !secrets.includes(key)))
      : raw;
  return createHash('sha256')
    .update(`${name}\n${canonical(kept)}`)
    .digest();
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? 'null';
  const entries = Object.entries(value).filter(([, v]) => v !== undefined);
  return `{${entries
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([k, v]) => `${JSON.stringify(k)}:${canonical(v)}`)
    .join(',')}}`;
}
