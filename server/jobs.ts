import { sweepBoardNames } from '#domains/boards/jobs.ts';
import { sweepWishNotes } from '#domains/cards/jobs.ts';
import { askBackWhereBasesRanOut } from '#domains/consent/jobs.ts';
import { carryOutDisposals } from '#domains/disposals/jobs.ts';
import { compactTally } from '#domains/encounters/jobs.ts';
import { sweepDuties, tellWhoWasLongNotMet } from '#domains/escalations/jobs.ts';
import { sweepFoodDonors } from '#domains/food/jobs.ts';
import { sweepLedgers } from '#domains/ledgers/jobs.ts';
import { sweepLetters } from '#domains/letters/jobs.ts';
import { sendNotices, sweepSubscriptions } from '#domains/notices/jobs.ts';
import { sweepStandardFiles } from '#domains/open-data/jobs.ts';
import { sweepRoundSheets } from '#domains/papers/jobs.ts';
import { sweepLateCalls } from '#domains/phones/jobs.ts';
import { sweepGuests } from '#domains/places/jobs.ts';
import { tellWhatNobodyTookUp } from '#domains/wishes/jobs.ts';
import { exportRoot } from '#platform/audit/root.ts';
import { sealAudit } from '#platform/audit/seal.ts';
import { sweepDrafts } from '#platform/drafts/commands.ts';
import { forgetCalls } from '#platform/jobs/forget-calls.ts';
import type { RecurringJob } from '#platform/jobs/job.ts';

/**
 * Everything that runs by itself, on one page.
 *
 * @param callDays days a call is remembered (`readCallDays`)
 */
export function listRecurringJobs(dataFolder: string, callDays: number): RecurringJob[] {
  return [
    {
      name: 'seal_audit',
      everySeconds: 10,
      async run(database) {
        await sealAudit(database);
        await exportRoot(database, dataFolder);
      },
    },
    { name: 'compact_tally', everySeconds: 60, run: compactTally },
    { name: 'tell_who_was_long_not_met', everySeconds: 3_600, run: tellWhoWasLongNotMet },
    { name: 'ask_back_where_bases_ran_out', everySeconds: 3_600, run: askBackWhereBasesRanOut },
    { name: 'tell_what_nobody_took_up', everySeconds: 60, run: tellWhatNobodyTookUp },
    { name: 'sweep_ledgers', everySeconds: 600, run: sweepLedgers },
    { name: 'sweep_standard_files', everySeconds: 3_600, run: sweepStandardFiles },
    { name: 'sweep_duties', everySeconds: 86_400, run: sweepDuties },
    { name: 'sweep_letters', everySeconds: 3_600, run: sweepLetters },
    { name: 'sweep_wish_notes', everySeconds: 3_600, run: sweepWishNotes },
    { name: 'sweep_round_sheets', everySeconds: 86_400, run: sweepRoundSheets },
    { name: 'sweep_late_calls', everySeconds: 3_600, run: sweepLateCalls },
    { name: 'sweep_guests', everySeconds: 86_400, run: sweepGuests },
    { name: 'sweep_food_donors', everySeconds: 86_400, run: sweepFoodDonors },
    { name: 'sweep_board_names', everySeconds: 86_400, run: sweepBoardNames },
    { name: 'send_notices', everySeconds: 10, run: sendNotices },
    { name: 'sweep_subscriptions', everySeconds: 3_600, run: sweepSubscriptions },
    { name: 'sweep_drafts', everySeconds: 3_600, run: sweepDrafts },
    { name: 'carry_out_disposals', everySeconds: 10, run: carryOutDisposals },
    { name: 'forget_calls', everySeconds: 3_600, run: (database) => forgetCalls(database, callDays) },
  ];
}
