/** @jsxImportSource hono/jsx */
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { mintId } from '#platform/uuid.ts';
import { CodeField } from '#ui/public/CodeField.tsx';
import { PublicPage } from '#ui/public/PublicPage.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { MyRecord } from './api.ts';

interface AskProps {
  town: string;
  /** What was typed, and why it did not open. */
  code?: string | undefined;
  refused?: string | undefined;
}

/** Where the printed code is typed. */
export function AskForCode({ town, code, refused }: AskProps) {
  return (
    <PublicPage title={m.disclosures_easy_title()} town={town}>
      <p>
        <Ruby>{m.disclosures_easy_lead()}</Ruby>
      </p>
      {refused && (
        <p class="error" role="alert">
          <Ruby>{refused}</Ruby>
        </p>
      )}
      <form method="post" action="/my-record">
        <CodeField label={m.disclosures_easy_code()} hint={m.disclosures_easy_code_hint()} code={code} />
        <button type="submit">
          <Ruby>{m.disclosures_easy_open()}</Ruby>
        </button>
      </form>
    </PublicPage>
  );
}

interface RecordProps {
  town: string;
  code: string;
  record: MyRecord;
  /** The question has just arrived, or why it did not. */
  sent?: boolean | undefined;
  words?: string | undefined;
  refused?: string | undefined;
}

/** わたしの記録を見た人, in やさしい日本語 with furigana. */
export function MyRecordPage({ town, code, record, sent, words, refused }: RecordProps) {
  const { body_name, entries, questions, expires_on } = record;
  return (
    <PublicPage title={m.disclosures_easy_title()} town={town}>
      {sent && (
        <p class="done" role="status">
          <Ruby>{m.disclosures_easy_sent()}</Ruby>
        </p>
      )}
      <p>
        <Ruby>{m.disclosures_easy_holder({ body: body_name })}</Ruby>
      </p>
      <h2>
        <Ruby>{m.disclosures_easy_list()}</Ruby>
      </h2>
      {entries.length === 0 ? (
        <p>
          <Ruby>{m.disclosures_easy_nobody()}</Ruby>
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              {[m.disclosures_easy_day(), m.disclosures_easy_who(), m.disclosures_easy_what()].map((head) => (
                <th key={head} scope="col">
                  <Ruby>{head}</Ruby>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {entries.map((entry) => (
              <tr key={entry.id}>
                <td>{formatDay(entry.day)}</td>
                <td>{m.disclosures_who({ body: entry.body_name, role: entry.role })}</td>
                <td>{entry.what}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <Ruby>{m.disclosures_easy_not_all()}</Ruby>
      </p>
      <p>
        <Ruby>{m.disclosures_easy_until({ day: formatDay(expires_on) })}</Ruby>
      </p>
      <Questions questions={questions} />
      <h2>
        <Ruby>{m.disclosures_easy_ask_title()}</Ruby>
      </h2>
      <p>
        <Ruby>{m.disclosures_easy_ask_lead({ body: body_name })}</Ruby>
      </p>
      <QuestionForm code={code} words={words} refused={refused} />
    </PublicPage>
  );
}

interface FormProps {
  code: string;
  kind?: string | undefined;
  words?: string | undefined;
  refused?: string | undefined;
}

/** What was written and could not be taken just now: it is there to be sent again. */
export function QuestionAgain({ town, ...written }: FormProps & { town: string }) {
  return (
    <PublicPage title={m.disclosures_easy_title()} town={town}>
      <QuestionForm {...written} />
    </PublicPage>
  );
}

function QuestionForm({ code, kind, words, refused }: FormProps) {
  return (
    <>
      {refused && (
        <p class="error" role="alert">
          <Ruby>{refused}</Ruby>
        </p>
      )}
      <form method="post" action="/my-record/questions">
        <input type="hidden" name="code" value={code} />
        <input type="hidden" name="id" value={mintId()} />
        <fieldset>
          <legend>
            <Ruby>{m.disclosures_easy_ask_kind()}</Ruby>
          </legend>
          <label>
            <input type="radio" name="kind" value="ask" checked={kind !== 'object'} />
            <Ruby>{m.disclosures_easy_ask()}</Ruby>
          </label>
          <label>
            <input type="radio" name="kind" value="object" checked={kind === 'object'} />
            <Ruby>{m.disclosures_easy_object()}</Ruby>
          </label>
        </fieldset>
        <div class="field">
          <label for="words">
            <Ruby>{m.disclosures_easy_words()}</Ruby>
          </label>
          <textarea id="words" name="words" rows={5} maxlength={2000} required>
            {words}
          </textarea>
        </div>
        <button type="submit">
          <Ruby>{m.disclosures_easy_send()}</Ruby>
        </button>
      </form>
    </>
  );
}

function Questions({ questions }: { questions: MyRecord['questions'] }) {
  if (questions.length === 0) return null;
  return (
    <>
      <h2>
        <Ruby>{m.disclosures_easy_asked()}</Ruby>
      </h2>
      <dl>
        {questions.map(({ id, words, answer }) => (
          <div key={id}>
            <dt>{words}</dt>
            <dd>
              {answer === null ? (
                <Ruby>{m.disclosures_easy_no_answer()}</Ruby>
              ) : (
                <>
                  <Ruby>{m.disclosures_easy_answer()}</Ruby>
                  {': '}
                  {answer}
                </>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </>
  );
}
