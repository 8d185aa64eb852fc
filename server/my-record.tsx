/** @jsxImportSource hono/jsx */
import type { Context, Hono } from 'hono';
import { askAboutMyRecord, type MyRecord, readMyRecord } from '#domains/disclosures/api.ts';
import { AskForCode, MyRecordPage, QuestionAgain } from '#domains/disclosures/public.tsx';
import { readTown } from '#domains/districts/queries.ts';
import * as m from '#messages';
import type { ReadAddress } from '#platform/caller-address.ts';
import { hashSecret, readPrintedCode } from '#platform/credentials/secrets.ts';
import type { Credential, Database } from '#platform/db.ts';
import type { BoundOperation } from '#platform/domain.ts';
import type { Operation } from '#platform/operation.ts';
import { perform } from '#platform/perform.ts';
import { Refusal } from '#platform/refusal.ts';
import { mintId } from '#platform/uuid.ts';
import { readTyped, textOf } from './typed.ts';

export interface PublicParts {
  readonly database: Database;
  readonly operations: readonly BoundOperation[];
  readonly admitCaller: (address: string, command: boolean) => boolean;
  readonly addressOf: ReadAddress;
}

/** Bytes of the whole form, each character written as nine of a form's signs. */
const largestForm = 20_000;
const longestCode = 60;

/** わたしの記録: the code is sent with every page and kept nowhere, neither in an address nor in a cookie. */
export function serveMyRecord(app: Hono, parts: PublicParts): void {
  const { database, operations, admitCaller, addressOf } = parts;
  const found = (declared: Operation) => operations.find((o) => o.declared === declared);
  const ask = async (declared: Operation, code: string, input: object) => {
    const bound = found(declared);
    if (!bound) throw new Error(`not among the operations: ${declared.route}`);
    const key: Credential = { kind: 'key', hash: hashSecret(readPrintedCode(code)) };
    return perform(database, bound, key, input, mintId());
  };
  const page = (c: Context, body: unknown, status: 200 | 403 | 413 | 422 | 429 = 200) => {
    c.header('cache-control', 'no-store');
    return c.html(`<!doctype html>${String(body)}`, status);
  };
  const refuse = async (c: Context, code: string, refused: string, status: 403 | 413 | 429) =>
    page(c, <AskForCode town={await nameTown(database)} code={code} refused={refused} />, status);
  const admitted = (c: Context) => admitCaller(addressOf(c), true);

  app.get('/my-record', async (c) => page(c, <AskForCode town={await nameTown(database)} />));
  app.post('/my-record', async (c) => {
    const code = textOf((await readTyped(c, largestForm))?.code).slice(0, longestCode);
    if (!admitted(c)) return refuse(c, code, m.disclosures_easy_slow(), 429);
    try {
      const record = (await ask(readMyRecord, code, {})) as MyRecord;
      return page(c, <MyRecordPage town={await nameTown(database)} code={code} record={record} />);
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      return refuse(c, code, m.disclosures_easy_refused(), 403);
    }
  });
  app.post('/my-record/questions', async (c) => {
    const typed = await readTyped(c, largestForm);
    // Too large for any hand: the code is not read either.
    if (!typed) return refuse(c, '', m.disclosures_easy_words_long(), 413);
    const [code, words] = [textOf(typed.code).slice(0, longestCode), textOf(typed.words)];
    if (!admitted(c)) {
      const written = { code, kind: textOf(typed.kind), words, refused: m.disclosures_easy_slow() };
      return page(c, <QuestionAgain town={await nameTown(database)} {...written} />, 429);
    }
    let refused: string | undefined;
    try {
      await ask(askAboutMyRecord, code, { id: textOf(typed.id), kind: textOf(typed.kind), words });
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      if (error.code !== 'invalid') return refuse(c, code, m.disclosures_easy_refused(), 403);
      refused = words.trim() === '' ? m.disclosures_easy_words_missing() : m.disclosures_easy_words_long();
    }
    const record = (await ask(readMyRecord, code, {})) as MyRecord;
    const shown = { town: await nameTown(database), code, record, refused };
    return page(
      c,
      <MyRecordPage {...shown} sent={refused === undefined} words={refused ? words : undefined} />,
      refused ? 422 : 200,
    );
  });
}

/** Whose pages they are; nobody's while there is no town. */
export async function nameTown(database: Database): Promise<string> {
  const { town } = await database.as({ kind: 'none' }, 'readTown', (db, act) => readTown(db, {}, act));
  return town?.name ?? '';
}
