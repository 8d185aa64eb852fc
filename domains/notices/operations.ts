import { bindDomain } from '#platform/domain.ts';
import * as api from './api.ts';
import * as commands from './commands.ts';
import * as publicActs from './public-acts.ts';
import * as queries from './queries.ts';
import * as readingActs from './reading-acts.ts';
import * as returnedActs from './returned-acts.ts';
import * as wordActs from './word-acts.ts';

/** The acts of the room, each with what does it. */
export const noticeOperations = bindDomain('notices', api, {
  ...commands,
  ...queries,
  ...readingActs,
  ...wordActs,
  ...publicActs,
  ...returnedActs,
});
