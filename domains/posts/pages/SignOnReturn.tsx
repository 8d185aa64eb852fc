import { useEffect, useRef, useState } from 'react';
import { useLocation, useNavigate, useRevalidator } from 'react-router';
import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { CallRefused, call } from '#ui/call.ts';
import { Notice } from '#ui/Notice.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';
import { saying } from '#ui/saying.ts';
import { finishSignOn, linkSignOn } from '../api.ts';
import { takeSignOnQuestion } from './shown/sign-on.ts';

/** Where the town's sign-on service sends the browser back to: its answer is handed in, once. */
export function Component() {
  const { search } = useLocation();
  const navigate = useNavigate();
  const { revalidate } = useRevalidator();
  const [refused, setRefused] = useState<string>();
  const begun = useRef(false);

  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    handIn(search).then(async (outcome) => {
      if (outcome.refused) return setRefused(outcome.refused);
      await revalidate();
      await navigate(outcome.to, outcome.says ? saying(outcome.says) : {});
    });
  }, [search, navigate, revalidate]);

  return (
    <>
      <PageHeader title={m.posts_sign_on_return_title()} />
      <div className="grid justify-items-start gap-6">
        {refused ? (
          <>
            <Notice tone="error">{refused}</Notice>
            <ButtonLink to="/sign-in">{m.posts_to_sign_in()}</ButtonLink>
          </>
        ) : (
          <p role="status">{m.posts_sign_on_return_wait()}</p>
        )}
      </div>
    </>
  );
}

interface Outcome {
  to: string;
  says?: string;
  refused?: string;
}

/** An answer to a question that this browser has not asked is not handed in. */
async function handIn(search: string): Promise<Outcome> {
  const question = takeSignOnQuestion(new URLSearchParams(search).get('state'));
  if (!question) return { to: '/sign-in', refused: m.posts_refused_ceremony() };
  const input = { ceremony: question.ceremony, answer: search.slice(1) };
  try {
    if (question.links) {
      await call(linkSignOn, input);
      return { to: '/me/security', says: m.posts_sign_on_linked() };
    }
    await call(finishSignOn, input);
    return { to: question.to };
  } catch (error) {
    if (!(error instanceof CallRefused)) throw error;
    return { to: '/sign-in', refused: error.message };
  }
}
