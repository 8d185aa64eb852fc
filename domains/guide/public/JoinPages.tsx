/** @jsxImportSource hono/jsx */
import type { followEventRequest } from '#domains/places/api.ts';
import { longestRequest, mostHeadsOverForm } from '#domains/places/model.ts';
import type { OutputOf } from '#platform/operation.ts';
import { CodeField } from '#ui/public/CodeField.tsx';
import { LanguageSwitch } from '#ui/public/LanguageSwitch.tsx';
import type { Language } from '#ui/public/languages.ts';
import { Received } from '#ui/public/Received.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { TownEvent } from '../model.ts';
import { type GuideKey, speakGuide } from '../public-words.ts';
import { Said, type TownFrame, TownPage } from '../TownPage.tsx';
import { writeDay, writeHours } from './days.ts';

/** What was typed, and what is to be mended, by the name of the field. */
type ByField = Readonly<Record<string, string>>;

interface JoinProps extends TownFrame {
  event: TownEvent;
  typed: ByField;
  wrong?: ByField | undefined;
  /** The form's id, moment and proof. */
  handed: { readonly id: string; readonly at: number; readonly proof: string };
  /** The field in which nobody types. */
  trap: string;
}

/** 申し込み: a name and how to reach somebody; no account. */
export function JoinPage({ event, typed, wrong, handed, trap, ...frame }: JoinProps) {
  const { language } = frame;
  const say = speakGuide(language);
  const field = { typed, wrong, language };
  return (
    <TownPage
      {...frame}
      title={say('join_title')}
      switcher={<LanguageSwitch language={language} form="join" />}
    >
      {wrong && (
        <p class="error" role="alert">
          <Ruby>{say('join_error')}</Ruby>
        </p>
      )}
      <p>
        <a href={`/town/events/${event.id}`} lang="ja">
          {event.title}
        </a>
        <br />
        <Ruby>{`${writeDay(say, event.held_on)} ${writeHours(event.from, event.until)}`}</Ruby>{' '}
        <span lang="ja">{event.place.name}</span>
        <br />
        <Ruby>{say(`room_${event.room}`)}</Ruby>
      </p>
      <Said>{say('join_lead')}</Said>
      <form id="join" method="post" action={`/town/events/${event.id}/join`} novalidate>
        <input type="hidden" name="id" value={handed.id} />
        <input type="hidden" name="at" value={String(handed.at)} />
        <input type="hidden" name="proof" value={handed.proof} />
        <Line name="name" says="join_name" hint="join_name_hint" complete="name" {...field} />
        <Line name="reaching" says="join_reaching" hint="join_reaching_hint" complete="tel" {...field} />
        <HeadsField
          label={say('join_heads')}
          hint={say('join_heads_hint')}
          value={typed.heads ?? '1'}
          wrong={wrong}
        />
        <div class="field">
          <label for="words">
            <Ruby>{say('join_words')}</Ruby>
          </label>
          <span id="words-hint" class="hint">
            <Ruby>{say('join_words_hint')}</Ruby>
          </span>
          <Wrong name="words" wrong={wrong} />
          <textarea
            id="words"
            name="words"
            rows={3}
            maxlength={longestRequest.words}
            aria-invalid={wrong?.words ? 'true' : undefined}
            aria-describedby={`words-hint${wrong?.words ? ' words-wrong' : ''}`}
          >
            {typed.words}
          </textarea>
        </div>
        <div class="away" aria-hidden="true">
          <label for={trap}>{trap}</label>
          <input id={trap} name={trap} type="text" tabindex={-1} autocomplete="off" />
        </div>
        <Said>{say('join_privacy')}</Said>
        <button type="submit">
          <Ruby>{say(event.room === 'full' ? 'join_wait' : 'join')}</Ruby>
        </button>
      </form>
    </TownPage>
  );
}

interface LineProps {
  name: 'name' | 'reaching';
  says: GuideKey;
  hint: GuideKey;
  complete: string;
  typed: ByField;
  wrong: ByField | undefined;
  language: Language;
}

function Line({ name, says, hint, complete, typed, wrong, language }: LineProps) {
  const say = speakGuide(language);
  return (
    <div class="field">
      <label for={name}>
        <Ruby>{say(says)}</Ruby>
      </label>
      <span id={`${name}-hint`} class="hint">
        <Ruby>{say(hint)}</Ruby>
      </span>
      <Wrong name={name} wrong={wrong} />
      <input
        id={name}
        name={name}
        type="text"
        required
        maxlength={longestRequest[name]}
        autocomplete={complete}
        value={typed[name]}
        aria-invalid={wrong?.[name] ? 'true' : undefined}
        aria-describedby={`${name}-hint${wrong?.[name] ? ` ${name}-wrong` : ''}`}
      />
    </div>
  );
}

