import * as m from '#messages';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { Section } from '#ui/Section.tsx';
import { proveAgain, verifyTotp } from '../../api.ts';
import { PasskeyButton } from './PasskeyButton.tsx';

/** Before what proves the account is changed: the password, or the second factor, once more. */
export function ProveAgain({ totp, passkeys }: { totp: boolean; passkeys: boolean }) {
  return (
    <Section heading={m.posts_prove_title()}>
      <p>{m.posts_prove_lead()}</p>
      <Form op={proveAgain} submit={m.posts_prove_submit()}>
        <TextField
          name="password"
          type="password"
          label={m.posts_label_password()}
          autoComplete="current-password"
          required
        />
      </Form>
      {totp && (
        <Form op={verifyTotp} submit={m.posts_prove_code_submit()}>
          <TextField
            name="code"
            label={m.posts_label_code()}
            hint={m.posts_hint_code()}
            inputMode="numeric"
            autoComplete="one-time-code"
            width="short"
            required
          />
        </Form>
      )}
      {passkeys && <PasskeyButton as="check">{m.posts_prove_passkey()}</PasskeyButton>}
      <p>{m.posts_prove_no_password()}</p>
    </Section>
  );
}
