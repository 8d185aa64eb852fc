import * as auditApi from '#platform/audit/api.ts';
import * as auditQueries from '#platform/audit/queries.ts';
import * as backupApi from '#platform/backup/api.ts';
import * as backupCommands from '#platform/backup/commands.ts';
import { recordsLeave } from '#platform/bulk.ts';
import type { BoundOperation } from '#platform/domain.ts';
import { bindDomain } from '#platform/domain.ts';
import * as draftsApi from '#platform/drafts/api.ts';
import * as draftsCommands from '#platform/drafts/commands.ts';
import * as draftsQueries from '#platform/drafts/queries.ts';
import { listen } from '#platform/event.ts';
import { activityOperations } from './activities/operations.ts';
import { boardOperations } from './boards/operations.ts';
import { calendarOperations } from './calendars/operations.ts';
import * as cardsApi from './cards/api.ts';
import * as cardsCommands from './cards/commands.ts';
import * as cardsQueries from './cards/queries.ts';
import { closeAddress, reopenAddress } from './cases/address-closing.ts';
import { listStandardAssessment } from './cases/assessment-commands.ts';
import { nameClients } from './cases/client-naming.ts';
import { beginCounting } from './cases/counting-commands.ts';
import { caseOperations } from './cases/operations.ts';
import * as codesApi from './codes/api.ts';
import * as codesCommands from './codes/commands.ts';
import * as codesQueries from './codes/queries.ts';
import * as conferencesApi from './conferences/api.ts';
import * as conferencesCommands from './conferences/commands.ts';
import { keepNoConferenceDraft } from './conferences/draft-keeping.ts';
import * as conferencesQueries from './conferences/queries.ts';
import * as consentApi from './consent/api.ts';
import * as consentCommands from './consent/commands.ts';
import * as personConsentApi from './consent/consent-api.ts';
import * as personConsentCommands from './consent/consent-commands.ts';
import * as personConsentQueries from './consent/consent-queries.ts';
import * as consentTextApi from './consent/consent-text-api.ts';
import * as consentTextCommands from './consent/consent-text-commands.ts';
import * as consentTextQueries from './consent/consent-text-queries.ts';
import * as emergencyApi from './consent/emergency-api.ts';
import * as emergencyCommands from './consent/emergency-commands.ts';
import * as emergencyQueries from './consent/emergency-queries.ts';
import * as emergencyTellings from './consent/emergency-telling-commands.ts';
import { addressProtected, addressReopened } from './consent/events.ts';
import { listFirstConsentText } from './consent/first-text.ts';
import * as provisionLedgerApi from './consent/ledger-api.ts';
import * as provisionLedgerFiles from './consent/ledger-files.ts';
import * as provisionLedgerQueries from './consent/ledger-queries.ts';
import { namesAsked } from './consent/naming.ts';
import * as personProvisionApi from './consent/person-api.ts';
import * as personProvisionCommands from './consent/person-commands.ts';
import * as personProvisionQueries from './consent/person-queries.ts';
import * as protectionApi from './consent/protection-api.ts';
import * as protectionCommands from './consent/protection-commands.ts';
import * as protectionQueries from './consent/protection-queries.ts';
import * as consentQueries from './consent/queries.ts';
import * as takenApi from './consent/taken-api.ts';
import * as takenQueries from './consent/taken-queries.ts';
import * as consentTodayApi from './consent/today-api.ts';
import * as consentTodayQueries from './consent/today-queries.ts';
import * as contributionsApi from './contributions/api.ts';
import * as contributionsCommands from './contributions/commands.ts';
import * as contributionsQueries from './contributions/queries.ts';
import * as disclosuresApi from './disclosures/api.ts';
import * as disclosuresCommands from './disclosures/commands.ts';
import { listDefaultRules } from './disclosures/default-rules.ts';
import * as disclosurePapers from './disclosures/papers.ts';
import * as disclosuresQueries from './disclosures/queries.ts';
import * as disclosureRequestApi from './disclosures/request-api.ts';
import * as disclosureRequestCommands from './disclosures/request-commands.ts';
import * as disclosureRequestQueries from './disclosures/request-queries.ts';
import * as disclosureTodayApi from './disclosures/today-api.ts';
import * as disclosureTodayQueries from './disclosures/today-queries.ts';
import * as disposalsApi from './disposals/api.ts';
import * as disposalsCommands from './disposals/commands.ts';
import * as disposalsQueries from './disposals/queries.ts';
import * as districtsApi from './districts/api.ts';
import * as districtsCommands from './districts/commands.ts';
import * as districtsQueries from './districts/queries.ts';
import * as encountersApi from './encounters/api.ts';
import * as encountersCommands from './encounters/commands.ts';
import { countAsTheOtherGroup } from './encounters/modes.ts';
import * as encountersQueries from './encounters/queries.ts';
import * as escalationsApi from './escalations/api.ts';
import * as escalationsCommands from './escalations/commands.ts';
import * as escalationsQueries from './escalations/queries.ts';
import { raiseForVisit } from './escalations/raising.ts';
import { foodOperations } from './food/operations.ts';
import * as groupsApi from './groups/api.ts';
import * as groupsCommands from './groups/commands.ts';
import * as groupsQueries from './groups/queries.ts';
import * as requestApi from './groups/request-api.ts';
import * as requestCommands from './groups/request-commands.ts';
import * as requestQueries from './groups/request-queries.ts';
import { carryMembersOver } from './groups/takeover-commands.ts';
import * as guideApi from './guide/api.ts';
import * as guideQueries from './guide/queries.ts';
import * as itemsApi from './items/api.ts';
import * as itemsCommands from './items/commands.ts';
import * as itemsQueries from './items/queries.ts';
import * as ledgersApi from './ledgers/api.ts';
import * as ledgersCommands from './ledgers/commands.ts';
import * as ledgersQueries from './ledgers/queries.ts';
import * as lettersApi from './letters/api.ts';
import * as lettersCommands from './letters/commands.ts';
import { countAmongPublicWords } from './letters/public-words.ts';
import * as lettersQueries from './letters/queries.ts';
import { noticeOperations } from './notices/operations.ts';
import { noticePageWords } from './notices/public-words.ts';
import { openDataOperations } from './open-data/operations.ts';
import { openDataWords } from './open-data/public-words.ts';
import { papersActs, papersApi } from './papers/acts.ts';
import * as partiesApi from './parties/api.ts';
import * as partiesCommands from './parties/commands.ts';
import { householdsClosed } from './parties/events.ts';
import * as partiesQueries from './parties/queries.ts';
import * as phonesApi from './phones/api.ts';
import * as phonesCommands from './phones/commands.ts';
import * as phonesQueries from './phones/queries.ts';
import * as placesApi from './places/api.ts';
import * as placesCommands from './places/commands.ts';
import * as placesQueries from './places/queries.ts';
import * as planApi from './plan/api.ts';
import * as planCommands from './plan/commands.ts';
import * as planQueries from './plan/queries.ts';
import * as postsApi from './posts/api.ts';
import * as postsCommands from './posts/commands.ts';
import { endingWithdrawn, groupTakenOver, postEnded, postSucceeded, townFounded } from './posts/events.ts';
import * as postsQueries from './posts/queries.ts';
import * as signOnOutside from './posts/sign-on-outside.ts';
import * as projectsApi from './projects/api.ts';
import * as projectsCommands from './projects/commands.ts';
import { answersGathered } from './projects/events.ts';
import * as projectsQueries from './projects/queries.ts';
import * as reportsApi from './reports/api.ts';
import * as reportsQueries from './reports/queries.ts';
import * as returnsApi from './returns/api.ts';
import * as returnsCommands from './returns/commands.ts';
import * as returnsQueries from './returns/queries.ts';
import * as visitsApi from './visits/api.ts';
import * as assignmentApi from './visits/assignment-api.ts';
import * as assignmentCommands from './visits/assignment-commands.ts';
import * as assignmentQueries from './visits/assignment-queries.ts';
import * as visitsCommands from './visits/commands.ts';
import { visitWorries } from './visits/events.ts';
import { exportVisits } from './visits/export.ts';
import * as visitExportApi from './visits/export-api.ts';
import * as handoverApi from './visits/handover-api.ts';
import * as handoverCommands from './visits/handover-commands.ts';
import * as handoverQueries from './visits/handover-queries.ts';
import * as visitsQueries from './visits/queries.ts';
import * as wishesApi from './wishes/api.ts';
import * as wishesCommands from './wishes/commands.ts';
import { keepWishFigures } from './wishes/gathered-figures.ts';
import { workOutProposal } from './wishes/proposal-work.ts';
import * as wishesQueries from './wishes/queries.ts';

