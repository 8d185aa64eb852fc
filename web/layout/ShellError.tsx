import { ErrorPage } from '../pages/ErrorPage.tsx';

/** When not even the shell could be built: the page stands alone. */
export function ShellError() {
  return (
    <main className="mx-auto max-w-240 px-4 py-12">
      <ErrorPage />
    </main>
  );
}
