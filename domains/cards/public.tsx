/** @jsxImportSource hono/jsx */
import type { OutputOf } from '#platform/operation.ts';
import { Received } from '#ui/public/Received.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { type Say, speak } from '#ui/public/speak.ts';
import { type Frame, Page, type TypedLetter } from '../letters/public.tsx';
import { Trap } from '../letters/public-fields.tsx';
import { type LetterKey, letterPageWords } from '../letters/public-words.ts';
import type { followWishNote, readWishForm } from './api.ts';
import { BothSides, WhoWrites } from './public-fields.tsx';
import { Ways } from './public-ways.tsx';

export type WishForm = OutputOf<typeof readWishForm>;
export type Followed = OutputOf<typeof followWishNote>;
type Wrong = Readonly<Record<string, string>> | undefined;

interface FormProps extends Frame {
  offered: WishForm;
  handed: { id: string; at: number; proof: string };
  /** The code of the card it is written with. */
  card: string;
  typed?: TypedLetter | undefined;
  wrong?: Wrong;
}

/** 願い・できることを伝える: what one would like and what one can do, both asked. */
export function WishNoteForm({ offered, handed, card, typed = {}, wrong, ...frame }: FormProps) {
  const say = speak(letterPageWords, frame.language);
  const shut = !offered.open && offered.card !== 'good';
  const field = { say, typed, wrong, language: frame.language };
  return (
    <Page {...frame} title="card_title" form="note">
      {wrong && <Alert say={say} of="error" />}
      {shut ? (
        <form id="note" method="post" action="/wish-card">
          <p class="unreviewed">
            <Ruby>{say('closed')}</Ruby>
          </p>
        </form>
      ) : (
        <>
          {offered.card !== 'none' && (
            <p class={offered.card === 'good' ? 'done' : 'error'} role="status">
              <Ruby>{say(offered.card === 'good' ? 'card_from_card' : 'card_over')}</Ruby>
            </p>
          )}
          <p>
            <Ruby>{say('card_lead')}</Ruby>
          </p>
          <p class="unreviewed">
            <Ruby>{say('emergency')}</Ruby>
          </p>
          <form id="note" method="post" action="/wish-card" novalidate>
            <input type="hidden" name="id" value={handed.id} />
            <input type="hidden" name="at" value={String(handed.at)} />
            <input type="hidden" name="proof" value={handed.proof} />
            <input type="hidden" name="card" value={card} />
            <BothSides {...field} />
            <WhoWrites {...field} districts={offered.districts} />
            <Trap {...field} />
            <p>
              <Ruby>{say('card_privacy')}</Ruby>
            </p>
            <button type="submit">
              <Ruby>{say('send')}</Ruby>
            </button>
          </form>
        </>
      )}
      <Ways say={say} to={['receipt', 'told', 'gifts']} />
    </Page>
  );
}

/** The one answer there is: received, with a code. */
export function WishNoteReceived({ receipt, ...frame }: Frame & { receipt: string }) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title="sent_title">
      <Received
        says={say('card_sent_lead')}
        codeIs={say('sent_code')}
        code={receipt}
        keep={say('card_sent_keep')}
      />
      <Ways say={say} to={['receipt', 'form', 'told', 'gifts']} />
    </Page>
  );
}

interface StandsProps extends Frame {
  code?: string | undefined;
  followed?: Followed | undefined;
  /** Asked too often; or just changed. */
  said?: 'slow' | 'changed' | undefined;
  districts: WishForm['districts'];
  typed?: TypedLetter | undefined;
  wrong?: Wrong;
}

const sentences = {
  waiting: 'card_state_waiting',
  taken_in: 'card_state_taken_in',
  answered: 'card_state_answered',
  withdrawn: 'card_state_withdrawn',
  unknown: 'receipt_unknown',
  over: 'card_receipt_over',
} as const;

