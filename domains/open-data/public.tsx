/** @jsxImportSource hono/jsx */
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import type { OutputOf } from '#platform/operation.ts';
import { PublicPage } from '#ui/public/PublicPage.tsx';
import type { listOpenFiles } from './api.ts';
import { licence } from './open-files.ts';
import type { Directory } from './standard-rows.ts';
import { setWords } from './standard-sets.ts';

interface OpenDataProps {
  readonly town: string;
  readonly files: OutputOf<typeof listOpenFiles>['files'];
  readonly places: Directory['places'];
}

/** オープンデータ: which files there are, of which day, in which encoding, under which terms, with their field lists. */
export function OpenDataPage({ town, files, places }: OpenDataProps) {
  return (
    <PublicPage title={m.open_data_title()} town={town}>
      <p>{m.open_data_page_lead()}</p>
      <p>
        <a href={licence.url} rel="license">
          {m.open_data_page_licence()}
        </a>
      </p>
      <p>{m.open_data_page_encoding()}</p>
      <h2>{m.open_data_page_files()}</h2>
      {files.map(({ set, as_of, rows }) => (
        <section key={set} aria-labelledby={`set-${set}`}>
          <h3 id={`set-${set}`}>{setWords[set]()}</h3>
          <dl>
            <dt>{m.open_data_col_as_of()}</dt>
            <dd>{formatDay(as_of)}</dd>
            <dt>{m.open_data_col_rows()}</dt>
            <dd>{m.open_data_page_rows_unit({ n: rows })}</dd>
            <dt>{m.open_data_col_encoding()}</dt>
            <dd>{m.open_data_encoding()}</dd>
            <dt>{m.open_data_col_licence()}</dt>
            <dd>{m.open_data_licence_short()}</dd>
            <dt>{m.open_data_col_get()}</dt>
            <dd>
              <ul>
                <li>
                  <a href={`/open-data/${set}.csv`}>{`${setWords[set]()} ${m.open_data_get_csv()}`}</a>
                </li>
                <li>
                  <a
                    href={`/open-data/${set}.fields.csv`}
                  >{`${setWords[set]()} ${m.open_data_get_fields()}`}</a>
                </li>
                <li>
                  <a href={`/open-data/${set}.json`}>{`${setWords[set]()} ${m.open_data_get_json()}`}</a>
                </li>
              </ul>
            </dd>
          </dl>
        </section>
      ))}
      <h2>{m.open_data_page_more()}</h2>
      <ul>
        <li>
          <a href="/open-data/places.geojson">{m.open_data_page_geojson()}</a>
        </li>
        <li>
          <a href="/hsds">{m.open_data_page_hsds()}</a>
        </li>
        <li>
          <a href="/hsds/datapackage.json">{m.open_data_page_hsds_bulk()}</a>
        </li>
      </ul>
      <h2>{m.open_data_page_calendars()}</h2>
      {places.length === 0 ? (
        <p>{m.open_data_page_no_places()}</p>
      ) : (
        <>
          <p>{m.open_data_page_calendars_hint()}</p>
          <ul>
            {places.map(({ id, name }) => (
              <li key={id}>
                <a href={`/calendars/places/${id}.ics`}>{m.open_data_page_calendar_of({ name })}</a>
              </li>
            ))}
          </ul>
        </>
      )}
    </PublicPage>
  );
}
