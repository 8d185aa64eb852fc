import { bindDomain } from '#platform/domain.ts';
import * as caseActsApi from './acts-api.ts';
import * as caseActsCommands from './acts-commands.ts';
import * as caseActsQueries from './acts-queries.ts';
import * as addressApi from './address-api.ts';
import * as addressCommands from './address-commands.ts';
import * as addressQueries from './address-queries.ts';
import * as assessmentApi from './assessment-api.ts';
import * as assessmentCommands from './assessment-commands.ts';
import * as assessmentQueries from './assessment-queries.ts';
import * as attachmentApi from './attachment-api.ts';
import * as attachmentCommands from './attachment-commands.ts';
import * as attachmentQueries from './attachment-queries.ts';
import * as caseApi from './case-api.ts';
import * as caseCommands from './case-commands.ts';
import * as caseQueries from './case-queries.ts';
import * as clientApi from './client-api.ts';
import * as clientCommands from './client-commands.ts';
import * as clientQueries from './client-queries.ts';
import * as closingApi from './closing-api.ts';
import * as closingCommands from './closing-commands.ts';
import * as copyApi from './copy-api.ts';
import * as copyCommands from './copy-commands.ts';
import * as copyQueries from './copy-queries.ts';
import * as countingApi from './counting-api.ts';
import * as countingCommands from './counting-commands.ts';
import * as countingQueries from './counting-queries.ts';
import * as formsApi from './forms-api.ts';
import * as formsQueries from './forms-queries.ts';
import * as gapApi from './gap-api.ts';
import * as gapCommands from './gap-commands.ts';
import * as gapQueries from './gap-queries.ts';
import * as givenApi from './given-api.ts';
import * as givenQueries from './given-queries.ts';
import * as caseHandoverApi from './handover-api.ts';
import * as caseHandoverCommands from './handover-commands.ts';
import * as caseHandoverQueries from './handover-queries.ts';
import * as intakeApi from './intake-api.ts';
import * as intakeCommands from './intake-commands.ts';
import { exportIntakes } from './intake-export.ts';
import * as intakeQueries from './intake-queries.ts';
import * as joiningApi from './joining-api.ts';
import * as joiningCommands from './joining-commands.ts';
import * as joiningQueries from './joining-queries.ts';
import * as noteApi from './note-api.ts';
import * as noteCommands from './note-commands.ts';
import * as noteQueries from './note-queries.ts';
import * as pictureApi from './picture-api.ts';
import * as pictureCommands from './picture-commands.ts';
import * as pictureQueries from './picture-queries.ts';
import * as supportPlanApi from './plan-api.ts';
import * as supportPlanCommands from './plan-commands.ts';
import * as supportPlanQueries from './plan-queries.ts';
import * as referralApi from './referral-api.ts';
import * as referralCommands from './referral-commands.ts';
import * as referralQueries from './referral-queries.ts';
import * as taskApi from './task-api.ts';
import * as taskCommands from './task-commands.ts';
import * as taskQueries from './task-queries.ts';

/** All operations of the room. */
export const caseOperations = [
  ...bindDomain('cases', caseApi, { ...caseCommands, ...caseQueries }),
  ...bindDomain('cases', supportPlanApi, { ...supportPlanCommands, ...supportPlanQueries }),
  ...bindDomain('cases', closingApi, closingCommands),
  ...bindDomain('cases', formsApi, formsQueries),
  ...bindDomain('cases', copyApi, { ...copyCommands, ...copyQueries }),
  ...bindDomain('cases', givenApi, givenQueries),
  ...bindDomain('cases', addressApi, { ...addressCommands, ...addressQueries }),
  ...bindDomain('cases', clientApi, { ...clientQueries, ...clientCommands }),
  ...bindDomain('cases', intakeApi, { ...intakeCommands, ...intakeQueries, exportIntakes }),
  ...bindDomain('cases', countingApi, { ...countingCommands, ...countingQueries }),
  ...bindDomain('cases', referralApi, { ...referralCommands, ...referralQueries }),
  ...bindDomain('cases', joiningApi, { ...joiningCommands, ...joiningQueries }),
  ...bindDomain('cases', caseActsApi, { ...caseActsCommands, ...caseActsQueries }),
  ...bindDomain('cases', pictureApi, { ...pictureCommands, ...pictureQueries }),
  ...bindDomain('cases', taskApi, { ...taskCommands, ...taskQueries }),
  ...bindDomain('cases', caseHandoverApi, { ...caseHandoverCommands, ...caseHandoverQueries }),
  ...bindDomain('cases', gapApi, { ...gapCommands, ...gapQueries }),
  ...bindDomain('cases', assessmentApi, { ...assessmentCommands, ...assessmentQueries }),
  ...bindDomain('cases', attachmentApi, { ...attachmentCommands, ...attachmentQueries }),
  ...bindDomain('cases', noteApi, { ...noteCommands, ...noteQueries }),
];
