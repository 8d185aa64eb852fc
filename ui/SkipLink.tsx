import * as m from '#messages';

/** The first thing the keyboard reaches: past the header and the navigation. */
export function SkipLink({ to }: { to: string }) {
  return (
    <a
      href={`#${to}`}
      className="absolute left-4 -top-24 z-50 rounded-8 bg-white px-4 py-3 focus:top-4 print:hidden"
      onClick={(event) => {
        event.preventDefault();
        document.getElementById(to)?.focus();
      }}
    >
      {m.ui_skip_link()}
    </a>
  );
}
