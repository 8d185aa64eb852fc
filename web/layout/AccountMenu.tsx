import { useState } from 'react';
import { Link, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { formatDay } from '#platform/calendar.ts';
import { Badge } from '#ui/Badge.tsx';
import { Button } from '#ui/Button.tsx';
import { CallRefused } from '#ui/call.ts';
import { Disclosure } from '#ui/Disclosure.tsx';
import type { Me } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { signOut, switchPost } from '../session.ts';
import { sayPost } from './say-post.ts';

interface AccountMenuProps {
  me: Me;
  account: NonNullable<Me['account']>;
}

/** As whom one is working now, the other posts one holds, and the way out. */
export function AccountMenu({ me, account }: AccountMenuProps) {
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [refused, setRefused] = useState<string>();

  async function leaveWith(act: () => Promise<void>, to: string, close: () => void) {
    try {
      await act();
    } catch (error) {
      if (!(error instanceof CallRefused)) throw error;
      return setRefused(error.message);
    }
    close();
    await navigate(to);
    await revalidate();
  }

  return (
    <Disclosure
      label={
        <>
          <span className="block text-dns-16B-130">{account.name}</span>
          <span className="block">{me.current ? sayPost(me.current) : m.web_account_no_post()}</span>
        </>
      }
      name={m.web_account_menu({
        name: account.name,
        post: me.current ? sayPost(me.current) : m.web_account_no_post(),
      })}
    >
      {(close) => (
        <div className="grid gap-4">
          {refused && <Notice tone="error">{refused}</Notice>}
          {me.posts.length > 1 && (
            <section aria-labelledby="held-posts">
              <h2 id="held-posts" className="text-dns-16B-130">
                {m.web_account_posts()}
              </h2>
              <ul className="mt-2 grid gap-2">
                {me.posts.map((post) => (
                  <li key={post.id} className="flex flex-wrap items-center gap-2">
                    {post.id === me.current?.id ? (
                      <>
                        <span className="font-700">{sayPost(post)}</span>
                        <Badge tone="blue">{m.web_account_current()}</Badge>
                      </>
                    ) : (
                      <Button onPress={() => leaveWith(() => switchPost(post.id), '/today', close)}>
                        {sayPost(post)}
                      </Button>
                    )}
                    {post.ends_on && (
                      <span className="text-solid-gray-700">
                        {m.web_account_until({ day: formatDay(post.ends_on) })}
                      </span>
                    )}
                  </li>
                ))}
              </ul>
            </section>
          )}
          <Link to="/me/calendar" className="py-2" onClick={close}>
            {m.calendars_title()}
          </Link>
          <Link to="/me/security" className="py-2" onClick={close}>
            {m.web_account_security()}
          </Link>
          <Button onPress={() => leaveWith(signOut, '/sign-in', close)}>{m.web_account_sign_out()}</Button>
        </div>
      )}
    </Disclosure>
  );
}
