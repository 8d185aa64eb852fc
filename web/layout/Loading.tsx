import * as m from '#messages';

/** Before the first answer of the server. */
export function Loading() {
  return (
    <p role="status" className="p-8">
      {m.web_loading()}
    </p>
  );
}
