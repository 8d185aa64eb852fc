export * as papersApi from './api.ts';

import * as commands from './commands.ts';
import * as queries from './queries.ts';

/** What carries out the operations of this room. */
export const papersActs = { ...commands, ...queries };
