import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { operations } from '#domains/index.ts';
import { projectFolder } from '#platform/house.ts';

/** Files that leave without a second person's yes however much is in them, and why none is asked for. */
const freely: Readonly<Record<string, string>> = {
  readVisitPhoto: 'one photograph of one visit',
  readTallyScan: 'one group’s one paper',
  readMemberScan: 'one member’s one paper',
  printRequestLetters: 'letters to groups; no person is in them',
  printLedgerForm: 'an empty form',
  printBlankForm: 'an empty form',
  printConsentForm: 'one person’s one form, or an empty one',
  printGivenRecord: 'one person’s record',
  printPlanForm: 'one person’s one plan',
  printIntakeForm: 'one person’s one form',
  printAssessment: 'one person’s one form',
  printReminders: 'letters to sections; no person is in them',
  makeAnswerSheet: 'projects of the plan and what a section says of them',
  printEvaluation: 'figures and texts of the plan',
  printProgress: 'projects of the plan and their grades',
  exportNotes: 'the notes of one case',
  readCaseFile: 'one paper of one case',
  readPaperFile: 'one paper of one item, for who sits on it',
  printCopySheet: 'one person’s one form',
  printDecision: 'one letter to one person',
  printMyRecord: 'one person’s own record',
  printNotice: 'a notice, which is about nobody',
  printContributions: 'what one organisation gave in a year',
  printWishCard: 'one card, without a name',
  printPlaceLetters: 'what is written of places, which are no persons',
  printEventCards: 'the cards of one event, without a name',
  printFoodRecall: 'one recall: counts by place; for a place the names it must reach, which are its own',
  printNextTime: 'what one table promised, for that table',
  printNameList: 'the list of one day, for the place itself, whose names they are',
  printForAll: 'the papers of one sitting, for those who sit there',
  printForAttendee: 'the papers of one sitting, for one who sits there',
  printReturn: 'counts',
  printMonthEnd: 'counts; of one 民生委員 what one month came to, of nobody it was done for',
  printTemplate: 'an empty form',
  printTogether: 'counts, and stories that may be told',
  printStartPaper: 'an empty form',
};

/** Tables that the browser itself saves as a file, and why none of them holds records of persons. */
const savedByBrowser: Readonly<Record<string, string>> = {
  'domains/ledgers/pages/LedgerCheck.tsx': 'what is wrong with a file that the reader has sent',
  'domains/ledgers/pages/Ledgers.tsx': 'files that were taken in, and how many rows',
  'domains/open-data/pages/StandardList.tsx': 'what is wrong with a list of the town’s own',
  'domains/codes/pages/CodeList.tsx': 'codes of the town',
  'domains/consent/pages/LawfulBases.tsx': 'laws, no persons',
  'domains/consent/pages/ProvisionLedger.tsx': 'a year’s provisions, counted and without names',
  'domains/projects/pages/Projects.tsx': 'projects of the plan',
  'domains/projects/pages/Inquiry.tsx': 'which section has answered',
  'domains/places/pages/AttendanceFigures.tsx': 'how many came, by place',
  'domains/food/pages/FoodFigures.tsx': 'how many households were handed food, by place',
  'domains/boards/pages/Areas.tsx': 'figures',
  'domains/boards/pages/Boards.tsx': 'tables of the districts, and how often they met',
  'domains/boards/pages/shown/EvidenceTable.tsx': 'what the city may read, linked to measures; no name',
  'domains/boards/pages/HelpingGroups.tsx': 'groups, which are no persons',
  'domains/boards/pages/Supports.tsx': 'work done for bodies and groups',
  'domains/boards/pages/Tried.tsx': 'what tables let others read; no name',
  'domains/boards/pages/shown/GroupIncome.tsx': 'what a group took in, by month',
  'domains/plan/pages/Links.tsx': 'measures and their successors',
  'domains/plan/pages/shown/AchievementTable.tsx': 'figures',
  'domains/plan/pages/shown/Districts.tsx': 'figures',
  'domains/wishes/pages/WishFigures.tsx': 'counts by kind of party and by tag; nobody is in them',
  'domains/visits/pages/TallySheets.tsx': 'counts of a month',
};

const files = operations.filter(({ declared }) => declared.file);

test('every operation that hands out a file is bulk, so that a second person agrees to a large one, or says why not', () => {
  const left = files.filter(({ declared }) => !declared.bulk).map(({ name }) => name);
  expect(left.sort()).toEqual(Object.keys(freely).sort());
});

test('whatever is bulk counts whose records are in it', () => {
  const bulk = operations.filter(({ declared }) => declared.bulk);
  expect(bulk.length).toBeGreaterThan(5);
  expect(bulk.filter(({ declared }) => !declared.subjects || !declared.file).map(({ name }) => name)).toEqual(
    [],
  );
});

test('no list of persons is saved past the server', () => {
  const saving = globSync('{domains,web}/**/*.tsx', { cwd: projectFolder }).filter((file) =>
    /\bfileName=\{/.test(readFileSync(join(projectFolder, file), 'utf8')),
  );
  expect(saving.sort()).toEqual(Object.keys(savedByBrowser).sort());
});
