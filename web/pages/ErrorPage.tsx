import { isRouteErrorResponse, useNavigate, useRouteError } from 'react-router';
import * as m from '#messages';
import { Button, ButtonLink } from '#ui/Button.tsx';
import { CallRefused, type CallRefusedCode } from '#ui/call.ts';
import { PageHeader } from '#ui/PageHeader.tsx';
import { NotFound } from './NotFound.tsx';

const titles: Partial<Record<CallRefusedCode, () => string>> = {
  not_allowed: m.web_not_allowed_title,
  unreachable: m.web_unreachable_title,
};

/** In the place of a page that could not be shown: what happened, and what one can do. */
export function ErrorPage() {
  const error = useRouteError();
  if (isRouteErrorResponse(error) && error.status === 404) return <NotFound />;
  if (!(error instanceof CallRefused)) return <Explained title={m.web_bug_title()} says={m.web_bug_says()} />;
  if (error.code === 'not_found') return <NotFound says={error.message} />;
  const title = titles[error.code] ?? m.web_bug_title;
  return <Explained title={title()} says={error.message} />;
}

interface ExplainedProps {
  title: string;
  says: string;
}

function Explained({ title, says }: ExplainedProps) {
  const navigate = useNavigate();
  return (
    <>
      <PageHeader title={title} lead={says} />
      <div className="flex flex-wrap gap-4">
        <Button look="solid" onPress={() => navigate(0)}>
          {m.web_again()}
        </Button>
        <ButtonLink to="/today">{m.web_to_today()}</ButtonLink>
      </div>
    </>
  );
}
