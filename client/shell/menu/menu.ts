import ArrowDownUp from 'lucide-solid/icons/arrow-down-up'
import CalendarDays from 'lucide-solid/icons/calendar-days'
import ChartColumn from 'lucide-solid/icons/chart-column'
import ChartNoAxesCombined from 'lucide-solid/icons/chart-no-axes-combined'
import Footprints from 'lucide-solid/icons/footprints'
import Funnel from 'lucide-solid/icons/funnel'
import Group from 'lucide-solid/icons/group'
import House from 'lucide-solid/icons/house'
import ListTodo from 'lucide-solid/icons/list-todo'
import Mail from 'lucide-solid/icons/mail'
import MailPlus from 'lucide-solid/icons/mail-plus'
import Megaphone from 'lucide-solid/icons/megaphone'
import MessagesSquare from 'lucide-solid/icons/messages-square'
import Package from 'lucide-solid/icons/package'
import PhoneCall from 'lucide-solid/icons/phone-call'
import Receipt from 'lucide-solid/icons/receipt'
import ScrollText from 'lucide-solid/icons/scroll-text'
import Send from 'lucide-solid/icons/send'
import Settings from 'lucide-solid/icons/settings'
import ShieldAlert from 'lucide-solid/icons/shield-alert'
import ShoppingCart from 'lucide-solid/icons/shopping-cart'
import Store from 'lucide-solid/icons/store'
import Target from 'lucide-solid/icons/target'
import Trash from 'lucide-solid/icons/trash'
import Users from 'lucide-solid/icons/users'
import Workflow from 'lucide-solid/icons/workflow'
import Wrench from 'lucide-solid/icons/wrench'
import { mayManageAccounts } from '../../../shared/accounts/rights.ts'
import { FAMILIES } from '../../../shared/documents/families.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { EVENT_KINDS, type EventKind } from '../../../shared/events/collections.ts'
import type { FeatureId } from '../../../shared/features/features.ts'
import { isOffered, type OfFeature } from '../../../shared/features/known.ts'
import type { Words } from '../../../shared/locales/index.ts'
import { maySearchTrail } from '../../../shared/trail/search.ts'
import { kindIcon, LISTS } from '../../records/events/kinds.ts'
import { FEATURES_ROW, SETTINGS_ROWS } from '../../records/settings/settings-rows.ts'
import type { Icon } from '../../ui/actions/button.tsx'

/** One item of the menu: where it leads and what it is called. */
export interface MenuRow extends OfFeature {
  /** Its words stand under `shell.items`. */
  readonly id: keyof Words['shell']['items']
  readonly path: string
  readonly icon: Icon
  /** With `g` before it, this key leads there. */
  readonly key?: string
  /** Stands in the bottom bar of a phone, under its word of `shell.short`: five at most. */
  readonly short?: keyof Words['shell']['short']
  /** It is a part of the item before it. */
  readonly isPart?: true
  /** Whom it is for; without it, for everybody. */
  readonly isFor?: (role: Role) => boolean
}

export interface MenuGroup {
  /** Its words stand under `shell.groups`. */
  readonly id: keyof Words['shell']['groups']
  readonly items: readonly MenuRow[]
}

/** Lists of events that are of a feature. */
const OF_KINDS: { readonly [K in EventKind]?: OfFeature } = { letter: { feature: 'mail' }, sms: { feature: 'sms' } }

/** Whether a role may read documents of a family. */
const mayRead = (family: 'automation' | 'runs') => (role: Role) =>
  (FAMILIES[family].reads as readonly Role[]).includes(role)

/** Where the settings begin. */
const SETTINGS_HOME = '/settings'

