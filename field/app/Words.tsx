import { conditionWords } from '#domains/visits/kinds.ts';
import * as m from '#messages';
import { sayWord, type Word } from './Told.tsx';

/** What one has reported, each with how it stands. */
export function Words(props: { readonly words: readonly Word[]; readonly open: (visit: string) => void }) {
  const { words, open } = props;
  if (words.length === 0) return null;
  return (
    <section className="mb-8">
      <h2 className="mb-2 text-std-20B-150">{m.field_told_heading()}</h2>
      <ul className="grid gap-3">
        {words.map((word) => (
          <li key={word.visit}>
            <button
              type="button"
              onClick={() => open(word.visit)}
              className="w-full cursor-pointer rounded-12 border-2 border-solid-gray-536 px-4 py-4 text-left"
            >
              <span className="block text-std-20B-150">
                {m.field_told_title({
                  name: word.household_name,
                  condition: conditionWords[word.condition](),
                })}
              </span>
              <span className="block text-std-17N-170">{sayWord(word)}</span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
