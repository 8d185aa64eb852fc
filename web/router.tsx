import { type RouteObject, redirect } from 'react-router';
import { meRoute } from '#ui/me.ts';
import { Loading } from './layout/Loading.tsx';
import { Shell } from './layout/Shell.tsx';
import { ShellError } from './layout/ShellError.tsx';
import { ErrorPage } from './pages/ErrorPage.tsx';
import { NotFound } from './pages/NotFound.tsx';
import { page } from './pages.ts';
import { routes } from './routes.ts';
import { loadMe } from './session.ts';

/** The routes of the staff app as the router wants them: one shell, and a page at each address. */
export const routeTree: RouteObject[] = [
  {
    id: meRoute,
    path: '/',
    loader: loadMe,
    // Who one is may change with every step: a post ends, the day turns, the session is over.
    shouldRevalidate: ({ currentUrl, nextUrl, defaultShouldRevalidate }) =>
      defaultShouldRevalidate || currentUrl.pathname !== nextUrl.pathname,
    Component: Shell,
    ErrorBoundary: ShellError,
    HydrateFallback: Loading,
    children: [
      { index: true, loader: () => redirect('/today') },
      ...Object.entries(routes).flatMap(([path, name]) => {
        const lazy = page(name);
        return lazy ? [{ path, lazy, ErrorBoundary: ErrorPage }] : [];
      }),
      { path: '*', Component: NotFound },
    ],
  },
];