/** How a note stands, in one of a few sentences; what was written, to be changed or taken back. */
export function WishNoteStands({ code, followed, said, districts, typed, wrong, ...frame }: StandsProps) {
  const say = speak(letterPageWords, frame.language);
  const bad = followed?.state === 'unknown' || followed?.state === 'over';
  const note = followed?.note;
  return (
    <Page {...frame} title="card_receipt_title" form={note ? 'change' : 'receipt'}>
      {wrong && <Alert say={say} of="error" />}
      {said === 'slow' && <Alert say={say} of="slow" />}
      {said === 'changed' && <Done say={say} of="card_changed" />}
      {followed && bad && <Alert say={say} of={sentences[followed.state]} />}
      {followed && !bad && <Done say={say} of={sentences[followed.state]} />}
      {note && code ? (
        <>
          <h2>
            <Ruby>{say('card_change_title')}</Ruby>
          </h2>
          <p>
            <Ruby>{say('card_change_lead')}</Ruby>
          </p>
          <form id="change" method="post" action="/wish-card/change" novalidate>
            <input type="hidden" name="code" value={code} />
            <BothSides say={say} typed={typed ?? asTyped(note)} wrong={wrong} language={frame.language} />
            <WhoWrites
              say={say}
              typed={typed ?? asTyped(note)}
              wrong={wrong}
              language={frame.language}
              districts={districts}
            />
            <button type="submit">
              <Ruby>{say('card_change')}</Ruby>
            </button>
          </form>
          <h2>
            <Ruby>{say('card_withdraw_title')}</Ruby>
          </h2>
          <p>
            <Ruby>{say('card_withdraw_lead')}</Ruby>
          </p>
          <form method="post" action="/wish-card/withdrawal">
            <input type="hidden" name="code" value={code} />
            <button type="submit">
              <Ruby>{say('card_withdraw')}</Ruby>
            </button>
          </form>
        </>
      ) : (
        <AskForReceipt say={say} code={code} />
      )}
      <Ways say={say} to={note ? ['receipt', 'form'] : ['form']} />
    </Page>
  );
}

function AskForReceipt({ say, code }: { say: Say<LetterKey>; code: string | undefined }) {
  return (
    <form id="receipt" method="post" action="/wish-card/receipt">
      <div class="field">
        <label for="code">
          <Ruby>{say('sent_code')}</Ruby>
        </label>
        <span id="code-hint" class="hint">
          <Ruby>{say('receipt_hint')}</Ruby>
        </span>
        <input
          class="code"
          id="code"
          name="code"
          type="text"
          autocomplete="off"
          required
          value={code}
          aria-describedby="code-hint"
        />
      </div>
      <button type="submit">
        <Ruby>{say('look')}</Ruby>
      </button>
    </form>
  );
}

/** A note as the fields of the form have it. */
function asTyped(note: NonNullable<Followed['note']>): TypedLetter {
  const sides = note.sides.flatMap(({ side, words, days, until, times, ...rest }) => [
    [`${side}_words`, words ?? ''],
    [`${side}_days`, days.map(String)],
    [`${side}_until`, until ?? ''],
    [`${side}_times`, times === 1 ? '' : String(times)],
    ...Object.entries(rest)
      .filter(([what, value]) => !(what === 'reach' && value === 'own_district'))
      .map(([what, value]) => [`${side}_${what}`, value]),
  ]);
  return {
    ...Object.fromEntries(sides),
    name: note.name ?? '',
    reaching: note.reaching ?? '',
    district: note.district_id ?? '',
    sort: note.sort ?? '',
  };
}

function Alert({ say, of }: { say: Say<LetterKey>; of: LetterKey }) {
  return (
    <p class="error" role="alert">
      <Ruby>{say(of)}</Ruby>
    </p>
  );
}

function Done({ say, of }: { say: Say<LetterKey>; of: LetterKey }) {
  return (
    <p class="done" role="status">
      <Ruby>{say(of)}</Ruby>
    </p>
  );
}
