import { useNavigate } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { acceptInvitation, askSignOn } from '../api.ts';
import { leaveForSignOn } from './shown/sign-on.ts';

/** With the printed code somebody sets a password, and is in. */
export function Component() {
  const navigate = useNavigate();
  const { sign_on } = useMe();
  return (
    <>
      <PageHeader title={m.posts_invitation_title()} lead={m.posts_invitation_lead()} />
      <Form
        op={acceptInvitation}
        submit={m.posts_invitation_submit()}
        beside={
          <ButtonLink look="text" to="/sign-in">
            {m.posts_to_sign_in()}
          </ButtonLink>
        }
        done={({ second_factor }) =>
          navigate(second_factor === 'needed' ? '/me/security' : '/today', saying(m.posts_invitation_done()))
        }
      >
        <TextField
          name="code"
          label={m.posts_label_invitation_code()}
          hint={m.posts_hint_invitation_code()}
          required
        />
        <TextField
          name="password"
          type="password"
          label={m.posts_label_new_password()}
          hint={m.posts_hint_new_password()}
          autoComplete="new-password"
          required
        />
      </Form>
      {sign_on && <WithSignOn name={sign_on} />}
    </>
  );
}

/** Where the town has a sign-on service, the code links it, and no password is needed. */
function WithSignOn({ name }: { name: string }) {
  return (
    <div className="mt-10">
      <Section heading={m.posts_sign_on_invited_title({ name })}>
        <p>{m.posts_sign_on_invited_lead({ name })}</p>
        <Form
          op={askSignOn}
          submit={m.posts_sign_on_submit({ name })}
          done={({ ceremony, secret_address }) =>
            leaveForSignOn(secret_address ?? '', { ceremony, links: false, to: '/today' })
          }
        >
          <TextField
            name="code"
            label={m.posts_sign_on_invited_code()}
            hint={m.posts_hint_invitation_code()}
            required
          />
        </Form>
      </Section>
    </div>
  );
}
