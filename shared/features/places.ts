import type { CollectionName } from '../collections.ts'
import type { EventKind } from '../events/collections.ts'
import type { Way } from '../messages/collections.ts'
import type { NoticeKind } from '../notices/kinds.ts'
import type { Sort } from '../orders/collections.ts'
import type { Analytic } from '../plans/collections.ts'
import type { Dimension, ReportSource } from '../reports/ask.ts'
import type { ActionSort } from '../rules/collections.ts'
import type { FeatureId } from './features.ts'
import { hasFeature } from './known.ts'

type Of<T extends string> = { readonly [name in T]?: FeatureId }

/** Which of what is offered at a place is of a feature. */
const PLACES = {
  sorts: { work: 'workOrders' } satisfies Of<Sort>,
  eventKinds: { letter: 'mail', sms: 'sms' } satisfies Of<EventKind>,
  ways: { letter: 'mail', sms: 'sms' } satisfies Of<Way>,
  actions: { letter: 'mail', sms: 'sms', makeJob: 'jobs', makeSlot: 'calendar' } satisfies Of<ActionSort>,
  sources: { calls: 'telephony' } satisfies Of<ReportSource>,
  dimensions: {
    ...{ organisation: 'organisations', department: 'departments', project: 'projects' },
    ...{ sort: 'workOrders', currency: 'currencies', segment: 'segments' },
  } satisfies Of<Dimension | 'currency'>,
  plans: { byDepartment: 'departments' } satisfies Of<Analytic>,
  notices: { letter: 'mail', site: 'site' } satisfies Of<NoticeKind>,
  makings: { calendarRecord: 'calendar', job: 'jobs' } satisfies Of<string>,
} as const

/** Fields of orders, and of what orders are made from. */
const OF_ORDERS = {
  ...{ organisation: 'organisations', department: 'departments', project: 'projects', currency: 'currencies' },
} as const satisfies Of<string>

export type Place = keyof typeof PLACES

/** Choices of fields that are of a feature. */
const CHOICES: { readonly [C in CollectionName]?: { readonly [field: string]: Of<string> } } = {
  orders: { sort: PLACES.sorts },
  kinds: { sort: PLACES.sorts },
  orderTemplates: { sort: PLACES.sorts },
  rules: { sort: PLACES.sorts, does: PLACES.actions },
  runs: { does: PLACES.actions },
  events: { kind: PLACES.eventKinds },
  messages: { way: PLACES.ways },
  messageTemplates: { way: PLACES.ways, sort: { ...PLACES.sorts, mailing: 'mailings' } },
  mailings: { way: PLACES.ways },
  scenarios: { first: PLACES.plans, second: PLACES.plans },
  plans: { first: PLACES.plans, second: PLACES.plans },
}

/** Fields that are shown, asked for and filtered by while a feature is on. */
const FIELDS: { readonly [C in CollectionName]?: Of<string> } = {
  orders: { ...OF_ORDERS, 'customer.inSegment': 'segments', 'customer.risk': 'counterparties' },
  customers: { inSegment: 'segments', risk: 'counterparties' },
  invoices: OF_ORDERS,
  orderTemplates: OF_ORDERS,
  people: { department: 'departments', extension: 'telephony' },
  priceTypes: { currency: 'currencies' },
  kinds: { sort: 'workOrders' },
}

/** Whether one of what a place has is offered. */
export function isOfferedAt(place: Place, name: string): boolean {
  return isOfferedBy(PLACES[place], name)
}

/** What is offered at a place with the features as they are. */
export function offeredAt<T extends string>(place: Place, all: readonly T[]): readonly T[] {
  return all.filter((name) => isOfferedAt(place, name))
}

/** What is offered of a field's choices with the features as they are; what a record has chosen stays beside it. */
export function offeredChoices<T extends string>(
  collection: CollectionName,
  field: string,
  all: readonly T[],
  chosen: readonly unknown[] = [],
): readonly T[] {
  const of = CHOICES[collection]?.[field]
  return of === undefined ? all : all.filter((one) => isOfferedBy(of, one) || chosen.includes(one))
}

/** Whether a field of a collection, or one behind its reference (`customer.segment`), is shown with the features as they are. */
export function hasField(collection: CollectionName, name: string): boolean {
  return isOfferedBy(FIELDS[collection] ?? {}, name)
}

function isOfferedBy(of: Of<string>, name: string): boolean {
  const feature = Object.hasOwn(of, name) ? of[name] : undefined
  return feature === undefined || hasFeature(feature)
}
