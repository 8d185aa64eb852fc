import { Link } from 'react-router';
import * as m from '#messages';
import type { Me } from '#ui/me.ts';
import { AccountMenu } from './AccountMenu.tsx';
import { Mark } from './Mark.tsx';

interface HeaderProps {
  me: Me;
  /** The button that opens the menu on a narrow screen; null where there is no menu. */
  menu: { open: boolean; controls: string; toggle: () => void } | null;
}

/** The name of the service and of the town, and who is sitting here as what. */
export function Header({ me, menu }: HeaderProps) {
  return (
    <header className="border-b border-solid-gray-300 bg-white print:hidden">
      <div className="mx-auto flex max-w-360 flex-wrap items-center gap-x-6 gap-y-2 px-4 py-3 lg:px-8">
        <Link
          to="/"
          className="flex min-h-11 items-center gap-3 text-solid-gray-900 no-underline hover:underline"
        >
          <Mark />
          <span className="text-std-20B-150">{m.web_site_name()}</span>
          <span lang="en" className="hidden text-dns-16N-130 text-solid-gray-700 md:inline">
            {m.web_site_name_latin()}
          </span>
        </Link>
        <span className="hidden border-l border-solid-gray-300 pl-6 md:inline">{me.town.name}</span>
        {menu && (
          <button
            type="button"
            aria-expanded={menu.open}
            aria-controls={menu.controls}
            onClick={menu.toggle}
            className="ml-auto inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-8 border border-solid-gray-600 bg-white px-4 text-oln-16B-100 hover:bg-solid-gray-50 lg:hidden"
          >
            <span aria-hidden="true">{menu.open ? '×' : '☰'}</span>
            {menu.open ? m.web_menu_close() : m.web_menu_open()}
          </button>
        )}
        {me.account && (
          <div className="w-full md:ml-auto md:w-96">
            <AccountMenu me={me} account={me.account} />
          </div>
        )}
      </div>
    </header>
  );
}
