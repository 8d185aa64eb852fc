import { permissions } from 'virtual:permissions';
import * as m from '#messages';
import { type Me, mayTry } from '#ui/me.ts';
import { hasPage } from './pages.ts';
import { type Address, routes } from './routes.ts';

export interface NavigationItem {
  to: Address;
  label: () => string;
  /** The operation without which the page would be of no use. */
  needs: string | null;
}

export interface NavigationGroup {
  heading: () => string;
  items: readonly NavigationItem[];
}

/** What stands in the main menu, for whoever may use it. */
export const navigation: readonly NavigationGroup[] = [
  {
    heading: m.web_group_daily,
    items: [
      { to: '/today', label: m.web_nav_today, needs: null },
      { to: '/visits/new', label: m.web_nav_record_visit, needs: 'recordVisit' },
      { to: '/visits', label: m.web_nav_visits, needs: 'listVisits' },
      { to: '/escalations', label: m.escalations_title, needs: 'listEscalations' },
      { to: '/households', label: m.web_nav_households, needs: 'listHouseholds' },
      { to: '/tally', label: m.web_nav_tally, needs: 'readTallyMonth' },
      { to: '/activities', label: m.activities_title, needs: 'printMonthEnd' },
      { to: '/duties', label: m.escalations_duties_title, needs: 'listDuties' },
      { to: '/round-agreements', label: m.visits_agreements_title, needs: 'listRoundAgreements' },
      { to: '/unmet-rules', label: m.escalations_rules_title, needs: 'listUnmetRules' },
      { to: '/ledgers', label: m.ledgers_title, needs: 'uploadLedger' },
      { to: '/handovers', label: m.visits_handovers_title, needs: 'listHandovers' },
      { to: '/phones', label: m.phones_title, needs: 'listPhones' },
      { to: '/round-sheets', label: m.papers_title, needs: 'listRoundSheets' },
      { to: '/late-calls', label: m.phones_late_title, needs: 'listLateCalls' },
      { to: '/letters', label: m.letters_title, needs: 'listLetters' },
      { to: '/intakes', label: m.cases_intakes_title, needs: 'listIntakes' },
      { to: '/clients', label: m.cases_clients_title, needs: 'listClients' },
    ],
  },
  {
    heading: m.web_group_support,
    items: [
      { to: '/support-plans', label: m.cases_plans_title, needs: 'listPlansOfPeople' },
      { to: '/returns', label: m.returns_title, needs: 'listReturns' },
      { to: '/intake-counting', label: m.cases_counting_title, needs: 'setCounting' },
      { to: '/copy-order', label: m.cases_copy_order_title, needs: 'setCopyOrder' },
      { to: '/cases', label: m.cases_title, needs: 'openCase' },
      { to: '/case-handovers', label: m.cases_handovers_title, needs: 'listCaseHandovers' },
      { to: '/joinings', label: m.cases_ways_title, needs: 'setNextLook' },
      { to: '/welcoming-places', label: m.cases_places_title, needs: 'listWelcomingPlaces' },
      { to: '/gaps', label: m.cases_gaps_title, needs: 'listGaps' },
      { to: '/themes', label: m.cases_themes_title, needs: 'listThemes' },
      { to: '/conferences', label: m.conferences_title, needs: 'listConferences' },
      { to: '/role-lines', label: m.conferences_roles_title, needs: 'listOwnRoles' },
      { to: '/crossing-facts', label: m.conferences_facts_title, needs: 'listFacts' },
      { to: '/given', label: m.cases_given_title, needs: 'listGivenPeople' },
      { to: '/kept-addresses', label: m.consent_kept_title, needs: 'listKept' },
      { to: '/emergency', label: m.consent_emergency, needs: 'listEmergencyViews' },
      { to: '/protections', label: m.consent_protections_title, needs: 'listProtections' },
      { to: '/provision-ledger', label: m.consent_ledger_title, needs: 'listProvisionLedger' },
      { to: '/consent-texts', label: m.consent_texts_title, needs: 'listConsentTexts' },
      { to: '/lawful-bases', label: m.consent_bases_title, needs: 'addLawfulBasis' },
    ],
  },
  {
    heading: m.web_group_wishes,
    items: [
      { to: '/notice-desk', label: m.notices_title, needs: 'listNotices' },
      { to: '/places', label: m.places_title, needs: 'listPlaces' },
      { to: '/food', label: m.food_title, needs: 'listFoodNetwork' },
      { to: '/boards', label: m.boards_title, needs: 'listBoards' },
      { to: '/helping-groups', label: m.boards_groups_title, needs: 'writeHelpingGroup' },
      { to: '/board-supports', label: m.boards_supports_title, needs: 'listSupports' },
      { to: '/areas', label: m.boards_areas_title, needs: 'listAreas' },
      { to: '/tried', label: m.boards_tried_title, needs: 'listBoards' },
      { to: '/wishes', label: m.wishes_title, needs: 'listWishes' },
      { to: '/wish-referrals', label: m.cases_referrals_title, needs: 'listWishReferrals' },
      { to: '/wish-notes', label: m.cards_notes_title, needs: 'listWishNotes' },
      { to: '/wish-cards', label: m.cards_title, needs: 'listWishCards' },
      { to: '/participants', label: m.wishes_participants_title, needs: 'listParticipants' },
      { to: '/matches', label: m.wishes_matches_title, needs: 'listMatches' },
      { to: '/match-proposals', label: m.wishes_proposals_title, needs: 'listMatchProposals' },
      { to: '/safeguarding-concerns', label: m.wishes_concerns_title, needs: 'listConcerns' },
      { to: '/contributions', label: m.contributions_title, needs: 'listContributions' },
      { to: '/role-needs', label: m.wishes_needs_title, needs: 'listRoleNeeds' },
      { to: '/wish-figures', label: m.wishes_figures_title, needs: 'readWishFigures' },
      { to: '/stories', label: m.wishes_stories_title, needs: 'listStories' },
      { to: '/together', label: m.wishes_together_title, needs: 'readTogether' },
      { to: '/told-stories', label: m.wishes_stories_told_title, needs: 'listToldStories' },
    ],
  },
  {
    heading: m.web_group_plan,
    items: [
      { to: '/plans', label: m.web_nav_plans, needs: 'listPlans' },
      { to: '/projects', label: m.projects_title, needs: 'listProjects' },
      { to: '/inquiries', label: m.projects_inquiries_title, needs: 'listInquiries' },
      { to: '/attendance-figures', label: m.places_figures_title, needs: 'readAttendanceFigures' },
      { to: '/food-figures', label: m.food_figures_title, needs: 'readFoodFigures' },
      { to: '/board-evidence', label: m.boards_evidence_title, needs: 'listEvidence' },
      { to: '/standard-lists', label: m.open_data_title, needs: 'sendStandardFile' },
      { to: '/periods', label: m.web_nav_periods, needs: 'listPeriods' },
      { to: '/smallest-shown', label: m.plan_smallest_title, needs: 'setSmallestShown' },
    ],
  },
  {
    heading: m.web_group_admin,
    items: [
      { to: '/admin/accounts', label: m.web_nav_accounts, needs: 'listAccounts' },
      { to: '/admin/second-factor', label: m.posts_rules_title, needs: 'listFactorRules' },
      { to: '/admin/sessions', label: m.posts_open_title, needs: 'listOpenSessions' },
      { to: '/admin/posts', label: m.web_nav_posts, needs: 'listPosts' },
      { to: '/admin/transfers', label: m.posts_transfers_title, needs: 'listTransfers' },
      { to: '/admin/renewals', label: m.posts_renewals_title, needs: 'listRenewals' },
      { to: '/admin/vacancies', label: m.posts_vacancies_title, needs: 'listVacancies' },
      { to: '/commissioner-duties', label: m.activities_duties_title, needs: 'setCommissionerDuty' },
      { to: '/admin/places', label: m.posts_places_title, needs: 'openDistrict' },
      { to: '/office-hours', label: m.escalations_hours_title, needs: 'setOfficeHours' },
      { to: '/admin/codes', label: m.codes_title, needs: 'addCode' },
      { to: '/admin/public-form', label: m.letters_admin_title, needs: 'setPublicForm' },
      { to: '/admin/items', label: m.items_own, needs: 'addItem' },
      { to: '/provisions', label: m.consent_list_title, needs: 'listProvisions' },
      { to: '/disclosure-keys', label: m.disclosures_keys_title, needs: 'listDisclosureKeys' },
      { to: '/disclosure-requests', label: m.disclosures_requests_title, needs: 'listRequests' },
      { to: '/disclosure-rules', label: m.disclosures_rules_title, needs: 'setDisclosureRule' },
      { to: '/disposals', label: m.disposals_title, needs: 'listDisposals' },
      { to: '/legal-holds', label: m.disposals_holds_title, needs: 'listHolds' },
      { to: '/retention', label: m.disposals_retention_title, needs: 'setRetention' },
      { to: '/exports', label: m.disposals_exports_title, needs: 'listExportRequests' },
      { to: '/audit', label: m.web_nav_audit, needs: 'listAudit' },
      { to: '/sign-ins', label: m.posts_sign_ins_title, needs: 'listSignIns' },
      { to: '/taken-files', label: m.consent_taken_title, needs: 'listTaken' },
    ],
  },
  {
    heading: m.web_group_other,
    items: [{ to: '/help', label: m.web_nav_help, needs: null }],
  },
];

/** The groups and items that somebody may use; nobody who is not signed in has any. */
export function navigationFor(me: Me): NavigationGroup[] {
  if (!me.account) return [];
  return navigation
    .map((group) => ({ ...group, items: group.items.filter((item) => isFor(item, me)) }))
    .filter(({ items }) => items.length > 0);
}

function isFor({ to, needs }: NavigationItem, me: Me): boolean {
  return hasPage(routes[to]) && (needs === null || mayCall(needs, me));
}

/** What the operation itself declares; an operation that nobody has declared is for nobody. */
function mayCall(operation: string, me: Me): boolean {
  const declared = permissions[operation];
  return declared !== undefined && mayTry(declared, me);
}
