import { call } from '#ui/call.ts';
import { type PageArgs, partOf } from '#ui/page.ts';
import { readCase } from '../../case-api.ts';

/** The case of the page's address. */
export function openCase(args: PageArgs) {
  return call(readCase, { id: partOf(args, 'id') }, { signal: args.request.signal });
}
