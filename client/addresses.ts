import type { Component } from 'solid-js'

/** A screen: its addresses, as @solidjs/router writes them, and how it is loaded. */
export interface ScreenFile {
  readonly path: string[]
  readonly load: () => Promise<{ readonly default: Component }>
}

/** The screens by their addresses; the menu that leads to them is shell/menu.ts. */
export const SCREENS: readonly ScreenFile[] = [
  {
    path: ['/orders/:sort/draft/:draft', '/orders/:sort/:id?'],
    load: () => import('./screens/orders/index.tsx'),
  },
  {
    path: ['/orders/:sort/board/:kind/draft/:draft', '/orders/:sort/board/:kind?/:id?'],
    load: () => import('./screens/orders/board/index.tsx'),
  },
  { path: ['/first-steps'], load: () => import('./screens/first-steps/index.tsx') },
  { path: ['/home'], load: () => import('./screens/home/index.tsx') },
  { path: ['/invoices/:id?'], load: () => import('./screens/invoices/index.tsx') },
  { path: ['/plans/:id?'], load: () => import('./screens/plans/index.tsx') },
  { path: ['/plan-fact'], load: () => import('./screens/plan-fact/index.tsx') },
  { path: ['/funnel'], load: () => import('./screens/funnel/index.tsx') },
  { path: ['/reports'], load: () => import('./screens/reports/index.tsx') },
  { path: ['/events/:first?/:second?'], load: () => import('./screens/events/index.tsx') },
  { path: ['/customers/:id?'], load: () => import('./screens/customers/index.tsx') },
  { path: ['/jobs/board/:id?'], load: () => import('./screens/jobs/board/index.tsx') },
  { path: ['/jobs/load/:id?'], load: () => import('./screens/jobs/load/index.tsx') },
  { path: ['/jobs/:id?'], load: () => import('./screens/jobs/index.tsx') },
  { path: ['/calendar/:id?'], load: () => import('./screens/calendar/index.tsx') },
  { path: ['/goods/:id?'], load: () => import('./screens/goods/index.tsx') },
  { path: ['/my-phone'], load: () => import('./screens/my-phone/index.tsx') },
  { path: ['/profile'], load: () => import('./screens/profile/index.tsx') },
  { path: ['/changes/:collection?/:id?'], load: () => import('./screens/changes/index.tsx') },
  { path: ['/exchange'], load: () => import('./screens/exchange/index.tsx') },
  { path: ['/segments/:id?'], load: () => import('./screens/segments/index.tsx') },
  { path: ['/site'], load: () => import('./screens/site/index.tsx') },
  { path: ['/rules/:id?'], load: () => import('./screens/rules/index.tsx') },
  { path: ['/calls/all/:id?', '/calls'], load: () => import('./screens/calls/index.tsx') },
  { path: ['/mail/:box?/:letter?'], load: () => import('./screens/mail/index.tsx') },
  { path: ['/counterparties/:id?'], load: () => import('./screens/counterparties/index.tsx') },
  { path: ['/outgoing/:id?'], load: () => import('./screens/outgoing/index.tsx') },
  { path: ['/mailings/:id?'], load: () => import('./screens/mailings/index.tsx') },
  { path: ['/templates/:id?'], load: () => import('./screens/templates/index.tsx') },
  { path: ['/trash'], load: () => import('./screens/trash/index.tsx') },
  { path: ['/settings/:list?/:id?'], load: () => import('./screens/settings/index.tsx') },
]

/** The screen that stands at an address, as far as one can tell before the router is there. */
export function screenAt(address: string): ScreenFile | undefined {
  const [path = ''] = address.split('?')
  return SCREENS.find((screen) => screen.path.some((pattern) => fits(pattern.split('/'), path.split('/'))))
}

function fits(pattern: readonly string[], parts: readonly string[]): boolean {
  if (parts.length > pattern.length) return false
  return pattern.every((place, i) => {
    const part = parts[i]
    return place.startsWith(':') ? part !== undefined || place.endsWith('?') : part === place
  })
}
