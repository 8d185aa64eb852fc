import { useState } from 'react';
import { Outlet, ScrollRestoration, useLocation } from 'react-router';
import * as m from '#messages';
import { useMe } from '#ui/me.ts';
import { Notice } from '#ui/Notice.tsx';
import { SkipLink } from '#ui/SkipLink.tsx';
import { saidIn } from '#ui/saying.ts';
import { navigationFor } from '../navigation.ts';
import { Header } from './Header.tsx';
import { LoadingBar } from './LoadingBar.tsx';
import { Navigation } from './Navigation.tsx';
import { SampleBanner } from './SampleBanner.tsx';
import { useArrival } from './use-arrival.ts';

const mainId = 'main';
const navigationId = 'navigation';

/** What stands around every page: who and where one is, and where one can go. */
export function Shell() {
  const me = useMe();
  const { pathname, state, key } = useLocation();
  const said = saidIn(state);
  const [menuAt, setMenuAt] = useState<string>();
  const menuOpen = menuAt === pathname;
  const announced = useArrival();
  const groups = navigationFor(me);
  return (
    <div className="flex min-h-screen flex-col print:block">
      <SkipLink to={mainId} />
      <LoadingBar />
      {me.town.sample && <SampleBanner today={me.today} />}
      <Header
        me={me}
        menu={
          groups.length > 0
            ? {
                open: menuOpen,
                controls: navigationId,
                toggle: () => setMenuAt(menuOpen ? undefined : pathname),
              }
            : null
        }
      />
      <div className="mx-auto flex w-full max-w-360 flex-1 flex-col lg:flex-row print:block">
        {groups.length > 0 && <Navigation id={navigationId} groups={groups} open={menuOpen} />}
        <main
          id={mainId}
          tabIndex={-1}
          className={`w-full min-w-0 flex-1 px-4 py-6 lg:px-10 lg:py-8 print:px-0 ${groups.length > 0 ? '' : 'mx-auto max-w-180'}`}
        >
          {me.finishing && (
            <div className="mb-6">
              <Notice tone="warning">{m.web_finishing()}</Notice>
            </div>
          )}
          {said && (
            <div key={key} className="mb-6">
              <Notice tone="success">{said}</Notice>
            </div>
          )}
          <Outlet />
        </main>
      </div>
      <p aria-live="polite" className="sr-only">
        {announced}
      </p>
      <ScrollRestoration />
    </div>
  );
}
