import type { ComponentType } from 'react';
import { type LazyRouteFunction, type RouteObject, redirect } from 'react-router';
import { CallRefused } from '#ui/call.ts';
import type { PageArgs } from '#ui/page.ts';
import type { PageName } from './routes.ts';
import { signInAddress } from './session.ts';

/** What a file in `pages/` exports. */
export interface Page {
  Component: ComponentType;
  loader?: (args: PageArgs) => unknown;
  action?: RouteObject['action'];
}

const files = {
  ...import.meta.glob<Page>('../domains/*/pages/*.tsx'),
  ...import.meta.glob<Page>('./pages/*.tsx'),
};

/** Whether the page's file is in its room. */
export function hasPage(name: PageName): boolean {
  return fileOf(name) !== undefined;
}

/** A page, loaded when somebody goes there; undefined while nobody has written it. */
export function page(name: PageName): LazyRouteFunction<RouteObject> | undefined {
  const load = fileOf(name);
  if (!load) return undefined;
  return async () => {
    const { Component, loader, action } = await load();
    return {
      Component,
      ...(loader && { loader: (args: PageArgs) => signInWhenAsked(args, loader) }),
      ...(action && { action }),
    };
  };
}

function fileOf(name: PageName) {
  const [room, file] = name.split('/');
  return files[room === 'web' ? `./pages/${file}.tsx` : `../domains/${room}/pages/${file}.tsx`];
}

async function signInWhenAsked(args: PageArgs, loader: (args: PageArgs) => unknown): Promise<unknown> {
  try {
    return await loader(args);
  } catch (error) {
    const asked = error instanceof CallRefused && /^(?:not_signed_in|second_factor_needed)$/.test(error.code);
    const to = asked && signInAddress(new URL(args.request.url));
    throw to ? redirect(to) : error;
  }
}
