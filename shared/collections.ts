import { calendarRecords } from './calendar/collections.ts'
import { calls, callsAside, ignoredNumbers, phones } from './calls/collections.ts'
import { company, currencies, departments, devices, organisations, people, settings } from './company/collections.ts'
import { counterparties } from './counterparties/collections.ts'
import { customFields } from './custom/collections.ts'
import { customers } from './customers/collections.ts'
import { comments } from './discussion/collections.ts'
import { shelves } from './documents/shelves.ts'
import { agentPlaces } from './effects/collections.ts'
import { erasures } from './erasures/collections.ts'
import { events } from './events/collections.ts'
import { features } from './features/collections.ts'
import { files } from './files/collections.ts'
import { priceTypes, productGroups, productPictures, products, units } from './goods/collections.ts'
import { mappings } from './importing/collections.ts'
import { jobs } from './jobs/collections.ts'
import { letters, mailAccounts, ownLetters } from './letters/collections.ts'
import { ownViews, views } from './lists/collections.ts'
import { mailingConsents, mailingRecipients, mailings } from './mailings/collections.ts'
import { messageDrafts, messages, messageTemplates } from './messages/collections.ts'
import { seenNotices } from './notices/collections.ts'
import { kinds, orders, projects, reasons, sources, states } from './orders/collections.ts'
import { invoices } from './orders/invoices/collections.ts'
import { orderTemplates } from './orders/made/collections.ts'
import { planRows, plans, scenarios } from './plans/collections.ts'
import type { Collection } from './records/declarations/collection.ts'
import { reminders, rings } from './reminders/collections.ts'
import { reportSchedules } from './reports/collections.ts'
import { rules, runs } from './rules/collections.ts'
import { segments } from './segments/collections.ts'
import { sites } from './site/collections.ts'

/** Every collection there is, by name. Later rooms add theirs here and nowhere else. */
export const COLLECTIONS = {
  company,
  organisations,
  departments,
  people,
  devices,
  currencies,
  settings,
  states,
  kinds,
  reasons,
  projects,
  sources,
  orders,
  invoices,
  orderTemplates,
  products,
  productPictures,
  productGroups,
  priceTypes,
  units,
  customers,
  events,
  jobs,
  calendarRecords,
  reminders,
  comments,
  seenNotices,
  files,
  views,
  ownViews,
  rings,
  mappings,
  customFields,
  rules,
  runs,
  agentPlaces,
  messageTemplates,
  messages,
  messageDrafts,
  scenarios,
  plans,
  planRows,
  reportSchedules,
  mailAccounts,
  letters,
  ownLetters,
  phones,
  ignoredNumbers,
  calls,
  callsAside,
  segments,
  mailings,
  mailingRecipients,
  mailingConsents,
  sites,
  counterparties,
  features,
  erasures,
  shelves,
} as const satisfies Readonly<Record<string, Collection>>

export type CollectionName = keyof typeof COLLECTIONS

/** Collections whose records people remove: these stand in «Корзина» until they are restored. */
export const REMOVABLE = [
  'orders',
  'customers',
  'products',
  'productGroups',
  'priceTypes',
  'invoices',
  'events',
  'jobs',
  'calendarRecords',
  'files',
  'orderTemplates',
  'projects',
  'sources',
  'units',
  'currencies',
  'mappings',
  'organisations',
  'departments',
  'people',
  'kinds',
  'states',
  'reasons',
  'customFields',
  'rules',
  'messageTemplates',
  'scenarios',
  'plans',
  'planRows',
  'reportSchedules',
  'ignoredNumbers',
  'segments',
  'mailings',
] as const satisfies readonly CollectionName[]
export type Removable = (typeof REMOVABLE)[number]

/** The collection of that name; undefined for one that this program does not know. */
export function collectionNamed(name: string): Collection | undefined {
  return Object.hasOwn(COLLECTIONS, name) ? COLLECTIONS[name as CollectionName] : undefined
}
