/** The languages of the public pages. Japanese is the source; the others say the same. */
export const languages = ['ja', 'ja-easy', 'en', 'vi', 'zh-Hans'] as const;
export type Language = (typeof languages)[number];

/** Written by translation alone: marked on the page until a person vouches for the words. */
export const translated = ['en', 'vi', 'zh-Hans'] as const satisfies readonly Language[];

/** What stands in the `lang` of a page. やさしい日本語 is Japanese to whoever reads it aloud. */
export function tagOf(language: Language): string {
  return language === 'ja-easy' ? 'ja' : language;
}

/**
 * The first language of ours that a browser asks for, and Japanese where it asks for none of them.
 *
 * @param asked the header Accept-Language
 */
export function chooseLanguage(asked: string | undefined): Language {
  const wanted = (asked ?? '')
    .split(',')
    .map((part) => {
      const [tag = '', weight = ''] = part.trim().split(';');
      return { tag: tag.toLowerCase(), weight: Number(/^\s*q=([\d.]+)/.exec(weight)?.[1] ?? 1) };
    })
    .filter(({ tag, weight }) => tag !== '' && weight > 0)
    .sort((a, b) => b.weight - a.weight);
  for (const { tag } of wanted) {
    const found = languages.find((one) => one !== 'ja-easy' && meets(tag, one));
    if (found) return found;
  }
  return 'ja';
}

/** Whoever reads 简体中文 asks for zh, zh-CN, zh-SG or zh-Hans. */
function meets(tag: string, language: Language): boolean {
  if (language === 'zh-Hans') return /^zh(-(cn|sg|hans.*))?$/.test(tag);
  return tag === language || tag.startsWith(`${language}-`);
}

/** The address of a page in one language, beside what else it asks for. */
export function addressIn(address: string, language: Language): string {
  return `${address}${address.includes('?') ? '&' : '?'}lang=${language}`;
}
