/** @jsxImportSource hono/jsx */
import { type Language, tagOf } from '#ui/public/languages.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import type { Say } from '#ui/public/speak.ts';
import { abouts } from './model.ts';
import type { Offered, TypedLetter } from './public.tsx';
import { type LetterKey, letterPageWords } from './public-words.ts';

export interface Fields {
  say: Say<LetterKey>;
  typed: TypedLetter;
  wrong?: Readonly<Record<string, string>> | undefined;
  language: Language;
}

/** The field nobody sees: only what fills in everything fills it. */
export const trapName = 'website';

export function OwnWords(fields: Fields) {
  return (
    <>
      <Area {...fields} name="wish" label="wish_label" hint="wish_hint" />
      <Area {...fields} name="trouble" label="trouble_label" hint="trouble_hint" />
    </>
  );
}

export function WhoItIsAbout({ say, typed }: Fields) {
  return (
    <fieldset>
      <legend>
        <Ruby>{say('about')}</Ruby>
      </legend>
      {abouts.map((about) => (
        <label key={about}>
          <input type="radio" name="about" value={about} checked={typed.about === about} />
          <span>
            <Ruby>{say(`about_${about}`)}</Ruby>
          </span>
        </label>
      ))}
    </fieldset>
  );
}

/** The kinds of worry, folded away: own words are enough. */
export function Kinds({ say, typed, language, worries }: Fields & { worries: Offered['worries'] }) {
  const chosen = [typed.worries ?? []].flat();
  return (
    <details open={chosen.length > 0}>
      <summary>
        <Ruby>{say('kinds')}</Ruby>
      </summary>
      <fieldset>
        <legend>
          <Ruby>{say('kinds_legend')}</Ruby>
        </legend>
        <div class="choices">
          {worries.map(({ code, label }) => {
            const said = sayWorry(language, code, label);
            return (
              <label key={code}>
                <input type="checkbox" name="worries" value={code} checked={chosen.includes(code)} />
                <span lang={said === label ? 'ja' : tagOf(language)}>
                  <Ruby>{said}</Ruby>
                </span>
              </label>
            );
          })}
        </div>
      </fieldset>
    </details>
  );
}

/** A kind of worry in another language, as long as the town calls it what the translation translates. */
function sayWorry(language: Language, code: string, label: string): string {
  const key = `worry_${code}` as LetterKey;
  return letterPageWords.ja[key] === label ? letterPageWords[language][key] : label;
}

export function AboutYou(fields: Fields) {
  const { say } = fields;
  return (
    <>
      <div>
        <h2>
          <Ruby>{say('contact')}</Ruby>
        </h2>
        <p>
          <Ruby>{say('contact_lead')}</Ruby>
        </p>
      </div>
      <Line {...fields} name="name" label="name" autocomplete="nickname" />
      <Line {...fields} name="phone" label="phone" type="tel" autocomplete="tel" />
      <Line {...fields} name="email" label="email" type="email" autocomplete="email" />
      <Line {...fields} name="reaching" label="reaching" />
      <Line {...fields} name="heard_of" label="heard_of" />
    </>
  );
}

export function WhereTo({ say, typed, windows }: Fields & { windows: Offered['windows'] }) {
  const chosen = typed.window ?? '';
  return (
    <fieldset>
      <legend>
        <Ruby>{say('window')}</Ruby>
      </legend>
      <label>
        <input type="radio" name="window" value="" checked={!windows.some(({ id }) => id === chosen)} />
        <span>
          <Ruby>{say('window_any')}</Ruby>
        </span>
      </label>
      {windows.map(({ id, name }) => (
        <label key={id}>
          <input type="radio" name="window" value={id} checked={chosen === id} />
          <span lang="ja">{name}</span>
        </label>
      ))}
      <label>
        <input type="checkbox" name="may_pass" value="yes" checked={typed.may_pass === 'yes'} />
        <span>
          <Ruby>{say('may_pass')}</Ruby>
        </span>
      </label>
    </fieldset>
  );
}

/** Neither seen, read aloud nor reached by keyboard. */
export function Trap({ say }: Fields) {
  return (
    <div class="away" aria-hidden="true">
      <label for={trapName}>
        <Ruby>{say('trap')}</Ruby>
      </label>
      <input id={trapName} name={trapName} type="text" tabindex={-1} autocomplete="off" />
    </div>
  );
}

interface OneField extends Fields {
  name: string;
  label: LetterKey;
  hint?: LetterKey;
}

/** Words of one's own. `quiet`: what stands above it is its label already, for who sees it. */
export function Area({ say, typed, wrong, name, label, hint, quiet }: OneField & { quiet?: boolean }) {
  return (
    <div class="field">
      <label for={name} class={quiet ? 'away' : undefined}>
        <Ruby>{say(label)}</Ruby>
      </label>
      {hint && (
        <span id={`${name}-hint`} class="hint">
          <Ruby>{say(hint)}</Ruby>
        </span>
      )}
      <Wrong name={name} sentence={wrong?.[name]} />
      <textarea
        id={name}
        name={name}
        rows={5}
        aria-describedby={describedBy(name, hint !== undefined, wrong)}
        aria-invalid={wrong?.[name] ? 'true' : undefined}
      >
        {typed[name]}
      </textarea>
    </div>
  );
}

interface LineProps extends OneField {
  type?: 'text' | 'tel' | 'email' | 'date';
  autocomplete?: string;
  /** A telephone offers its digits. */
  numeric?: boolean;
}

/** One line. */
export function Line(props: LineProps) {
  const { say, typed, wrong, name, label, hint, type = 'text', autocomplete = 'off', numeric } = props;
  return (
    <div class="field">
      <label for={name}>
        <Ruby>{say(label)}</Ruby>
      </label>
      {hint && (
        <span id={`${name}-hint`} class="hint">
          <Ruby>{say(hint)}</Ruby>
        </span>
      )}
      <Wrong name={name} sentence={wrong?.[name]} />
      <input
        id={name}
        name={name}
        type={type}
        autocomplete={autocomplete}
        inputmode={numeric ? 'numeric' : undefined}
        value={String(typed[name] ?? '')}
        aria-describedby={describedBy(name, hint !== undefined, wrong)}
        aria-invalid={wrong?.[name] ? 'true' : undefined}
      />
    </div>
  );
}

function Wrong({ name, sentence }: { name: string; sentence: string | undefined }) {
  if (!sentence) return null;
  return (
    <span id={`${name}-wrong`} class="wrong">
      <Ruby>{sentence}</Ruby>
    </span>
  );
}

function describedBy(name: string, hint: boolean, wrong: Fields['wrong']): string | undefined {
  const ids = [...(hint ? [`${name}-hint`] : []), ...(wrong?.[name] ? [`${name}-wrong`] : [])];
  return ids.length > 0 ? ids.join(' ') : undefined;
}
