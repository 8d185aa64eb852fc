import { HTTPFetchError, messagingApi } from '@line/bot-sdk';
import { currentSite } from '#platform/credentials/site.ts';
import type { Channels } from './channels.ts';
import type { Handed } from './mail.ts';
import { marksInBrackets } from './marks.ts';
import { wordsIn } from './public-writing.ts';

/** Signs of a message that LINE takes. */
const longestMessage = 4_900;

/**
 * Tells a notice to everybody who follows the town on LINE: its words and the way to its page, nothing of anybody. With the delivery's
 * id as the retry key LINE itself sees to it that what is asked twice happens once.
 */
export async function broadcastNotice(
  { token, baseUrl }: NonNullable<Channels['line']>,
  delivery: string,
  notice: { id: string; texts: Readonly<Record<string, { title: string; words: string }>> },
): Promise<Handed> {
  const client = new messagingApi.MessagingApiClient({
    channelAccessToken: token,
    ...(baseUrl ? { baseURL: baseUrl } : {}),
  });
  const { title, words } = wordsIn(notice.texts, 'ja-easy');
  const page = `${currentSite().origin}/notices/${notice.id}?lang=ja-easy`;
  const told = [...`${marksInBrackets(title)}\n\n${marksInBrackets(words)}`]
    .slice(0, longestMessage)
    .join('');
  try {
    await client.broadcast({ messages: [{ type: 'text', text: `${told}\n\n${page}` }] }, delivery);
    return { outcome: 'sent', answer: null };
  } catch (error) {
    if (!(error instanceof HTTPFetchError)) return { outcome: 'again', answer: null };
    const { status } = error;
    // 409: asked before under this key, and accepted.
    if (status === 409) return { outcome: 'sent', answer: null };
    return { outcome: status >= 500 || status === 429 ? 'again' : 'failed', answer: String(status) };
  }
}