/** The menu (product §1). A new screen is a row here and a row in the table of screens (client/ui/README.md). */
const MENU: readonly MenuGroup[] = [
  {
    id: 'crm',
    items: [
      { id: 'home', path: '/home', icon: House, key: 'h', short: 'home' },
      { id: 'customers', path: '/customers', icon: Users, key: 'c', short: 'customers' },
      { id: 'events', path: '/events', icon: MessagesSquare, key: 'v' },
      ...EVENT_KINDS.map((kind) => ({
        id: kind,
        path: `/events/${LISTS[kind]}`,
        icon: kindIcon(kind),
        isPart: true as const,
        ...OF_KINDS[kind],
      })),
      { id: 'calls', path: '/calls', icon: PhoneCall, key: 'n', feature: 'telephony' },
      { id: 'mail', path: '/mail', icon: Mail, key: 'b', feature: 'mail' },
      { id: 'jobs', path: '/jobs', icon: ListTodo, key: 'j', feature: 'jobs' },
      { id: 'calendar', path: '/calendar', icon: CalendarDays, key: 'd', feature: 'calendar' },
      { id: 'outgoing', path: '/outgoing', icon: Send, key: 'm', isFor: mayRead('runs'), feature: ['mail', 'sms'] },
    ],
  },
  {
    id: 'orders',
    items: [
      { id: 'customerOrders', path: '/orders/customer', icon: ShoppingCart, key: 'o', short: 'customerOrders' },
      { id: 'workOrders', path: '/orders/work', icon: Wrench, key: 'w', short: 'workOrders', feature: 'workOrders' },
      { id: 'invoices', path: '/invoices', icon: Receipt, key: 'i', feature: 'invoices' },
    ],
  },
  { id: 'goods', items: [{ id: 'products', path: '/goods', icon: Package, key: 'p' }] },
  {
    id: 'planning',
    items: [
      { id: 'plans', path: '/plans', icon: Target, key: 'l', feature: 'plans' },
      { id: 'planFact', path: '/plan-fact', icon: ChartNoAxesCombined, feature: 'plans' },
    ],
  },
  {
    id: 'site',
    items: [{ id: 'site', path: '/site', icon: Store, feature: 'site', isFor: mayRead('automation') }],
  },
  {
    id: 'analytics',
    items: [
      { id: 'funnel', path: '/funnel', icon: Funnel, key: 'f', short: 'funnel' },
      { id: 'reports', path: '/reports', icon: ChartColumn, key: 'a', feature: 'reports' },
    ],
  },
  {
    id: 'service',
    items: [
      { id: 'settings', path: SETTINGS_HOME, icon: Settings, key: 'e' },
      FEATURES_ROW,
      { id: 'segments', path: '/segments', icon: Group, isFor: mayRead('automation'), feature: 'segments' },
      { id: 'firstSteps', path: '/first-steps', icon: Footprints, isFor: mayManageAccounts },
      { id: 'rules', path: '/rules', icon: Workflow, key: 'r', isFor: mayRead('automation'), feature: 'rules' },
      {
        id: 'messageTemplates',
        path: '/templates',
        icon: MailPlus,
        key: 't',
        isFor: mayRead('automation'),
        feature: ['mail', 'sms'],
      },
      { id: 'counterparties', path: '/counterparties', icon: ShieldAlert, feature: 'counterparties' },
      { id: 'mailings', path: '/mailings', icon: Megaphone, isFor: mayRead('automation'), feature: 'mailings' },
      { id: 'exchange', path: '/exchange', icon: ArrowDownUp, isFor: (role) => role !== 'viewer', feature: 'exchange' },
      { id: 'trash', path: '/trash', icon: Trash },
      { id: 'changes', path: '/changes', icon: ScrollText, isFor: maySearchTrail },
    ],
  },
]

/** The menu of an account of the role, without what the company switched off. */
export function menuFor(role: Role): readonly MenuGroup[] {
  const has = (row: MenuRow) => isOffered(row) && (row.isFor?.(role) ?? true)
  return MENU.map(({ id, items }) => ({ id, items: items.filter(has) })).filter(({ items }) => items.length > 0)
}

/** All items, in their order. */
export const MENU_ROWS: readonly MenuRow[] = MENU.flatMap((group) => group.items)

/** Whether an address is one of settings: their own menu stands there in the place of the program's. */
export function isInSettings(path: string): boolean {
  return path === SETTINGS_HOME || path.startsWith(`${SETTINGS_HOME}/`)
}

/** The item to which an address belongs; undefined for one outside of the menu. */
export function rowAt(path: string): MenuRow | undefined {
  const fitting = [...SETTINGS_ROWS, ...MENU_ROWS].filter((row) => path === row.path || path.startsWith(`${row.path}/`))
  return fitting.sort((a, b) => b.path.length - a.path.length)[0]
}

/** Screens outside of the menu that are of a feature. */
const OUTSIDE: readonly (OfFeature & { readonly path: string })[] = [{ path: '/my-phone', feature: 'telephony' }]

/** The feature of an address, where the company switched it off; undefined: it stands there. */
export function offAt(path: string): FeatureId | undefined {
  const row = rowAt(path) ?? OUTSIDE.find((one) => one.path === path)
  return row && !isOffered(row) ? [row.feature].flat()[0] : undefined
}
