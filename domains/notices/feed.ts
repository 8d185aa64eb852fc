import type { OutputOf } from '#platform/operation.ts';
import { type Language, tagOf } from '#ui/public/languages.ts';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedNotices } from './api.ts';
import { marksInBrackets } from './marks.ts';
import { noticePageWords } from './public-words.ts';
import { plain, queryOf, wordsIn } from './public-writing.ts';

interface Feed {
  readonly listed: OutputOf<typeof listPublishedNotices>;
  readonly town: string;
  readonly language: Language;
  readonly chosen: { readonly district?: string | undefined; readonly theme?: string | undefined };
  readonly origin: string;
  readonly now: Date;
}

/** The notices as an Atom feed (RFC 4287), of a district and a theme where they are chosen. */
export function writeFeed({ listed, town, language, chosen, origin, now }: Feed): string {
  const query = queryOf(language, { ...chosen });
  const own = `${origin}/notices/feed.atom?${query}`;
  const entries = listed.notices.map((notice) => {
    const { title, words, in: spoken } = wordsIn(notice.texts, language);
    const at = new Date(notice.published_at).toISOString();
    return `  <entry xml:lang="${tagOf(spoken)}">
    <id>urn:uuid:${notice.id}</id>
    <title>${escapeXml(marksInBrackets(title))}</title>
    <updated>${at}</updated>
    <author><name>${escapeXml(notice.told_by)}</name></author>
    <link rel="alternate" type="text/html" href="${escapeXml(`${origin}/notices/${notice.id}?lang=${language}`)}"/>
${notice.themes.map((theme) => `    <category term="${theme}" label="${escapeXml(plain(speak(noticePageWords, language)(`theme_${theme}`)))}"/>`).join('\n')}
    <content type="text">${escapeXml(marksInBrackets(words))}</content>
  </entry>`;
  });
  const updated = listed.notices[0] ? new Date(listed.notices[0].published_at) : now;
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="${tagOf(language)}">
  <id>${escapeXml(own)}</id>
  <title>${escapeXml(`${plain(speak(noticePageWords, language)('title'))} | ${town}`)}</title>
  <updated>${updated.toISOString()}</updated>
  <link rel="self" type="application/atom+xml" href="${escapeXml(own)}"/>
  <link rel="alternate" type="text/html" href="${escapeXml(`${origin}/notices?${query}`)}"/>
${entries.join('\n')}
</feed>
`;
}

/** Text inside XML; signs that XML 1.0 does not know are left out. */
function escapeXml(text: string): string {
  return text
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;');
}
