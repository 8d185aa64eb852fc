/** @jsxImportSource hono/jsx */
import { addressIn, type Language, languages, tagOf } from './languages.ts';
import { pageWords, speak } from './speak.ts';

interface LanguageLinksProps {
  language: Language;
  /** The page, without its language. */
  address: string;
}

/** The way to the other languages of a page that is only read: links, so that each language has its own address. */
export function LanguageLinks({ language, address }: LanguageLinksProps) {
  return (
    <nav aria-label={speak(pageWords, language)('languages')}>
      <ul class="languages">
        {languages.map((one) => (
          <li key={one}>
            <a
              href={addressIn(address, one)}
              hreflang={tagOf(one)}
              lang={tagOf(one)}
              aria-current={one === language ? 'true' : undefined}
            >
              {speak(pageWords, one)('language_name')}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}
