import { useLoaderData } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import type { PageArgs } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { changePassword, listSessions, listTokens, readFactors } from '../api.ts';
import { Passkeys } from './shown/Passkeys.tsx';
import { ProveAgain } from './shown/ProveAgain.tsx';
import { Sessions } from './shown/Sessions.tsx';
import { SignOnLink } from './shown/SignOnLink.tsx';
import { Tokens } from './shown/Tokens.tsx';
import { Totp } from './shown/Totp.tsx';

/** One's own account: what one signs in with, where one is signed in, which programs act in one's name. */
export async function loader({ request }: PageArgs) {
  const options = { signal: request.signal };
  const [factors, { sessions }, { tokens }] = await Promise.all([
    call(readFactors, {}, options),
    call(listSessions, {}, options),
    call(listTokens, {}, options),
  ]);
  return { factors, sessions, tokens };
}

export function Component() {
  const { factors, sessions, tokens } = useLoaderData<typeof loader>();
  const { second_factor, current, account, sign_on } = useMe();
  const isMissing = second_factor === 'needed';
  const wait = factors.fresh ? undefined : m.posts_prove_first();
  return (
    <>
      <PageHeader
        title={m.posts_security_title()}
        lead={m.posts_security_lead({ name: account?.sign_in_name ?? '' })}
      />
      {isMissing && (
        <div className="mb-8">
          <Notice tone="warning">{m.posts_security_missing()}</Notice>
        </div>
      )}
      {!factors.fresh && <ProveAgain totp={factors.totp} passkeys={factors.passkeys.length > 0} />}
      <Section heading={m.posts_totp_title()}>
        <Totp isSet={factors.totp} isLast={factors.required && factors.passkeys.length === 0} wait={wait} />
      </Section>
      <Section heading={m.posts_passkeys_title()}>
        <Passkeys passkeys={factors.passkeys} isLast={factors.required && !factors.totp} wait={wait} />
      </Section>
      {(factors.totp || factors.passkeys.length > 0) && (
        <Section heading={m.posts_recovery_title()}>
          <p>{m.posts_recovery_lead()}</p>
          <p>
            {factors.recovery_left > 0
              ? m.posts_recovery_left({ left: factors.recovery_left })
              : m.posts_recovery_none()}
          </p>
          <ButtonLink to="/me/security/recovery">
            {factors.recovery_left > 0 ? m.posts_recovery_anew() : m.posts_recovery_open()}
          </ButtonLink>
        </Section>
      )}
      {!isMissing && (
        <>
          {sign_on && <SignOnLink name={sign_on} since={factors.sign_on_since} wait={wait} />}
          <Section heading={m.posts_password_title()}>
            <Form op={changePassword} submit={m.posts_password_submit()} doneSays={m.posts_password_done()}>
              <TextField
                name="old_password"
                type="password"
                label={m.posts_label_old_password()}
                autoComplete="current-password"
                required
              />
              <TextField
                name="new_password"
                type="password"
                label={m.posts_label_new_password()}
                hint={m.posts_hint_new_password()}
                autoComplete="new-password"
                required
              />
            </Form>
          </Section>
          <Section heading={m.posts_sessions_title()}>
            <Sessions sessions={sessions} wait={wait} />
          </Section>
          <Section heading={m.posts_tokens_title()}>
            <Tokens tokens={tokens} canMake={current !== null} />
          </Section>
        </>
      )}
    </>
  );
}
