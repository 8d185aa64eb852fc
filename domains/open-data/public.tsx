/** @jsxImportSource hono/jsx */
import { Said, type TownFrame, TownPage } from '#domains/guide/TownPage.tsx';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listOpenFiles } from './api.ts';
import { licence } from './open-files.ts';
import { openDataWords } from './public-words.ts';
import type { Directory } from './standard-rows.ts';

interface OpenDataProps extends TownFrame {
  readonly files: OutputOf<typeof listOpenFiles>['files'];
  readonly places: Directory['places'];
}

const others = [
  ['/open-data/catalogue.json', 'catalogue'],
  ['/open-data/places.geojson', 'geojson'],
  ['/hsds/services', 'hsds'],
  ['/hsds/datapackage.json', 'bulk'],
] as const;
const forms = [
  ['csv', 'get_csv'],
  ['fields.csv', 'get_fields'],
  ['json', 'get_json'],
] as const;

/** オープンデータ: which files there are, of which day, in which encoding, under which terms, with their field lists. */
export function OpenDataPage({ files, places, ...frame }: OpenDataProps) {
  const { language } = frame;
  const say = speak(openDataWords, language);
  const day = (said: string) => (language === 'ja' || language === 'ja-easy' ? formatDay(said) : said);
  // Of a list that nobody has given there is no day to be told.
  const given = files.filter(({ set, rows }) => rows > 0 || set === 'facilities' || set === 'events');
  return (
    <TownPage {...frame} title={say('title')}>
      <Said>{say('lead')}</Said>
      <p>
        <a href={licence.url} rel="license">
          <Ruby>{say('licence')}</Ruby>
        </a>
      </p>
      <Said>{say('encoding_note')}</Said>
      <h2>
        <Ruby>{say('files')}</Ruby>
      </h2>
      {given.map(({ set, as_of, rows }) => (
        <section key={set} aria-labelledby={`set-${set}`}>
          <h3 id={`set-${set}`}>
            <Ruby>{say(`set_${set}`)}</Ruby>
          </h3>
          <ul class="plain">
            {(
              [
                ['as_of', day(as_of)],
                ['rows', say('rows_n', { n: String(rows) })],
                ['encoding', say('encoding_is')],
                ['terms', licence.id],
              ] as const
            ).map(([key, value]) => (
              <li key={key}>
                <Ruby>{`${say(key)}: ${value}`}</Ruby>
              </li>
            ))}
          </ul>
          <ul>
            {forms.map(([ending, key]) => (
              <li key={ending}>
                <a href={`/open-data/${set}.${ending}`}>
                  <span class="away">
                    <Ruby>{`${say(`set_${set}`)} `}</Ruby>
                  </span>
                  <Ruby>{say(key)}</Ruby>
                </a>
              </li>
            ))}
          </ul>
        </section>
      ))}
      <h2>
        <Ruby>{say('more')}</Ruby>
      </h2>
      <ul>
        {others.map(([to, key]) => (
          <li key={to}>
            <a href={to}>
              <Ruby>{say(key)}</Ruby>
            </a>
          </li>
        ))}
      </ul>
      <h2>
        <Ruby>{say('calendars')}</Ruby>
      </h2>
      <Said>{say(places.length === 0 ? 'calendars_none' : 'calendars_hint')}</Said>
      <ul>
        {places.map(({ id, name }) => (
          <li key={id}>
            <a href={`/calendars/places/${id}.ics`}>
              <Ruby>{say('calendar_of', { name })}</Ruby>
            </a>
          </li>
        ))}
      </ul>
    </TownPage>
  );
}
