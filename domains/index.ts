import * as auditApi from '#platform/audit/api.ts';
import * as auditQueries from '#platform/audit/queries.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { bindDomain } from '#platform/domain.ts';
import * as districtsApi from './districts/api.ts';
import * as districtsCommands from './districts/commands.ts';
import * as districtsQueries from './districts/queries.ts';
import * as planApi from './plan/api.ts';
import * as planCommands from './plan/commands.ts';
import * as planQueries from './plan/queries.ts';
import * as visitsApi from './visits/api.ts';
import * as visitsCommands from './visits/commands.ts';
import * as visitsQueries from './visits/queries.ts';

/** The table of contents: every act of the town's work, in dependency order. */
export const operations: readonly BoundOperation[] = [
  ...bindDomain('districts', districtsApi, { ...districtsCommands, ...districtsQueries }),
  ...bindDomain('plan', planApi, { ...planCommands, ...planQueries }),
  ...bindDomain('visits', visitsApi, { ...visitsCommands, ...visitsQueries }),
  ...bindDomain('audit', auditApi, auditQueries),
];