/** The table of contents: every act of the town's work, in dependency order. */
export const operations: readonly BoundOperation[] = [
  ...bindDomain('districts', districtsApi, { ...districtsCommands, ...districtsQueries }),
  ...bindDomain('items', itemsApi, { ...itemsCommands, ...itemsQueries }),
  ...bindDomain('parties', partiesApi, { ...partiesCommands, ...partiesQueries }),
  ...bindDomain('posts', postsApi, { ...postsCommands, ...postsQueries }, signOnOutside),
  ...bindDomain('codes', codesApi, { listCodes: codesQueries.listCodes, ...codesCommands }),
  ...bindDomain('consent', consentApi, { ...consentCommands, ...consentQueries }),
  ...bindDomain('consent', personConsentApi, { ...personConsentCommands, ...personConsentQueries }),
  ...bindDomain('consent', consentTextApi, { ...consentTextCommands, ...consentTextQueries }),
  ...bindDomain('consent', personProvisionApi, { ...personProvisionCommands, ...personProvisionQueries }),
  ...bindDomain('consent', emergencyApi, { ...emergencyCommands, ...emergencyTellings, ...emergencyQueries }),
  ...bindDomain('consent', protectionApi, { ...protectionCommands, ...protectionQueries }),
  ...bindDomain('consent', provisionLedgerApi, { ...provisionLedgerQueries, ...provisionLedgerFiles }),
  ...bindDomain('consent', consentTodayApi, consentTodayQueries),
  ...bindDomain('encounters', encountersApi, { ...encountersCommands, ...encountersQueries }),
  ...bindDomain('plan', planApi, { ...planCommands, ...planQueries }),
  ...bindDomain('projects', projectsApi, { ...projectsCommands, ...projectsQueries }),
  ...bindDomain(
    'wishes',
    wishesApi,
    { ...wishesCommands, ...wishesQueries },
    { makeMatchProposal: workOutProposal },
  ),
  ...bindDomain('places', placesApi, { ...placesCommands, ...placesQueries }),
  ...bindDomain('guide', guideApi, guideQueries),
  ...bindDomain('visits', visitsApi, { ...visitsCommands, ...visitsQueries }),
  ...bindDomain('visits', visitExportApi, { exportVisits }),
  ...bindDomain('visits', handoverApi, { ...handoverCommands, ...handoverQueries }),
  ...bindDomain('visits', assignmentApi, { ...assignmentCommands, ...assignmentQueries }),
  ...bindDomain('escalations', escalationsApi, { ...escalationsCommands, ...escalationsQueries }),
  ...bindDomain('phones', phonesApi, { ...phonesCommands, ...phonesQueries }),
  ...bindDomain('papers', papersApi, papersActs),
  ...bindDomain('groups', groupsApi, { ...groupsCommands, ...groupsQueries }),
  ...bindDomain('groups', requestApi, { ...requestCommands, ...requestQueries }),
  ...bindDomain('ledgers', ledgersApi, { ...ledgersCommands, ...ledgersQueries }),
  ...bindDomain('conferences', conferencesApi, { ...conferencesCommands, ...conferencesQueries }),
  ...bindDomain('letters', lettersApi, { ...lettersCommands, ...lettersQueries }),
  ...bindDomain('cards', cardsApi, { ...cardsCommands, ...cardsQueries }),
  ...bindDomain('contributions', contributionsApi, { ...contributionsCommands, ...contributionsQueries }),
  ...foodOperations,
  ...boardOperations,
  ...noticeOperations,
  ...bindDomain('returns', returnsApi, { ...returnsCommands, ...returnsQueries }),
  ...activityOperations,
  ...caseOperations,
  ...openDataOperations,
  ...calendarOperations,
  ...bindDomain('disclosures', disclosuresApi, {
    ...disclosuresCommands,
    ...disclosuresQueries,
    printMyRecord: disclosurePapers.printMyRecord,
  }),
  ...bindDomain('disclosures', disclosureRequestApi, {
    ...disclosureRequestCommands,
    ...disclosureRequestQueries,
    printDecision: disclosurePapers.printDecision,
  }),
  ...bindDomain('disclosures', disclosureTodayApi, disclosureTodayQueries),
  ...bindDomain('disposals', disposalsApi, { ...disposalsCommands, ...disposalsQueries }),
  ...bindDomain('reports', reportsApi, reportsQueries),
  ...bindDomain('audit', auditApi, auditQueries),
  ...bindDomain('audit', takenApi, takenQueries),
  ...bindDomain('drafts', draftsApi, {
    saveDraft: draftsCommands.saveDraft,
    discardDraft: draftsCommands.discardDraft,
    ...draftsQueries,
  }),
  ...bindDomain('backup', backupApi, backupCommands),
];

// Who listens to whom: call up, listen down.
listen(
  townFounded,
  codesCommands.listDefaultCodes,
  listStandardAssessment,
  beginCounting,
  consentCommands.listDefaultBases,
  listFirstConsentText,
  conferencesCommands.listDefaultKinds,
  listDefaultRules,
);
listen(postEnded, assignmentCommands.endAssignmentsOfPost);
listen(postSucceeded, assignmentCommands.passRoundOn);
listen(groupTakenOver, carryMembersOver, countAsTheOtherGroup);
listen(endingWithdrawn, assignmentCommands.resumeAssignmentsOfPost);
listen(householdsClosed, assignmentCommands.endAssignmentsOfHouseholds);
listen(visitWorries, raiseForVisit);
listen(namesAsked, nameClients);
listen(addressProtected, closeAddress);
listen(addressReopened, reopenAddress);
listen(draftsCommands.draftKept, keepNoConferenceDraft);
listen(answersGathered, keepWishFigures);
listen(recordsLeave, disposalsCommands.letRecordsLeave);

// Whose words stand on public pages.
countAmongPublicWords(noticePageWords, openDataWords);
