/** @jsxImportSource hono/jsx */
import { type Language, languages, tagOf } from './languages.ts';
import { pageWords, speak } from './speak.ts';

interface LanguageSwitchProps {
  language: Language;
  /** The id of the form on the page. */
  form: string;
}

/**
 * The way to the other languages, one press each: it sends the form as it is, so that nothing typed is lost, and the
 * server remembers the choice.
 */
export function LanguageSwitch({ language, form }: LanguageSwitchProps) {
  return (
    <nav aria-label={speak(pageWords, language)('languages')}>
      {/* Enter in a field presses the first button of its form, which must not be one of the languages. */}
      <input type="submit" form={form} hidden />
      <ul class="languages">
        {languages.map((one) => (
          <li key={one}>
            <button
              type="submit"
              form={form}
              name="to_language"
              value={one}
              formnovalidate
              lang={tagOf(one)}
              aria-current={one === language ? 'true' : undefined}
            >
              {speak(pageWords, one)('language_name')}
            </button>
          </li>
        ))}
      </ul>
    </nav>
  );
}
