import { createTransport, type Transporter } from 'nodemailer';
import { currentSite } from '#platform/credentials/site.ts';
import type { Language } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import type { Channels } from './channels.ts';
import { marksInBrackets } from './marks.ts';
import { noticePageWords } from './public-words.ts';
import { plain, plainWithReadings, wordsIn } from './public-writing.ts';
import { returnPathOf } from './return-path.ts';
import { isOfTheAddress } from './returned.ts';
import { tokenOf } from './token.ts';

/** A letter to one address, before it is handed over. */
export interface MailToSend {
  /** Of the delivery: the letter's Message-ID, so that whoever gets it twice sees that it is one. */
  readonly id: string;
  readonly subscription: string;
  readonly address: string;
  readonly language: Language;
  readonly town: string;
  /** Null: the letter that asks whether the address is right. */
  readonly notice: {
    readonly id: string;
    readonly texts: Readonly<Record<string, { readonly title: string; readonly words: string }>>;
  } | null;
}

/** What became of handing it over. `again`: it was refused for now; `unclear`: the line broke, and it may have arrived. */
export interface Handed {
  readonly outcome: 'sent' | 'again' | 'failed' | 'unclear';
  /** The other side's code, never its words. */
  readonly answer: string | null;
  /** The address takes no letters, as far as the other side says: refused for good, and not for what the letter or this house is. */
  readonly unreachable?: boolean;
}

/** Opens the way to the town's mail server; one connection for many letters. */
export function openMail(mail: NonNullable<Channels['mail']>): {
  send(letter: MailToSend): Promise<Handed>;
  close(): void;
} {
  const transport = createTransport({
    url: mail.server,
    ...{
      pool: true,
      maxConnections: 2,
      connectionTimeout: 10_000,
      greetingTimeout: 10_000,
      socketTimeout: 30_000,
    },
    // A letter names neither files nor addresses to be fetched.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
  return {
    send: (letter) => hand(transport, mail, letter),
    close: () => transport.close(),
  };
}

async function hand(
  transport: Transporter,
  { from, returnTo }: NonNullable<Channels['mail']>,
  letter: MailToSend,
): Promise<Handed> {
  const { origin } = currentSite();
  const own = `${origin}/notices/subscription/${tokenOf(letter.subscription)}`;
  const { subject, text } = writeLetter(letter, own);
  try {
    await transport.sendMail({
      ...{ from, to: letter.address, subject, text },
      ...(returnTo && { envelope: { from: returnPathOf(returnTo, letter.id), to: letter.address } }),
      messageId: `<${letter.id}@${new URL(origin).hostname}>`,
      headers: {
        // RFC 8058: the mail program ends it with one post of its own.
        'List-Unsubscribe': `<${own}/end>`,
        'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
        'Auto-Submitted': 'auto-generated',
        Precedence: 'bulk',
      },
    });
    return { outcome: 'sent', answer: null };
  } catch (error) {
    return weigh(error);
  }
}

/** Subject and words, in the language of whoever reads it; readings stand in brackets, since a letter has no ruby. */
export function writeLetter(
  { language, town, notice }: MailToSend,
  own: string,
): { subject: string; text: string } {
  const say = speak(noticePageWords, language);
  if (!notice)
    return {
      subject: plain(say('mail_confirm_subject', { town })),
      text: plainWithReadings(say('mail_confirm', { address: own })),
    };
  const { title, words } = wordsIn(notice.texts, language);
  const page = `${currentSite().origin}/notices/${notice.id}?lang=${language}`;
  const ways = [say('mail_page', { address: page }), say('mail_end', { address: own })];
  return {
    subject: marksInBrackets(title).replaceAll('\n', ' '),
    text: `${marksInBrackets(words)}\n\n${ways.map(plainWithReadings).join('\n')}\n\n${town}\n`,
  };
}

/**
 * What an error means: the server said no for now (4xx) or for good (5xx); it was not reached at all; or the line broke on the way,
 * and nobody knows. Only what surely did not arrive is sent again.
 */
function weigh(error: unknown): Handed {
  const { responseCode, response, command, code } = error as SmtpError;
  const answer = String(responseCode ?? code ?? '').slice(0, 20) || null;
  if (responseCode !== undefined && responseCode < 500) return { outcome: 'again', answer };
  if (responseCode !== undefined) {
    const status = /\b5\.\d{1,3}\.\d{1,3}\b/.exec(response ?? '')?.[0] ?? null;
    return { outcome: 'failed', answer, unreachable: command === 'RCPT TO' && isOfTheAddress(status) };
  }
  const notReached =
    command === 'CONN' || code === 'EDNS' || code === 'ECONNECTION' || code === 'ECONNREFUSED';
  return { outcome: notReached ? 'again' : 'unclear', answer };
}

/** What the library tells of an error. */
interface SmtpError {
  readonly responseCode?: number;
  readonly response?: string;
  readonly command?: string;
  readonly code?: string;
}
