/** @jsxImportSource hono/jsx */
import type { Child } from 'hono/jsx';
import { TownWays } from '#domains/guide/TownWays.tsx';
import type { OutputOf } from '#platform/operation.ts';
import { CodeField } from '#ui/public/CodeField.tsx';
import { LanguageSwitch } from '#ui/public/LanguageSwitch.tsx';
import { type Language, translated } from '#ui/public/languages.ts';
import { PublicPage } from '#ui/public/PublicPage.tsx';
import { Received } from '#ui/public/Received.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { type Say, speak } from '#ui/public/speak.ts';
import type { readLetterForm, readLetterState } from './api.ts';
import { AboutYou, Kinds, OwnWords, Trap, WhereTo, WhoItIsAbout } from './public-fields.tsx';
import { type LetterKey, letterPageWords } from './public-words.ts';

/** What is typed, by the name of its field; several where several can be chosen. */
export type TypedLetter = Readonly<Record<string, string | readonly string[]>>;
export type Offered = OutputOf<typeof readLetterForm>;

/** What every page of the form needs to know. */
export interface Frame {
  readonly town: string;
  readonly language: Language;
  readonly reviewed: readonly Language[];
}

interface FormProps extends Frame {
  offered: Offered;
  /** The letter's id, when the form was handed out, and the proof of both. */
  handed: { id: string; at: number; proof: string };
  typed?: TypedLetter | undefined;
  /** By field, what is to be mended. */
  wrong?: Readonly<Record<string, string>> | undefined;
}

/** 困りごと・願いを伝える: own words first; everything else only if one likes. */
export function LetterForm({ offered, handed, typed = {}, wrong, ...frame }: FormProps) {
  const say = speak(letterPageWords, frame.language);
  if (offered.windows.length === 0)
    return (
      <Page {...frame} title="title" form="letter">
        <form id="letter" method="post" action="/tell-us" />
        <p class="unreviewed">
          <Ruby>{say('closed')}</Ruby>
        </p>
      </Page>
    );
  const field = { say, typed, wrong, language: frame.language };
  return (
    <Page {...frame} title="title" form="letter">
      {wrong && (
        <p class="error" role="alert">
          <Ruby>{say('error')}</Ruby>
        </p>
      )}
      <p>
        <Ruby>{say('lead')}</Ruby>
      </p>
      <p class="unreviewed">
        <Ruby>{say('emergency')}</Ruby>
      </p>
      <form id="letter" method="post" action="/tell-us" novalidate>
        <input type="hidden" name="id" value={handed.id} />
        <input type="hidden" name="at" value={String(handed.at)} />
        <input type="hidden" name="proof" value={handed.proof} />
        <OwnWords {...field} />
        <WhoItIsAbout {...field} />
        <Kinds {...field} worries={offered.worries} />
        <AboutYou {...field} />
        <WhereTo {...field} windows={offered.windows} />
        <Trap {...field} />
        <p>
          <Ruby>{say('privacy')}</Ruby>
        </p>
        <button type="submit">
          <Ruby>{say('send')}</Ruby>
        </button>
      </form>
      <p>
        <a href="/tell-us/receipt">
          <Ruby>{say('to_receipt')}</Ruby>
        </a>
      </p>
    </Page>
  );
}

/** The one answer there is: received, with a code. */
export function LetterReceived({ receipt, ...frame }: Frame & { receipt: string }) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title="sent_title">
      <Received says={say('sent_lead')} codeIs={say('sent_code')} code={receipt} keep={say('sent_keep')} />
      <p>
        <a href="/tell-us/receipt">
          <Ruby>{say('to_receipt')}</Ruby>
        </a>
      </p>
      <p>
        <a href="/tell-us">
          <Ruby>{say('again')}</Ruby>
        </a>
      </p>
    </Page>
  );
}

interface ReceiptProps extends Frame {
  code?: string | undefined;
  state?: OutputOf<typeof readLetterState>['state'] | 'slow' | undefined;
  /** The window that has it, where it was passed on. */
  window?: string | null;
}

/** How a letter stands, in one of three sentences, and which window has it when it was passed on. */
export function LetterStands({ code, state, window = null, ...frame }: ReceiptProps) {
  const say = speak(letterPageWords, frame.language);
  return (
    <Page {...frame} title="receipt_title" form="receipt">
      {state && <State say={say} state={state} />}
      {window !== null && (
        <p>
          <Ruby>{say('state_with', { window })}</Ruby>
        </p>
      )}
      <p>
        <Ruby>{say('receipt_lead')}</Ruby>
      </p>
      <form id="receipt" method="post" action="/tell-us/receipt">
        <CodeField label={say('sent_code')} hint={say('receipt_hint')} code={code} />
        <button type="submit">
          <Ruby>{say('look')}</Ruby>
        </button>
      </form>
      <p>
        <a href="/tell-us">
          <Ruby>{say('to_form')}</Ruby>
        </a>
      </p>
    </Page>
  );
}

const sentences = {
  received: 'state_received',
  looked_at: 'state_looked_at',
  answered: 'state_answered',
  unknown: 'receipt_unknown',
  over: 'receipt_over',
  slow: 'slow',
} as const;

function State({ say, state }: { say: Say<LetterKey>; state: keyof typeof sentences }) {
  const good = state === 'received' || state === 'looked_at' || state === 'answered';
  return (
    <p class={good ? 'done' : 'error'} role={good ? 'status' : 'alert'}>
      <Ruby>{say(sentences[state])}</Ruby>
    </p>
  );
}

interface PageProps extends Frame {
  title: LetterKey;
  /** The form that goes along when the language is changed. */
  form?: string;
  children: Child;
}

/** The frame of every page of the public forms. */
export function Page({ title, town, language, reviewed, form, children }: PageProps) {
  const wanted = (translated as readonly Language[]).includes(language) && !reviewed.includes(language);
  return (
    <PublicPage
      title={speak(letterPageWords, language)(title)}
      town={town}
      language={language}
      unreviewed={wanted}
      switcher={form && <LanguageSwitch language={language} form={form} />}
      ways={<TownWays language={language} />}
    >
      {children}
    </PublicPage>
  );
}
