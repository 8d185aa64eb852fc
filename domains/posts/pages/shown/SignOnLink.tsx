import * as m from '#messages';
import { formatInstant } from '#platform/calendar.ts';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Section } from '#ui/Section.tsx';
import { askSignOnLink, unlinkSignOn } from '../../api.ts';
import { leaveForSignOn } from './sign-on.ts';

/** Whether the town's sign-on service leads to one's account; made and ended by oneself. */
export function SignOnLink(props: { name: string; since: string | null; wait: string | undefined }) {
  const { name, since, wait } = props;
  return (
    <Section heading={m.posts_sign_on_title()}>
      {since === null ? (
        <>
          <p>{m.posts_sign_on_not_linked({ name })}</p>
          <CommandButton
            op={askSignOnLink}
            input={{}}
            disabledReason={wait}
            done={({ ceremony, secret_address }) =>
              leaveForSignOn(secret_address ?? '', { ceremony, links: true, to: '/me/security' })
            }
          >
            {m.posts_sign_on_link({ name })}
          </CommandButton>
        </>
      ) : (
        <>
          <p>{m.posts_sign_on_is_linked({ name, at: formatInstant(since) })}</p>
          <CommandButton op={unlinkSignOn} input={{}} disabledReason={wait}>
            {m.posts_sign_on_unlink()}
          </CommandButton>
        </>
      )}
    </Section>
  );
}
