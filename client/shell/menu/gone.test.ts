import { afterEach, expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { EVENT_KINDS } from '../../../shared/events/collections.ts'
import { FEATURES, type FeatureId } from '../../../shared/features/features.ts'
import { takeFeaturesFrom } from '../../../shared/features/known.ts'
import { hasField, offeredAt, offeredChoices } from '../../../shared/features/places.ts'
import { leftOut } from '../../../shared/features/records.ts'
import { filterFields } from '../../../shared/lists/fields.ts'
import { NOTICE_KINDS } from '../../../shared/notices/kinds.ts'
import { SORTS } from '../../../shared/orders/collections.ts'
import { ANALYTICS } from '../../../shared/plans/collections.ts'
import { OF_ORDERS, REPORT_SOURCES } from '../../../shared/reports/ask.ts'
import { ACTIONS } from '../../../shared/rules/collections.ts'
import { settingsFor } from '../../records/settings/settings-rows.ts'
import { menuFor } from './menu.ts'

afterEach(() => takeFeaturesFrom(() => new Set()))

/** All that the program offers, by its place. */
function offered(): ReadonlySet<string> {
  const names = Object.keys(COLLECTIONS) as CollectionName[]
  const items = [...menuFor('owner'), ...settingsFor('owner')].flatMap((group) => group.items)
  const out = leftOut()
  return new Set([
    ...items.map(({ path }) => path),
    ...names.filter((name) => !out.includes(name)),
    ...['orders/work', 'events/letter', 'events/sms'].filter((kind) => !out.includes(kind)),
    ...names.flatMap((name) =>
      filterFields(name).flatMap((field) => (hasField(name, field) ? `${name}.${field}` : [])),
    ),
    ...placed('new', offeredAt('sorts', SORTS)),
    ...placed('event', offeredAt('eventKinds', EVENT_KINDS)),
    ...placed('does', offeredAt('actions', ACTIONS)),
    ...placed('report', offeredAt('sources', REPORT_SOURCES)),
    ...placed('by', offeredAt('dimensions', OF_ORDERS)),
    ...placed('told', offeredAt('notices', NOTICE_KINDS)),
    ...placed('make', offeredAt('makings', ['calendarRecord', 'meeting', 'call', 'job'])),
    ...placed('plan', offeredChoices('plans', 'first', ANALYTICS)),
    ...placed('template', offeredChoices('messageTemplates', 'way', ['letter', 'sms'])),
    ...placed('template', offeredChoices('messageTemplates', 'sort', ['customer', 'work', 'mailing'])),
  ])
}

const placed = (place: string, names: readonly string[]) => names.map((name) => `${place}:${name}`)

/** What goes with each feature, and with no other. */
const GONE: { readonly [F in FeatureId]: string } = {
  workOrders: '/orders/work orders/work kinds.sort new:work by:sort template:work',
  invoices: '/invoices invoices',
  plans: '/plans /plan-fact /settings/scenarios plans planRows scenarios',
  reports: '/reports /settings/reports reportSchedules',
  counterparties: '/counterparties counterparties customers.risk orders.customer.risk',
  segments:
    '/segments /mailings segments mailings mailingRecipients mailingConsents template:mailing customers.inSegment orders.customer.inSegment',
  mail: '/mail /settings/mail /events/letters letters ownLetters mailAccounts events/letter event:letter does:letter told:letter template:letter',
  sms: '/events/sms events/sms event:sms does:sms template:sms',
  telephony: '/calls /settings/phones /settings/ignored calls phones ignoredNumbers report:calls people.extension',
  mailings: '/mailings mailings mailingRecipients mailingConsents template:mailing',
  site: '/site sites told:site',
  jobs: '/jobs jobs does:makeJob make:job',
  calendar: '/calendar calendarRecords does:makeSlot make:calendarRecord',
  rules: '/rules rules runs',
  exchange: '/exchange /settings/mappings mappings',
  organisations: 'orders.organisation invoices.organisation orderTemplates.organisation by:organisation',
  departments:
    '/settings/departments departments orders.department orderTemplates.department people.department by:department plan:byDepartment',
  projects: '/settings/projects projects orders.project by:project',
  currencies:
    '/settings/currencies currencies orders.currency invoices.currency orderTemplates.currency priceTypes.currency',
  customFields: '/settings/fields customFields',
}

test.for(FEATURES.map(({ id }) => id))('FT3: what goes with «%s» is this and nothing else', (id) => {
  const before = offered()
  takeFeaturesFrom(() => new Set([id]))
  const gone = before.difference(offered())
  takeFeaturesFrom(() => new Set())
  expect(offered()).toEqual(before)
  expect([...gone].toSorted()).toEqual(GONE[id].split(' ').toSorted())
})
