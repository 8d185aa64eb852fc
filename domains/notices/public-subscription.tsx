/** @jsxImportSource hono/jsx */
import { type TownFrame, TownPage } from '#domains/guide/TownPage.tsx';
import { Trap } from '#domains/letters/public-fields.tsx';
import { letterPageWords } from '#domains/letters/public-words.ts';
import type { OutputOf } from '#platform/operation.ts';
import { LanguageSwitch } from '#ui/public/LanguageSwitch.tsx';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedNotices, readSubscription } from './api.ts';
import { themes } from './model.ts';
import { DistrictChoice } from './public.tsx';
import { type NoticeKey, noticePageWords } from './public-words.ts';

interface SubscribeProps extends TownFrame {
  offered: OutputOf<typeof listPublishedNotices>;
  handed: { id: string; at: number; proof: string };
  typed: Readonly<Record<string, string | readonly string[]>>;
  /** What is to be mended, and by which field. */
  wrong?: 'error_address' | 'once_more' | 'slow' | undefined;
}

/** お知らせをメールで受け取る: an address, a district, themes; the language is that of the page. */
export function Subscribe({ offered, handed, typed, wrong, ...frame }: SubscribeProps) {
  const say = speak(noticePageWords, frame.language);
  const chosen = [typed.themes ?? typed.theme ?? []].flat();
  const about = wrong === 'error_address';
  return (
    <TownPage
      {...frame}
      title={say('subscribe_title')}
      switcher={<LanguageSwitch language={frame.language} form="subscribe" />}
    >
      {wrong && (
        <p class="error" role="alert">
          <Ruby>{say(about ? 'error' : wrong)}</Ruby>
        </p>
      )}
      <p>
        <Ruby>{say(offered.by_mail ? 'subscribe_lead' : 'no_mail')}</Ruby>
      </p>
      <form id="subscribe" method="post" action="/notices/subscribe" novalidate>
        <input type="hidden" name="id" value={handed.id} />
        <input type="hidden" name="at" value={String(handed.at)} />
        <input type="hidden" name="proof" value={handed.proof} />
        {offered.by_mail && (
          <>
            <div class="field">
              <label for="address">
                <Ruby>{say('address')}</Ruby>
              </label>
              <span id="address-hint" class="hint">
                <Ruby>{say('address_hint')}</Ruby>
              </span>
              {about && (
                <span id="address-wrong" class="wrong">
                  <Ruby>{say('error_address')}</Ruby>
                </span>
              )}
              <input
                id="address"
                name="address"
                type="email"
                autocomplete="email"
                required
                value={String(typed.address ?? '')}
                aria-invalid={about ? 'true' : undefined}
                aria-describedby={about ? 'address-hint address-wrong' : 'address-hint'}
              />
            </div>
            <DistrictChoice
              language={frame.language}
              districts={offered.districts}
              chosen={[typed.district ?? []].flat()[0]}
            />
            <fieldset>
              <legend>
                <Ruby>{say('theme')}</Ruby>
              </legend>
              <p class="hint">
                <Ruby>{say('wants_hint')}</Ruby>
              </p>
              {themes.map((one) => (
                <label key={one}>
                  <input type="checkbox" name="themes" value={one} checked={chosen.includes(one)} />
                  <span>
                    <Ruby>{say(`theme_${one}`)}</Ruby>
                  </span>
                </label>
              ))}
            </fieldset>
            <Trap say={speak(letterPageWords, frame.language)} typed={{}} language={frame.language} />
            <p>
              <Ruby>{say('privacy')}</Ruby>
            </p>
            <button type="submit">
              <Ruby>{say('send')}</Ruby>
            </button>
          </>
        )}
      </form>
      <p>
        <a href="/notices">
          <Ruby>{say('all')}</Ruby>
        </a>
      </p>
    </TownPage>
  );
}

/** A letter is on its way, or would be: said alike whether the address is known, asked for just now, or a machine's. */
export function Asked(frame: TownFrame) {
  const say = speak(noticePageWords, frame.language);
  return (
    <TownPage {...frame} title={say('asked_title')} switcher={null}>
      <p role="status" class="done">
        <Ruby>{say('asked_lead')}</Ruby>
      </p>
    </TownPage>
  );
}

interface SubscriptionProps extends TownFrame {
  token: string;
  subscription: OutputOf<typeof readSubscription>['subscription'];
  /** What was just done; or nothing was asked, because it was asked too often. */
  done?: 'confirmed' | 'ended' | 'slow' | undefined;
}

/** What one has asked for, reached from the own letters: to say yes, and to end it. */
export function Subscription({ token, subscription, done, ...frame }: SubscriptionProps) {
  const say = speak(noticePageWords, frame.language);
  const to = (act: string) => `/notices/subscription/${token}/${act}`;
  const button = (act: 'confirm' | 'end') => (
    <form method="post" action={to(act)}>
      <button type="submit">
        <Ruby>{say(act)}</Ruby>
      </button>
    </form>
  );
  const says = (key: NoticeKey) => <Ruby>{say(key)}</Ruby>;
  return (
    <TownPage {...frame} title={say('subscription_title')} switcher={null}>
      {done && (
        <p role="status" class={done === 'slow' ? 'unreviewed' : 'done'}>
          {says(done === 'slow' ? 'push_slow' : done)}
        </p>
      )}
      {!subscription && !done && <p>{says('unknown')}</p>}
      {subscription && (
        <>
          {!subscription.confirmed && <p>{says('confirm_lead')}</p>}
          <ul>
            <li>
              {subscription.district_names.length > 0 ? (
                <span lang="ja">{subscription.district_names.join(' / ')}</span>
              ) : (
                says('every_district')
              )}
            </li>
            {subscription.themes.length === 0 && <li>{says('every_theme')}</li>}
            {subscription.themes.map((theme) => (
              <li key={theme}>{says(`theme_${theme}`)}</li>
            ))}
          </ul>
          {!subscription.confirmed && button('confirm')}
          <h2>{says('end')}</h2>
          <p>{says('end_lead')}</p>
          {button('end')}
        </>
      )}
      <p>
        <a href="/notices">{says('all')}</a>
      </p>
    </TownPage>
  );
}
