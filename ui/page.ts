import type { LoaderFunctionArgs } from 'react-router';
import * as m from '#messages';
import { CallRefused } from './call.ts';

/** What the loader of a page is given. */
export type PageArgs = Pick<LoaderFunctionArgs, 'params' | 'request'>;

/** A part of the page's address: `:id` of `/households/:id`, `household` of `/visits/new?household=…`. */
export function partOf({ params, request }: PageArgs, name: string): string {
  const part = params[name] ?? new URL(request.url).searchParams.get(name);
  if (!part) throw new CallRefused({ code: 'not_found', message: m.ui_page_not_found() });
  return part;
}

/** What stands behind the `?` of the page's address, as the input of an operation that lists. */
export function queryOf({ request }: PageArgs): Record<string, string> {
  return Object.fromEntries([...new URL(request.url).searchParams].filter(([, value]) => value !== ''));
}

/**
 * A list as the page's address asks for it. What nobody understands in it (an old link, one that was mistyped) is left
 * out, and `misread` says so, rather than that there is no list.
 */
export async function readListed<Asked extends object, List>(
  asked: Asked,
  read: (asked: Asked) => Promise<List>,
): Promise<{ list: List; asked: Asked; misread: boolean }> {
  try {
    return { list: await read(asked), asked, misread: false };
  } catch (error) {
    if (!(error instanceof CallRefused) || error.code !== 'invalid') throw error;
    const wrong = Object.keys(error.fields).map((field) => field.split('.')[0]);
    const understood = Object.entries(asked).filter(([name]) => !wrong.includes(name));
    if (understood.length === Object.keys(asked).length) throw error;
    const rest = Object.fromEntries(understood) as Asked;
    return { list: await read(rest), asked: rest, misread: true };
  }
}

/** Where to go after signing in: `?to=` of the sign-in page, and nowhere outside of this site. */
export function returnAddress(search: URLSearchParams): string {
  const to = search.get('to') ?? '';
  return /^\/(?![/\\])/.test(to) ? to : '/today';
}
