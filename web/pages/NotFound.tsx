import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';
import { PageHeader } from '#ui/PageHeader.tsx';

/** Where there is nothing, or nothing that the person may see; the two are not told apart. */
export function NotFound({ says }: { says?: string }) {
  return (
    <>
      <PageHeader title={m.web_not_found_title()} lead={says ?? m.web_not_found_address()} />
      <ButtonLink to="/today">{m.web_to_today()}</ButtonLink>
    </>
  );
}
