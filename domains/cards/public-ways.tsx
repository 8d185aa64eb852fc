/** @jsxImportSource hono/jsx */
import { Ruby } from '#ui/public/Ruby.tsx';
import type { Say } from '#ui/public/speak.ts';
import type { LetterKey } from '../letters/public-words.ts';

const ways = {
  receipt: { to: '/wish-card/receipt', says: 'card_to_receipt' },
  form: { to: '/wish-card', says: 'card_to_form' },
  told: { to: '/stories-published', says: 'told_title' },
  gifts: { to: '/contributions-published', says: 'gifts_title' },
} as const;

/** Where one may go on from a public page. */
export function Ways({ say, to }: { say: Say<LetterKey>; to: readonly (keyof typeof ways)[] }) {
  return (
    <>
      {to.map((way) => (
        <p key={way}>
          <a href={ways[way].to}>
            <Ruby>{say(ways[way].says)}</Ruby>
          </a>
        </p>
      ))}
    </>
  );
}
