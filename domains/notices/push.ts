import { createECDH, createHmac } from 'node:crypto';
import * as webPush from 'web-push';
import { currentSite } from '#platform/credentials/site.ts';
import type { Language } from '#ui/public/languages.ts';
import type { Channels } from './channels.ts';
import type { Handed } from './mail.ts';
import { marksInBrackets } from './marks.ts';
import { wordsIn } from './public-writing.ts';

/** Keys of a browser, base64url: for these a message is sealed (RFC 8291). */
export interface PushKeys {
  readonly p256dh: string;
  readonly auth: string;
}

/** Seconds for which a push service keeps a message for a device that is off. */
const kept = 4 * 86_400;
const patience = 15_000;

/**
 * The key pair by which a push service knows this house (VAPID, RFC 8292). It follows from the house's key and is kept with it alone.
 */
export function housePushKeys(): { publicKey: string; privateKey: string } {
  for (let n = 0; ; n++) {
    const secret = createHmac('sha256', currentSite().sealingKey).update(`push ${n}`).digest();
    const pair = createECDH('prime256v1');
    try {
      pair.setPrivateKey(secret);
    } catch {
      // One in four thousand million is no key of the curve.
      continue;
    }
    return { publicKey: pair.getPublicKey('base64url'), privateKey: secret.toString('base64url') };
  }
}

/** Whether this house calls such an address: of a service that the administrator named, over TLS; of this machine itself also without. */
export function isPushAddress({ hosts }: NonNullable<Channels['push']>, address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host, hostname, username } = new URL(address);
  const listed = hosts.some((one) => one === host || (one.startsWith('*.') && host.endsWith(one.slice(1))));
  return (
    listed && username === '' && (protocol === 'https:' || (protocol === 'http:' && hostname === '127.0.0.1'))
  );
}

/** Tells a device a notice: its title and the way to its page, nothing of anybody, sealed for the browser. */
export async function pushNotice(
  push: NonNullable<Channels['push']>,
  to: { readonly address: string; readonly keys: PushKeys; readonly language: Language },
  notice: { readonly id: string; readonly texts: Readonly<Record<string, { title: string; words: string }>> },
): Promise<Handed> {
  // Named no longer: it is not called, and may be named again.
  if (!isPushAddress(push, to.address)) return { outcome: 'failed', answer: 'HOST' };
  const { title } = wordsIn(notice.texts, to.language);
  const link = `${currentSite().origin}/notices/${notice.id}?lang=${to.language}`;
  const payload = JSON.stringify({ title: marksInBrackets(title).replaceAll('\n', ' '), link });
  try {
    const { endpoint, method, headers, body } = webPush.generateRequestDetails(
      { endpoint: to.address, keys: { ...to.keys } },
      payload,
      {
        ...{ TTL: kept, contentEncoding: 'aes128gcm' as const },
        // What is told twice of one notice takes the place of the first.
        topic: notice.id.replaceAll('-', ''),
        vapidDetails: { subject: push.contact, ...housePushKeys() },
      },
    );
    const { status } = await fetch(endpoint, {
      ...{ method, headers: withoutLength(headers), body: new Uint8Array(body), redirect: 'manual' as const },
      signal: AbortSignal.timeout(patience),
    });
    return weigh(status);
  } catch {
    return { outcome: 'again', answer: null };
  }
}

/** 404 and 410: the browser has ended it. A repeated message replaces the first, so that what is unclear may be told again. */
function weigh(status: number): Handed {
  if (status >= 200 && status < 300) return { outcome: 'sent', answer: null };
  const answer = String(status);
  if (status === 404 || status === 410) return { outcome: 'failed', answer, unreachable: true };
  return { outcome: status >= 500 || status === 429 ? 'again' : 'failed', answer };
}

function withoutLength(headers: Readonly<Record<string, string | number>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers)
      .filter(([name]) => name.toLowerCase() !== 'content-length')
      .map(([name, value]) => [name, String(value)]),
  );
}
