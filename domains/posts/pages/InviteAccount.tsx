import { useState } from 'react';
import * as m from '#messages';
import type { OutputOf } from '#platform/operation.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { call } from '#ui/call.ts';
import { Form } from '#ui/Form/Form.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { inviteAccount, type ListedAccount, listAccounts } from '../api.ts';
import { PrintedCode } from './shown/PrintedCode.tsx';

/** An account for a person, and the printed code with which they set a password. */
export function Component() {
  const [invited, setInvited] = useState<{ account: ListedAccount; code: string } | null>(null);

  async function showCode({ id, secret_code }: OutputOf<typeof inviteAccount>) {
    const [account] = (await call(listAccounts, { id })).accounts;
    if (account) setInvited({ account, code: secret_code ?? '' });
  }

  return (
    <>
      <PageHeader
        title={m.posts_invite_title()}
        trail={[{ label: m.posts_accounts_title(), to: '/admin/accounts' }]}
        lead={m.posts_invite_lead()}
      />
      {invited ? (
        <div className="grid gap-6">
          <PrintedCode {...invited} />
          <p className="flex flex-wrap gap-4 print:hidden">
            <ButtonLink look="solid" to={`/admin/posts/new?account=${invited.account.id}`}>
              {m.posts_give_next()}
            </ButtonLink>
            <ButtonLink to="/admin/accounts">{m.posts_to_accounts()}</ButtonLink>
          </p>
        </div>
      ) : (
        <Form
          op={inviteAccount}
          mints="id"
          submit={m.posts_invite_submit()}
          beside={
            <ButtonLink look="text" to="/admin/accounts">
              {m.posts_leave()}
            </ButtonLink>
          }
          done={showCode}
        >
          <TextField name="name" label={m.posts_label_name()} required />
          <TextField name="kana" label={m.posts_label_kana()} required />
          <TextField
            name="sign_in_name"
            label={m.posts_label_sign_in_name()}
            hint={m.posts_hint_sign_in_name()}
            required
          />
          <TextField
            name="authenticator"
            label={m.posts_label_authenticator()}
            hint={m.posts_hint_authenticator()}
            width="full"
          />
        </Form>
      )}
    </>
  );
}
