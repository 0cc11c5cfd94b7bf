import Archive from 'lucide-solid/icons/archive'
import ArrowDownUp from 'lucide-solid/icons/arrow-down-up'
import Building from 'lucide-solid/icons/building'
import CircleX from 'lucide-solid/icons/circle-x'
import Coins from 'lucide-solid/icons/coins'
import FolderTree from 'lucide-solid/icons/folder-tree'
import Funnel from 'lucide-solid/icons/funnel'
import Network from 'lucide-solid/icons/network'
import Package from 'lucide-solid/icons/package'
import Receipt from 'lucide-solid/icons/receipt'
import Route from 'lucide-solid/icons/route'
import ScrollText from 'lucide-solid/icons/scroll-text'
import ShoppingCart from 'lucide-solid/icons/shopping-cart'
import Tags from 'lucide-solid/icons/tags'
import Trash from 'lucide-solid/icons/trash'
import UserRound from 'lucide-solid/icons/user-round'
import Users from 'lucide-solid/icons/users'
import Wrench from 'lucide-solid/icons/wrench'
import type { Role } from '../../../shared/documents/roles.ts'
import type { Words } from '../../../shared/locales/index.ts'
import { maySearchTrail } from '../../../shared/trail/search.ts'
import type { Icon } from '../../ui/actions/button.tsx'

/** One item of the menu: where it leads and what it is called. */
export interface MenuRow {
  /** Its words stand under `shell.items`. */
  readonly id: keyof Words['shell']['items']
  readonly path: string
  readonly icon: Icon
  /** With `g` before it, this key leads there. */
  readonly key?: string
  /** Stands in the bottom bar of a phone, under its word of `shell.short`: four at most. */
  readonly short?: keyof Words['shell']['short']
  /** Whom it is for; without it, for everybody. */
  readonly isFor?: (role: Role) => boolean
}

export interface MenuGroup {
  /** Its words stand under `shell.groups`. */
  readonly id: keyof Words['shell']['groups']
  readonly items: readonly MenuRow[]
}

/** The menu (product §1). A new screen is a row here and a row in the table of screens (client/ui/README.md). */
const MENU: readonly MenuGroup[] = [
  { id: 'crm', items: [{ id: 'customers', path: '/customers', icon: Users, key: 'c', short: 'customers' }] },
  {
    id: 'orders',
    items: [
      { id: 'customerOrders', path: '/orders/customer', icon: ShoppingCart, key: 'o', short: 'customerOrders' },
      { id: 'workOrders', path: '/orders/work', icon: Wrench, key: 'w', short: 'workOrders' },
      { id: 'invoices', path: '/invoices', icon: Receipt, key: 'i' },
    ],
  },
  { id: 'goods', items: [{ id: 'products', path: '/goods', icon: Package, key: 'p' }] },
  { id: 'analytics', items: [{ id: 'funnel', path: '/funnel', icon: Funnel, key: 'f', short: 'funnel' }] },
  {
    id: 'settings',
    items: [
      { id: 'organisations', path: '/settings/organisations', icon: Building },
      { id: 'departments', path: '/settings/departments', icon: Network },
      { id: 'people', path: '/settings/people', icon: UserRound, key: 's' },
      { id: 'kinds', path: '/settings/kinds', icon: Route, key: 'k' },
      { id: 'states', path: '/settings/states', icon: Tags },
      { id: 'reasons', path: '/settings/reasons', icon: CircleX },
      { id: 'productGroups', path: '/settings/groups', icon: FolderTree },
      { id: 'priceTypes', path: '/settings/prices', icon: Coins },
      { id: 'backups', path: '/settings/backups', icon: Archive, isFor: (role) => role === 'owner' },
      { id: 'exchange', path: '/exchange', icon: ArrowDownUp, isFor: (role) => role !== 'viewer' },
      { id: 'trash', path: '/trash', icon: Trash },
      { id: 'changes', path: '/changes', icon: ScrollText, isFor: maySearchTrail },
    ],
  },
]

/** The menu of an account of the role. */
export function menuFor(role: Role): readonly MenuGroup[] {
  return MENU.map(({ id, items }) => ({ id, items: items.filter(({ isFor }) => isFor?.(role) ?? true) }))
}

/** All items, in their order. */
export const MENU_ROWS: readonly MenuRow[] = MENU.flatMap((group) => group.items)

/** The item to which an address belongs; undefined for one outside of the menu. */
export function rowAt(path: string): MenuRow | undefined {
  return MENU_ROWS.find((row) => path === row.path || path.startsWith(`${row.path}/`))
}
