import * as m from '#messages';
import { ButtonLink } from '#ui/Button.tsx';

/** Beside the button of a form: away without doing it. */
export function Leave({ to }: { to: string }) {
  return (
    <ButtonLink look="text" to={to}>
      {m.parties_leave()}
    </ButtonLink>
  );
}
