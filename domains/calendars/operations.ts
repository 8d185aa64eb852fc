import { bindDomain } from '#platform/domain.ts';
import * as api from './api.ts';
import * as commands from './commands.ts';
import * as queries from './queries.ts';

/** The acts of the room, each with what does it. */
export const calendarOperations = bindDomain('calendars', api, { ...commands, ...queries });