function Wrong({ name, wrong }: { name: string; wrong: ByField | undefined }) {
  if (!wrong?.[name]) return null;
  return (
    <span id={`${name}-wrong`} class="wrong">
      <Ruby>{wrong[name]}</Ruby>
    </span>
  );
}

/** For how many it is, and what is wrong with what was written. */
function HeadsField(props: { label: string; hint: string; value: string; wrong: ByField | undefined }) {
  const { label, hint, value, wrong } = props;
  return (
    <div class="field">
      <label for="heads">
        <Ruby>{label}</Ruby>
      </label>
      <span id="heads-hint" class="hint">
        <Ruby>{hint}</Ruby>
      </span>
      <Wrong name="heads" wrong={wrong} />
      <input
        id="heads"
        name="heads"
        type="text"
        inputmode="numeric"
        required
        maxlength={4}
        value={value}
        aria-invalid={wrong?.heads ? 'true' : undefined}
        aria-describedby={`heads-hint${wrong?.heads ? ' heads-wrong' : ''}`}
      />
    </div>
  );
}

/** So many may come on one registration for an event. */
export function mostHeadsFor({ capacity }: Pick<TownEvent, 'capacity'>): number {
  return Math.min(mostHeadsOverForm, capacity ?? mostHeadsOverForm);
}

/** The one answer there is: received, with a number that is at once the card for the door. */
export function JoinedPage({ code, ...frame }: TownFrame & { code: string }) {
  const say = speakGuide(frame.language);
  return (
    <TownPage {...frame} title={say('joined_title')} switcher={null}>
      <Received says={say('joined_lead')} codeIs={say('joined_code')} code={code} keep={say('joined_keep')} />
      <form method="post" action="/town/joining">
        <input type="hidden" name="code" value={code} />
        <button type="submit">
          <Ruby>{say('joined_look')}</Ruby>
        </button>
      </form>
    </TownPage>
  );
}

type Stands = OutputOf<typeof followEventRequest>['stands'];

interface JoiningProps extends TownFrame {
  code: string;
  /** Nothing was asked yet, or too often. */
  stands?: Stands | 'slow' | undefined;
  /** What came of changing for how many it is, where that was asked. */
  changed?: { readonly typed: string; readonly wrong: boolean } | undefined;
}

/** 申し込みをたしかめる: how it stands, changing for how many it is, and giving it up. */
export function JoiningPage({ code, stands, changed, ...frame }: JoiningProps) {
  const { language } = frame;
  const say = speakGuide(language);
  const known = stands === 'slow' ? null : stands;
  const good = known?.state === 'placed' || known?.state === 'waiting' || known?.state === 'received';
  return (
    <TownPage
      {...frame}
      title={say('receipt_title')}
      switcher={<LanguageSwitch language={language} form="joining" />}
    >
      {changed?.wrong && known && (
        <p class="error" role="alert">
          <Ruby>{say('join_error_heads', { max: String(known.most) })}</Ruby>
        </p>
      )}
      {stands !== undefined && (
        <p class={good ? 'done' : 'unreviewed'} role="status">
          {changed && !changed.wrong && (
            <>
              <Ruby>{say('heads_changed')}</Ruby>{' '}
            </>
          )}
          <Ruby>
            {say(stands === 'slow' ? 'state_slow' : stands ? `state_${stands.state}` : 'state_unknown')}
          </Ruby>
        </p>
      )}
      {known && (
        <p>
          <strong lang="ja">{known.title}</strong>
          <br />
          <Ruby>{writeDay(say, known.held_on)}</Ruby> <span lang="ja">{known.place_name}</span>
          <br />
          <Ruby>{say('people', { n: String(known.heads) })}</Ruby>
          {known.more_heads > 0 && (
            <>
              <br />
              <Ruby>{say('heads_more', { n: String(known.more_heads) })}</Ruby>
            </>
          )}
        </p>
      )}
      <form id="joining" method="post" action="/town/joining">
        <CodeField label={say('joined_code')} hint={say('receipt_hint')} code={code} />
        <button type="submit">
          <Ruby>{say('receipt_look')}</Ruby>
        </button>
      </form>
      {(known?.state === 'placed' || known?.state === 'waiting') && known.most > 1 && (
        <form method="post" action="/town/joining/heads">
          <input type="hidden" name="code" value={code} />
          <HeadsField
            label={say('change_heads_label')}
            hint={say('change_heads_hint', { max: String(known.most) })}
            value={changed?.wrong ? changed.typed : String(known.heads + known.more_heads)}
            wrong={
              changed?.wrong ? { heads: say('join_error_heads', { max: String(known.most) }) } : undefined
            }
          />
          <button type="submit">
            <Ruby>{say('change_heads')}</Ruby>
          </button>
        </form>
      )}
      {good && (
        <form method="post" action="/town/joining/giving-up">
          <input type="hidden" name="code" value={code} />
          <button type="submit" class="quiet">
            <Ruby>{say('give_up')}</Ruby>
          </button>
        </form>
      )}
    </TownPage>
  );
}
