import * as m from '#messages';
import { Button } from '#ui/Button.tsx';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { Notice } from '#ui/Notice.tsx';
import type { PrintedPerson } from '../../api.ts';

/** One sheet for each person who was invited, with a code that is shown this once. */
export function PrintedCodes({ people }: { people: readonly PrintedPerson[] }) {
  return (
    <section aria-label={m.posts_codes_title()} className="grid justify-items-start gap-6 print:block">
      <div className="grid justify-items-start gap-4 print:hidden">
        <h2 className="text-std-22B-150">{m.posts_codes_title()}</h2>
        <Notice tone="warning">
          <p>{m.posts_codes_lead({ n: people.length })}</p>
        </Notice>
        <Button look="solid" onPress={() => window.print()}>
          {m.posts_codes_print()}
        </Button>
      </div>
      {people.map(({ account, name, sign_in_name, code }) => (
        <article key={account} className="grid w-full max-w-176 gap-4 break-after-page break-inside-avoid">
          <h3 className="text-std-20B-150">{m.posts_codes_for({ name })}</h3>
          <DescriptionList
            items={[
              { term: m.posts_code_address(), value: `${window.location.host}/invitation` },
              {
                term: m.posts_label_invitation_code(),
                value: <span className="font-mono text-std-24B-150">{code}</span>,
              },
              { term: m.posts_label_sign_in_name(), value: sign_in_name },
            ]}
          />
          <p>{m.posts_code_hand_over()}</p>
        </article>
      ))}
    </section>
  );
}
