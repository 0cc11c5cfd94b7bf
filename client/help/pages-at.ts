/** Which page of the guide belongs to what stands at an address: the longest beginning counts. */
const PAGES: { readonly [path: string]: string } = {
  '/': 'home',
  '/home': 'home',
  '/first-steps': 'first-steps',
  '/orders': 'orders',
  '/invoices': 'papers',
  '/plans': 'plans',
  '/plan-fact': 'plans',
  '/funnel': 'funnel',
  '/reports': 'reports',
  '/events': 'events',
  '/customers': 'customers',
  '/jobs': 'jobs',
  '/calendar': 'calendar',
  '/goods': 'papers',
  '/my-phone': 'my-phone',
  '/profile': 'people',
  '/changes': 'together',
  '/exchange': 'import',
  '/rules': 'rules',
  '/calls': 'missed-calls',
  '/mail': 'mail',
  '/outgoing': 'rules',
  '/templates': 'rules',
  '/trash': 'together',
  '/segments': 'segments',
  '/mailings': 'mailings',
  '/site': 'site',
  '/counterparties': 'risks',
  '/settings': 'settings',
  '/settings/features': 'features',
  '/settings/people': 'people',
  '/settings/mail': 'mail-accounts',
  '/settings/phones': 'phone-lines',
  '/settings/ignored': 'missed-calls',
  '/settings/sending': 'rules',
  '/settings/reports': 'reports',
  '/settings/scenarios': 'plans',
  '/settings/fields': 'custom-fields',
  '/settings/mappings': 'import',
  '/settings/backups': 'backups',
}

const BOARD = /^\/(orders\/\w+|jobs)\/board(\/|$)/

/** The id of the page that belongs to an address. */
export function helpAt(path: string): string {
  if (BOARD.test(path)) return path.startsWith('/jobs') ? 'jobs' : 'board'
  const fitting = Object.keys(PAGES).filter((one) => path === one || path.startsWith(`${one}/`))
  return PAGES[fitting.sort((a, b) => b.length - a.length)[0] ?? '/'] ?? 'home'
}
