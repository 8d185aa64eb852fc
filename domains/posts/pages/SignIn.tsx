import { Link, Navigate, useNavigate, useSearchParams } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { type Me, useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { returnAddress } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import { askSignOn, signIn, signOut, verifyRecoveryCode, verifyTotp } from '../api.ts';
import { sampleAuthenticator, samplePassword } from '../sample.ts';
import { PasskeyButton } from './shown/PasskeyButton.tsx';
import { leaveForSignOn } from './shown/sign-on.ts';

/** First who one is, then, where it is asked for, a second factor; who is in already goes on. */
export function Component() {
  const me = useMe();
  const [search] = useSearchParams();
  if (me.account === null) return <FirstStep me={me} />;
  if (me.second_factor === 'needed') return <SecondStep account={me.account} factors={me.factors} />;
  return <Navigate to={returnAddress(search)} replace />;
}

function FirstStep({ me }: { me: Me }) {
  return (
    <>
      <PageHeader title={m.posts_sign_in_title()} lead={m.posts_sign_in_lead({ town: me.town.name })} />
      {me.town.sample && (
        <div className="mb-8">
          <Notice tone="info">
            {m.posts_sign_in_sample({ password: samplePassword, secret: sampleAuthenticator })}
          </Notice>
        </div>
      )}
      <Form op={signIn} submit={m.posts_sign_in_submit()}>
        <TextField
          name="sign_in_name"
          label={m.posts_label_sign_in_name()}
          autoComplete="username webauthn"
          required
        />
        <TextField
          name="password"
          type="password"
          label={m.posts_label_password()}
          autoComplete="current-password"
          required
        />
      </Form>
      <div className="mt-10 grid gap-10">
        {me.sign_on && <SignOn name={me.sign_on} />}
        <Section heading={m.posts_sign_in_passkey_title()}>
          <p>{m.posts_sign_in_passkey_lead()}</p>
          <PasskeyButton as="signIn">{m.posts_sign_in_passkey_submit()}</PasskeyButton>
        </Section>
        <Section heading={m.posts_sign_in_open_title()}>
          <ul className="grid gap-2">
            <li>
              <a href="/tell-us" className="inline-block py-2">
                {m.posts_sign_in_tell_us()}
              </a>{' '}
              <span lang="en">{m.posts_sign_in_also_en()}</span>{' '}
              <span lang="vi">{m.posts_sign_in_also_vi()}</span>{' '}
              <span lang="zh-Hans">{m.posts_sign_in_also_zh()}</span>
            </li>
            <li>
              <a href="/wish-card" className="inline-block py-2">
                {m.cards_sign_in()}
              </a>
            </li>
            <li>
              <a href="/stories-published" className="inline-block py-2">
                {m.cards_sign_in_told()}
              </a>
            </li>
            <li>
              <a href="/my-record" className="inline-block py-2">
                {m.posts_sign_in_my_record()}
              </a>
            </li>
          </ul>
        </Section>
        <Section heading={m.posts_sign_in_help_title()}>
          <p>
            <Link to="/invitation">{m.posts_sign_in_invited()}</Link>
          </p>
          <p>{m.posts_sign_in_forgotten()}</p>
          <p>{m.posts_sign_in_paper()}</p>
        </Section>
      </div>
    </>
  );
}

/** The town's own sign-on service, where there is one. */
function SignOn({ name }: { name: string }) {
  const [search] = useSearchParams();
  return (
    <Section heading={m.posts_sign_on_title()}>
      <p>{m.posts_sign_on_lead({ name })}</p>
      <CommandButton
        op={askSignOn}
        input={{}}
        done={({ ceremony, secret_address }) =>
          leaveForSignOn(secret_address ?? '', { ceremony, links: false, to: returnAddress(search) })
        }
      >
        {m.posts_sign_on_submit({ name })}
      </CommandButton>
    </Section>
  );
}

interface SecondStepProps {
  account: NonNullable<Me['account']>;
  factors: Me['factors'];
}

function SecondStep({ account, factors: { totp, passkeys } }: SecondStepProps) {
  const none = !totp && passkeys === 0;
  return (
    <>
      <PageHeader title={m.posts_second_title()} lead={m.posts_second_lead({ name: account.name })} />
      {totp && (
        <Form op={verifyTotp} submit={m.posts_second_submit()}>
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
      {passkeys > 0 && (
        <div className="mt-8">
          <PasskeyButton as="check">{m.posts_second_passkey()}</PasskeyButton>
        </div>
      )}
      {!none && <RecoveryCode />}
      {none && (
        <div className="grid justify-items-start gap-6">
          <p>{m.posts_second_none()}</p>
          <ButtonLink look="solid" to="/me/security">
            {m.posts_second_set_up()}
          </ButtonLink>
        </div>
      )}
      <div className="mt-10 grid justify-items-start gap-4">
        <p>{m.posts_second_lost()}</p>
        <CommandButton op={signOut} input={{}}>
          {m.posts_second_leave()}
        </CommandButton>
      </div>
    </>
  );
}

/** The way past a telephone that was left at home. */
function RecoveryCode() {
  const navigate = useNavigate();
  const [search] = useSearchParams();
  return (
    <details className="mt-8">
      <summary className="w-fit cursor-pointer py-2.5">{m.posts_second_recovery()}</summary>
      <div className="mt-4">
        <Form
          op={verifyRecoveryCode}
          submit={m.posts_recovery_submit()}
          done={({ left }) =>
            navigate(
              returnAddress(search),
              saying(left > 0 ? m.posts_recovery_used({ left }) : m.posts_recovery_used_last()),
            )
          }
        >
          <TextField
            name="code"
            label={m.posts_label_recovery_code()}
            hint={m.posts_hint_recovery_code()}
            autoComplete="off"
            required
          />
        </Form>
      </div>
    </details>
  );
}
