import Archive from 'lucide-solid/icons/archive'
import Banknote from 'lucide-solid/icons/banknote'
import Building from 'lucide-solid/icons/building'
import CalendarClock from 'lucide-solid/icons/calendar-clock'
import CircleX from 'lucide-solid/icons/circle-x'
import Coins from 'lucide-solid/icons/coins'
import FolderKanban from 'lucide-solid/icons/folder-kanban'
import FolderTree from 'lucide-solid/icons/folder-tree'
import Layers from 'lucide-solid/icons/layers'
import ListPlus from 'lucide-solid/icons/list-plus'
import Mail from 'lucide-solid/icons/mail'
import MailCheck from 'lucide-solid/icons/mail-check'
import Megaphone from 'lucide-solid/icons/megaphone'
import Network from 'lucide-solid/icons/network'
import Phone from 'lucide-solid/icons/phone'
import PhoneOff from 'lucide-solid/icons/phone-off'
import Route from 'lucide-solid/icons/route'
import Ruler from 'lucide-solid/icons/ruler'
import Send from 'lucide-solid/icons/send'
import SquareDot from 'lucide-solid/icons/square-dot'
import Table from 'lucide-solid/icons/table-2'
import Tag from 'lucide-solid/icons/tag'
import Target from 'lucide-solid/icons/target'
import ToggleRight from 'lucide-solid/icons/toggle-right'
import UserRound from 'lucide-solid/icons/user-round'
import UserX from 'lucide-solid/icons/user-x'
import { mayManageAccounts } from '../../../shared/accounts/rights.ts'
import type { Role } from '../../../shared/documents/roles.ts'
import { isOffered, type OfFeature } from '../../../shared/features/known.ts'
import type { Words } from '../../../shared/locales/index.ts'
import type { Icon } from '../../ui/actions/button.tsx'

/** A page of settings. */
export interface SettingsRow extends OfFeature {
  /** Its name stands under `shell.items`, what it is for under `settings.about`. */
  readonly id: keyof Words['shell']['items'] & keyof Words['settings']['about']
  readonly path: string
  readonly icon: Icon
  /** With `g` before it, this key leads there. */
  readonly key?: string
  /** Whom it is for; without it, for everybody. */
  readonly isFor?: (role: Role) => boolean
}

export interface SettingsGroup {
  /** Its words stand under `shell.groups`. */
  readonly id: keyof Words['shell']['groups']
  readonly items: readonly SettingsRow[]
}

/** It stands in the program’s own menu, too. */
export const FEATURES_ROW: SettingsRow = { id: 'features', path: '/settings/features', icon: ToggleRight }

/** All settings, by what they are about. */
const SETTINGS: readonly SettingsGroup[] = [
  {
    id: 'company',
    items: [
      FEATURES_ROW,
      { id: 'organisations', path: '/settings/organisations', icon: Building },
      { id: 'departments', path: '/settings/departments', icon: Network, feature: 'departments' },
      { id: 'people', path: '/settings/people', icon: UserRound, key: 's' },
      { id: 'workingTime', path: '/settings/working-time', icon: CalendarClock },
      { id: 'mailAccounts', path: '/settings/mail', icon: Mail, isFor: mayManageAccounts, feature: 'mail' },
      { id: 'phones', path: '/settings/phones', icon: Phone, isFor: mayManageAccounts, feature: 'telephony' },
      { id: 'sending', path: '/settings/sending', icon: Send, isFor: mayManageAccounts, feature: ['mail', 'sms'] },
      {
        id: 'reportSchedules',
        path: '/settings/reports',
        icon: MailCheck,
        isFor: (role) => role !== 'viewer',
        feature: 'reports',
      },
    ],
  },
  {
    id: 'process',
    items: [
      { id: 'kinds', path: '/settings/kinds', icon: Route, key: 'k' },
      { id: 'states', path: '/settings/states', icon: SquareDot },
      { id: 'reasons', path: '/settings/reasons', icon: CircleX },
      { id: 'orderTemplates', path: '/settings/templates', icon: Layers },
    ],
  },
  {
    id: 'lists',
    items: [
      { id: 'projects', path: '/settings/projects', icon: FolderKanban, feature: 'projects' },
      { id: 'scenarios', path: '/settings/scenarios', icon: Target, feature: 'plans' },
      { id: 'sources', path: '/settings/sources', icon: Megaphone },
      {
        id: 'ignoredNumbers',
        path: '/settings/ignored',
        icon: PhoneOff,
        isFor: (role) => role !== 'viewer',
        feature: 'telephony',
      },
      { id: 'tags', path: '/settings/tags', icon: Tag },
      { id: 'customFields', path: '/settings/fields', icon: ListPlus, feature: 'customFields' },
    ],
  },
  {
    id: 'prices',
    items: [
      { id: 'productGroups', path: '/settings/groups', icon: FolderTree },
      { id: 'units', path: '/settings/units', icon: Ruler },
      { id: 'priceTypes', path: '/settings/prices', icon: Coins },
      { id: 'currencies', path: '/settings/currencies', icon: Banknote, feature: 'currencies' },
    ],
  },
  {
    id: 'keeping',
    items: [
      {
        id: 'mappings',
        path: '/settings/mappings',
        icon: Table,
        isFor: (role) => role !== 'viewer',
        feature: 'exchange',
      },
      { id: 'backups', path: '/settings/backups', icon: Archive, isFor: (role) => role === 'owner' },
      { id: 'erasures', path: '/settings/erasures', icon: UserX, isFor: (role) => role === 'owner' },
    ],
  },
]

/** The settings of an account of the role, without those of what the company switched off. */
export function settingsFor(role: Role): readonly SettingsGroup[] {
  const has = (row: SettingsRow) => isOffered(row) && (row.isFor?.(role) ?? true)
  return SETTINGS.map(({ id, items }) => ({ id, items: items.filter(has) })).filter(({ items }) => items.length > 0)
}

/** All pages of settings, in their order. */
export const SETTINGS_ROWS: readonly SettingsRow[] = SETTINGS.flatMap((group) => group.items)
