/** A page: its domain (or `web`) and the name of the file in that room's `pages`. */
export type PageName = `${string}/${string}`;

/** The whole URL tree of the staff app: every address and the page that stands there. */
export const routes = {
  '/sign-in': 'posts/SignIn',
  '/invitation': 'posts/Invitation',
  '/first-run': 'posts/FirstRun',
  '/today': 'visits/Today',
  '/households': 'parties/Households',
  '/households/new': 'parties/NewHousehold',
  '/households/:id': 'parties/Household',
  '/visits': 'visits/Visits',
  '/visits/new': 'visits/RecordVisit',
  '/visits/:id': 'visits/Visit',
  '/tally': 'visits/TallySheets',
  '/tally/:district/:month': 'visits/TallySheet',
  '/plans': 'plan/Plans',
  '/plans/new': 'plan/NewPlan',
  '/plans/:code': 'plan/Plan',
  '/plans/:code/edit': 'plan/EditPlan',
  '/plans/:code/links': 'plan/Links',
  '/plans/:code/links/:link': 'plan/Link',
  '/plans/:code/indicators/:indicator': 'plan/Indicator',
  '/plans/:code/indicators/:indicator/edit': 'plan/EditIndicator',
  '/plans/:code/indicators/:indicator/rows': 'plan/Rows',
  '/plans/:code/evaluation': 'plan/Evaluation',
  '/plans/:code/evaluation/:text': 'plan/EvaluationText',
  '/plans/:code/report': 'reports/EvaluationReport',
  '/periods': 'plan/Periods',
  '/periods/:year': 'plan/Period',
  '/admin/accounts': 'posts/Accounts',
  '/admin/accounts/new': 'posts/InviteAccount',
  '/admin/accounts/:id': 'posts/Account',
  '/admin/posts': 'posts/Posts',
  '/admin/posts/new': 'posts/GivePost',
  '/admin/posts/:id': 'posts/Post',
  '/me/security': 'posts/Security',
  '/audit': 'consent/AuditTrail',
  '/help': 'web/Help',
} as const satisfies Record<`/${string}`, PageName>;

export type Address = keyof typeof routes;
