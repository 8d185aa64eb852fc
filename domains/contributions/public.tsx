/** @jsxImportSource hono/jsx */
import { type Frame, Page } from '#domains/letters/public.tsx';
import { type LetterKey, letterPageWords } from '#domains/letters/public-words.ts';
import type { OutputOf } from '#platform/operation.ts';
import { Ruby } from '#ui/public/Ruby.tsx';
import { speak } from '#ui/public/speak.ts';
import type { listPublishedContributions } from './api.ts';

interface PublishedProps extends Frame {
  contributions: OutputOf<typeof listPublishedContributions>['contributions'];
}

/** 地域のためにしていること: what organisations agreed to have read by anybody. */
export function PublishedContributions({ contributions, ...frame }: PublishedProps) {
  const say = speak(letterPageWords, frame.language);
  const head: readonly LetterKey[] = ['gifts_who', 'gifts_what', 'gifts_kinds'];
  return (
    <Page {...frame} title="gifts_title" form="languages">
      <form id="languages" method="post" action="/contributions-published" />
      <p>
        <Ruby>{say('gifts_lead')}</Ruby>
      </p>
      {contributions.length === 0 ? (
        <p>
          <Ruby>{say('gifts_none')}</Ruby>
        </p>
      ) : (
        <table>
          <thead>
            <tr>
              {head.map((key) => (
                <th key={key} scope="col">
                  <Ruby>{say(key)}</Ruby>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {contributions.map(({ id, name, sort, words, kinds }) => (
              <tr key={id}>
                <td>
                  {name === null ? <Ruby>{say(`card_sort_${sort}`)}</Ruby> : <span lang="ja">{name}</span>}
                </td>
                <td lang="ja">{words}</td>
                <td>
                  <ul class="plain">
                    {kinds.map((kind) => (
                      <li key={kind}>
                        <Ruby>{say(`gifts_kind_${kind}`)}</Ruby>
                      </li>
                    ))}
                  </ul>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p>
        <a href="/wish-card">
          <Ruby>{say('card_to_form')}</Ruby>
        </a>
      </p>
    </Page>
  );
}
