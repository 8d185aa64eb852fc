/** @jsxImportSource hono/jsx */
import { type TownFrame, TownPage } from '#domains/guide/TownPage.tsx';
import { Trap } from '#domains/letters/public-fields.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import type { OutputOf } from '#platform/operation.ts';
import type { PageAssets } from '#ui/public/PublicPage.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedNotices } from './api.ts';
import { themes } from './model.ts';
import { DistrictChoice } from './public.tsx';
import { type NoticeKey, noticePageWords } from './public-words.ts';

interface PushProps extends TownFrame {
  offered: OutputOf<typeof listPublishedNotices>;
  handed: { id: string; at: number; proof: string };
  /** By which the push service knows this house. */
  publicKey: string;
  assets: PageAssets | undefined;
}

/** What the script shows when it has come so far; each stands in the page, hidden. */
const states = [
  'push_unsupported',
  'push_denied',
  'push_failed',
  'push_slow',
  'push_done',
  'push_ended',
] as const;

/** お知らせを端末で受け取る: a district, themes; the browser asks whether it may tell. Without script the page says what else there is. */
export function PushSubscribe({ offered, handed, publicKey, assets, ...frame }: PushProps) {
  const say = speak(noticePageWords, frame.language);
  const says = (key: NoticeKey) => <Ruby>{say(key)}</Ruby>;
  return (
    <TownPage {...frame} title={say('push_title')} assets={assets}>
      <p>{says('push_lead')}</p>
      <noscript>
        <p>{says('push_unsupported')}</p>
      </noscript>
      <div role="status">
        {states.map((state) => (
          <p
            key={state}
            id={state}
            hidden
            class={state === 'push_done' || state === 'push_ended' ? 'done' : 'error'}
          >
            {says(state)}
          </p>
        ))}
      </div>
      <form id="push" hidden method="post" action="/notices/push" data-key={publicKey}>
        <input type="hidden" name="id" value={handed.id} />
        <input type="hidden" name="at" value={String(handed.at)} />
        <input type="hidden" name="proof" value={handed.proof} />
        <input type="hidden" name="language" value={frame.language} />
        <DistrictChoice language={frame.language} districts={offered.districts} chosen={undefined} />
        <fieldset>
          <legend>{says('theme')}</legend>
          <p class="hint">{says('wants_hint')}</p>
          {themes.map((one) => (
            <label key={one}>
              <input type="checkbox" name="themes" value={one} />
              <span>{says(`theme_${one}`)}</span>
            </label>
          ))}
        </fieldset>
        <Trap say={speak(letterPageWords, frame.language)} typed={{}} language={frame.language} />
        <p>{says('push_privacy')}</p>
        <button type="submit">{says('push_start')}</button>
      </form>
      <p id="push-end" hidden>
        <button type="button">{says('push_end')}</button>
      </p>
      <p>
        <a href="/notices">{says('all')}</a>
      </p>
    </TownPage>
  );
}
