import { useState } from 'react';
import { Link, useLoaderData, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { ButtonLink } from '#ui/Button.tsx';
import { CommandButton } from '#ui/CommandButton.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { DescriptionList } from '#ui/DescriptionList.tsx';
import { EmptyState } from '#ui/EmptyState.tsx';
import { Form } from '#ui/Form/Form.tsx';
import { Checkbox } from '#ui/fields/CheckboxGroup.tsx';
import { TextField } from '#ui/fields/TextField.tsx';
import { useMe } from '#ui/me.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { type PageArgs, partOf } from '#ui/page.ts';
import { Section } from '#ui/Section.tsx';
import { saying } from '#ui/saying.ts';
import {
  closeAccount,
  endSessionsOf,
  endSignOnOf,
  type ListedAccount,
  listAccounts,
  listPosts,
  renewInvitation,
} from '../api.ts';
import { postStateWords } from '../model.ts';
import { PrintedCode } from './shown/PrintedCode.tsx';
import { accountStateWords, writeHat, writeTerm } from './shown/wording.ts';

/** One person's account: the posts, a new code, the closing. */
export async function loader(args: PageArgs) {
  const id = partOf(args, 'id');
  const options = { signal: args.request.signal };
  const [{ accounts }, { posts }] = await Promise.all([
    call(listAccounts, { id, state: 'all' }, options),
    call(listPosts, { account: id, state: 'all', limit: 200 }, options),
  ]);
  const [account] = accounts;
  if (!account) throw new CallRefused({ code: 'not_found', message: m.platform_refused_not_found() });
  return { account, posts };
}

export function Component() {
  const { account, posts } = useLoaderData<typeof loader>();
  const me = useMe();
  const isOpen = account.state !== 'closed';
  const [code, setCode] = useState<string | null>(null);
  // With a code on the screen the paper is for the person, and shows nothing else.
  const beside = code === null ? '' : 'print:hidden';
  return (
    <>
      <PageHeader title={account.name} trail={[{ label: m.posts_accounts_title(), to: '/admin/accounts' }]} />
      <div className={beside}>
        <Section heading={m.posts_account_title()}>
          <DescriptionList
            items={[
              { term: m.posts_label_kana(), value: account.kana },
              { term: m.posts_label_sign_in_name(), value: account.sign_in_name },
              { term: m.posts_label_state(), value: accountStateWords[account.state]() },
              {
                term: m.posts_label_invitation(),
                value: account.invitation_until
                  ? m.posts_until_day({ day: formatDay(account.invitation_until) })
                  : m.posts_invitation_none(),
              },
              {
                term: m.posts_label_factor(),
                value: account.second_factor ? m.posts_factor_set() : m.posts_factor_unset(),
              },
            ]}
          />
        </Section>
        <Section
          heading={m.posts_label_posts()}
          actions={
            isOpen && (
              <ButtonLink to={`/admin/posts/new?account=${account.id}`}>{m.posts_give_title()}</ButtonLink>
            )
          }
        >
          {posts.length === 0 && <EmptyState says={m.posts_account_no_posts()} />}
          <ul className="grid gap-2">
            {posts.map((post) => (
              <li key={post.id}>
                <Link to={`/admin/posts/${post.id}`}>{writeHat(post.role, post.district?.name ?? null)}</Link>{' '}
                {m.posts_post_line({
                  body: post.body.name,
                  term: writeTerm(post),
                  state: postStateWords[post.state](),
                })}
              </li>
            ))}
          </ul>
        </Section>
      </div>
      {isOpen && <NewCode account={account} code={code} made={setCode} />}
      <div className="print:hidden">
        {account.state === 'active' && account.id !== me.account?.id && <SignedIn account={account} />}
        {account.sign_on && account.id !== me.account?.id && <SignOnOf id={account.id} />}
        {isOpen && account.id !== me.account?.id && <Closing account={account} />}
      </div>
    </>
  );
}

interface NewCodeProps {
  account: ListedAccount;
  /** The code that was just made, shown this once. */
  code: string | null;
  made: (code: string | null) => void;
}

function NewCode({ account, code, made }: NewCodeProps) {
  const { id, state } = account;
  const { revalidate } = useRevalidator();
  return (
    <Section heading={state === 'active' ? m.posts_renew_title_forgotten() : m.posts_renew_title()}>
      <p>{state === 'active' ? m.posts_renew_lead_forgotten() : m.posts_renew_lead()}</p>
      {code && <PrintedCode account={account} code={code} />}
      <div className="print:hidden">
        <Form
          op={renewInvitation}
          also={{ id }}
          submit={state === 'active' ? m.posts_renew_submit_forgotten() : m.posts_renew_submit()}
          done={async ({ secret_code }) => {
            made(secret_code);
            await revalidate();
          }}
        >
          {state === 'active' && (
            <Checkbox
              name="forgets_factor"
              label={m.posts_renew_forget()}
              hint={m.posts_renew_forget_hint()}
            />
          )}
        </Form>
      </div>
    </Section>
  );
}

function SignOnOf({ id }: { id: string }) {
  return (
    <Section heading={m.posts_sign_on_title()}>
      <p>{m.posts_sign_on_of_lead()}</p>
      <CommandButton op={endSignOnOf} input={{ id }}>
        {m.posts_sign_on_of_end()}
      </CommandButton>
    </Section>
  );
}

function SignedIn({ account: { id } }: { account: ListedAccount }) {
  return (
    <Section
      heading={m.posts_open_all_title()}
      actions={<ButtonLink to={`/admin/sessions?account=${id}`}>{m.posts_open_title()}</ButtonLink>}
    >
      <p>{m.posts_open_all_lead()}</p>
      <Form
        op={endSessionsOf}
        also={{ id }}
        submit={m.posts_open_all_submit()}
        doneSays={m.posts_open_all_done()}
      >
        <Checkbox name="and_keys" label={m.posts_open_all_keys()} hint={m.posts_open_all_keys_hint()} />
      </Form>
    </Section>
  );
}

function Closing({ account: { id, name } }: { account: ListedAccount }) {
  const navigate = useNavigate();
  return (
    <Section heading={m.posts_close_title()}>
      <p>{m.posts_close_lead()}</p>
      <Form
        op={closeAccount}
        also={{ id }}
        submit={m.posts_close_submit()}
        done={() => navigate('/admin/accounts', saying(m.posts_close_done({ name })))}
      >
        <TextField
          name="reason"
          label={m.posts_label_reason()}
          hint={m.posts_hint_close_reason()}
          width="full"
          required
        />
      </Form>
    </Section>
  );
}
