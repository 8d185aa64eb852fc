import * as m from '#messages';

type ExportState = 'waiting' | 'approved' | 'declined' | 'fetched' | 'expired';

export const exportStateWords: Record<ExportState, () => string> = {
  waiting: m.disposals_export_waiting,
  approved: m.disposals_export_approved,
  declined: m.disposals_export_declined,
  fetched: m.disposals_export_fetched,
  expired: m.disposals_export_expired,
};

export const exportStateTones: Record<ExportState, 'neutral' | 'green' | 'yellow'> = {
  waiting: 'yellow',
  approved: 'green',
  declined: 'neutral',
  fetched: 'neutral',
  expired: 'neutral',
};

/** What each operation that hands out many records is called here. */
const lists: Readonly<Record<string, () => string>> = {
  exportHouseholds: m.parties_export_summary,
  exportVisits: m.visits_export_summary,
  exportTransferSheet: m.posts_transfer_sheet_summary,
  exportSignIns: m.posts_sign_ins_export_summary,
  exportTaken: m.consent_taken_export_summary,
  exportProvisionLedger: m.consent_ledger_export_summary,
  printProvisionLedger: m.consent_ledger_print_summary,
  printEmergencyViews: m.consent_emergencies_print_summary,
  exportVisitorNumbers: m.ledgers_numbers_export_summary,
};

export function nameOfExport(operation: string): string {
  return lists[operation]?.() ?? operation;
}
