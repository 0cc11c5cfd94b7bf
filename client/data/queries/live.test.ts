import { afterEach, expect, test, vi } from 'vitest'
import { BASES } from '../../../shared/basis/basis.ts'
import { COLLECTIONS, type CollectionName, REMOVABLE } from '../../../shared/collections.ts'
import { TAGGED } from '../../../shared/tags/tagged.ts'
import { Meta } from '../device/meta.ts'
import { Refusals } from '../disk/refusals.ts'
import { TestDisk } from '../disk/testing/test-disk.ts'
import { Documents } from '../documents/documents.ts'
import { keptStores } from '../documents/kept-stores.ts'
import { Directory } from './directory.ts'
import { LiveQueries } from './live.ts'
import { TOLD_FROM } from './mailings/reader-words.ts'
import { FILLED_FROM } from './messages/filled.ts'
import { BEHIND_PLANS } from './plans/fact/behind.ts'
import type { Answer, Query } from './query.ts'
import { SHOWN_OF_SEGMENTS } from './segments/segments.ts'
import { Beginning } from './start/beginning.ts'
import { Remembered } from './start/remembered.ts'
import { IN_TIMELINE } from './timeline/entries.ts'

const NOW = Date.UTC(2026, 10, 27)
const ID = 'common-0192f0c0-0000-7000-8000-000000000000'
const DAY = { from: NOW, to: NOW + 86_400_000 }
const PART = { from: 0, to: 10 }
const LIST = { what: 'list', collection: 'products', filter: [], search: '', sort: [], group: [], ...PART } as const
const FUNNEL = {
  what: 'funnel',
  kinds: null,
  sort: null,
  period: { basis: 'order', ...DAY },
  moment: 'now',
  mode: 'reached',
  by: 'order',
  filter: [],
  search: '',
  spread: false,
  worked: false,
} as const
const REPORT = {
  what: 'report',
  ask: {
    ...({ source: 'sales', rows: ['category', 'manager'], columns: 'month', measures: ['sum'] } as const),
    ...({ from: null, until: null, compare: null, filter: [], search: '' } as const),
  },
} as const
const QUERIES: { readonly [W in Query['what']]: Extract<Query, { readonly what: W }> } = {
  list: LIST,
  ids: { what: 'ids', list: LIST, between: null },
  board: { what: 'board', kind: 'k', filter: [], search: '', lanes: false, windows: [] },
  related: { what: 'related', collection: 'orders', id: ID },
  timeline: { what: 'timeline', about: `orders/${ID}`, kinds: null, ...PART },
  funnel: FUNNEL,
  report: REPORT,
  plan: { what: 'plan', id: ID },
  planApart: { what: 'planApart', id: ID },
  planFact: { what: 'planFact', plans: [ID], months: 12 },
  planFactBehind: { what: 'planFactBehind', of: 'fact', plans: [ID], months: 12, row: null, periods: [0, 0] },
  all: { what: 'all', collection: 'reasons' },
  record: { what: 'record', collection: 'products', id: ID },
  history: { what: 'history', collection: 'products', id: ID },
  customer: { what: 'customer', id: ID },
  duplicates: { what: 'duplicates', to: 10 },
  claims: { what: 'claims', of: 'orders', ...PART },
  pricing: { what: 'pricing', setting: null, group: null, shown: 10 },
  uses: { what: 'uses', collection: 'products', ids: [ID] },
  calendar: { what: 'calendar', ...DAY, who: null, of: ['events'] },
  tags: { what: 'tags' },
  files: { what: 'files', about: `orders/${ID}` },
  filled: { what: 'filled', way: 'letter', subject: null, body: null, order: ID },
  readers: { what: 'readers', text: 'an' },
  rings: { what: 'rings' },
  callWindows: { what: 'callWindows' },
  unknownCalls: { what: 'unknownCalls', number: '+79161234567' },
  timers: { what: 'timers' },
  trial: { what: 'trial', rule: ID, last: 10, turn: 1 },
  runs: { what: 'runs', of: 'rules', id: ID, to: 10 },
  load: { what: 'load', unit: 'day', from: null, count: 7 },
  discussion: { what: 'discussion', about: `customers/${ID}`, last: 10 },
  notices: { what: 'notices', onlyUnread: false, to: 10 },
  unread: { what: 'unread', about: null },
  trash: { what: 'trash', collection: null, search: '', ...PART },
  drafts: { what: 'drafts' },
  status: { what: 'status' },
  presence: { what: 'presence' },
  mailBoxes: { what: 'mailBoxes' },
  mailThreads: { what: 'mailThreads', where: { in: 'inbox' }, onlyUnread: false, search: '', ...PART },
  mailThread: { what: 'mailThread', letter: ID },
  missedCalls: { what: 'missedCalls' },
  mailingAudience: { what: 'mailingAudience', segment: 'none', way: 'letter', wantsConsent: false },
  mailingText: { what: 'mailingText', template: 'none', customer: 'none', contact: null },
  mailingOrders: { what: 'mailingOrders', mailing: 'none', days: 14 },
  segmentMembers: { what: 'segmentMembers', segment: ID },
  segmentCounts: { what: 'segmentCounts' },
  segmentsOf: { what: 'segmentsOf', customer: ID },
  segmentPart: { what: 'segmentPart', segment: ID, search: '', first: 10 },
  segmentTrial: { what: 'segmentTrial', segment: ID, customer: ID },
  criteria: { what: 'criteria', criteria: null, first: 10 },
  find: { what: 'find', text: 'x', recent: [], kinds: null, person: null },
}

/** Of whose changes each query tells; those that are not named tell of no records. */
const TOUCHED: { readonly [W in Query['what']]?: readonly CollectionName[] } = {
  list: ['products'],
  related: BASES,
  filled: FILLED_FROM,
  timeline: [...IN_TIMELINE, 'customers', 'people', 'devices', 'states', 'reasons', 'kinds'],
  funnel: ['orders', 'kinds'],
  report: ['orders', 'products', 'people', 'company', 'currencies'],
  // Of plans it looks whether its own, or what overlaps it, reads otherwise.
  plan: ['planRows', 'products', 'productGroups', 'people', 'departments', 'customers'],
  planApart: ['planRows'],
  planFact: ['orders', 'kinds', 'plans', 'planRows', 'scenarios', 'company', 'currencies'],
  planFactBehind: BEHIND_PLANS,
  all: ['reasons'],
  record: ['products'],
  history: ['products'],
  customer: ['customers', 'orders', 'invoices', 'company'],
  duplicates: ['customers', 'company'],
  pricing: ['products', 'productGroups'],
  calendar: ['events', 'jobs', 'calendarRecords', 'customers', 'company'],
  tags: TAGGED,
  files: ['files', 'customers'],
  rings: ['events', 'jobs', 'calendarRecords', 'reminders', 'rings', 'company'],
  callWindows: ['calls'],
  timers: ['jobs', 'company'],
  runs: ['runs'],
  load: ['jobs', 'people', 'company'],
  discussion: ['comments', 'devices', 'customers'],
  notices: ['seenNotices', 'settings', 'customers'],
  unread: ['seenNotices', 'settings'],
  mailBoxes: ['mailAccounts'],
  mailThreads: ['customers', 'orders'],
  mailThread: ['customers', 'orders', 'messages'],
  missedCalls: ['calls', 'customers', 'people', 'phones', 'company', 'ignoredNumbers'],
  segmentCounts: SHOWN_OF_SEGMENTS,
  segmentsOf: SHOWN_OF_SEGMENTS,
  segmentPart: SHOWN_OF_SEGMENTS,
  segmentTrial: SHOWN_OF_SEGMENTS,
  criteria: SHOWN_OF_SEGMENTS,
  mailingText: TOLD_FROM,
  mailingOrders: ['orders', 'mailingRecipients'],
  trash: [...REMOVABLE, 'devices'],
}

let live: LiveQueries
let now = NOW
const refusals = new Refusals()
afterEach(() => {
  live.close()
  vi.useRealTimers()
})

/** Live queries of a device without a record, whose session has come to its end. */
async function begin(): Promise<void> {
  now = NOW
  const disk = new TestDisk()
  const meta = await Meta.open({ disk, name: 'company/user', refusals })
  const stores = keptStores({ disk, refusals, build: 'one' })
  const documents = new Documents({ company: 'c', who: { user: 'u', role: 'owner' }, stores, now: () => NOW })
  const beginning = new Beginning(Remembered.open(meta, { build: 'one', today: () => '2026-11-27' }))
  const beside = {
    user: 'u',
    answer: () => ({ what: 'presence', others: [] }) as const,
    file: () => ({ isHere: false, sending: null }),
    watch: () => () => {},
    unsent: () => new Set<string>(),
  }
  live = new LiveQueries(new Directory('p', () => now), documents, beside, beginning)
  live.reach('whole')
}

/** Which queries are answered anew after something; `marked` is one that is for certain: others stand before it. */
async function answeredAfter(act: () => void, marked: Query): Promise<string[]> {
  const answered = new Set<string>()
  for (const query of Object.values(QUERIES)) live.subscribe(query.what, query, () => answered.add(query.what))
  const asked = Promise.withResolvers<void>()
  const told = Promise.withResolvers<void>()
  live.subscribe('marked', marked, () => asked.resolve())
  await asked.promise
  answered.clear()
  live.subscribe('marked', marked, () => told.resolve())
  act()
  await told.promise
  live.unsubscribe('marked')
  return [...answered].sort()
}

test('a query is answered anew when what it tells of has changed, and not otherwise', async () => {
  await begin()
  for (const name of Object.keys(COLLECTIONS) as CollectionName[]) {
    const touched = Object.entries(TOUCHED).filter(([, of]) => of.includes(name))
    const answered = await answeredAfter(() => live.take(new Map([[name, 'all']])), { what: 'all', collection: name })
    expect([name, answered]).toEqual([name, touched.map(([what]) => what).sort()])
  }
})

test('what is asked of one record is answered anew when that one has changed', async () => {
  await begin()
  const change = (id: string) => answeredAfter(() => live.take(new Map([['products', new Set([id])]])), LIST)
  expect(await change('another')).toEqual([
    'criteria',
    'filled',
    'list',
    'plan',
    'planFactBehind',
    'pricing',
    'report',
    'segmentCounts',
    'segmentPart',
    'segmentTrial',
    'segmentsOf',
    'trash',
  ])
  expect(await change(ID)).toEqual([
    'criteria',
    'filled',
    'history',
    'list',
    'plan',
    'planFactBehind',
    'pricing',
    'record',
    'report',
    'segmentCounts',
    'segmentPart',
    'segmentTrial',
    'segmentsOf',
    'trash',
  ])
})

test('how the device stands is told to those who ask for it', async () => {
  await begin()
  const own = (what: 'status' | 'presence' | 'files') => answeredAfter(() => live.takeOwn(what), QUERIES[what])
  expect(await own('status')).toEqual(['drafts', 'history', 'status'])
  expect(await own('presence')).toEqual(['presence'])
  expect(await own('files')).toEqual(['files'])
})

test('another day is told to those who tell of days', async () => {
  vi.useFakeTimers()
  await begin()
  const answered = new Set<string>()
  for (const query of Object.values(QUERIES)) live.subscribe(query.what, query, () => answered.add(query.what))
  await vi.advanceTimersByTimeAsync(60_000)
  answered.clear()
  now += 86_400_000
  await vi.advanceTimersByTimeAsync(60_100)
  const told = [
    ...['board', 'criteria', 'list', 'load', 'missedCalls', 'planFact'],
    ...['report', 'segmentCounts', 'segmentPart', 'segmentTrial', 'segmentsOf'],
  ]
  expect([...answered].sort()).toEqual(told)
})

test('who asks for something else before he is told hears of that alone', async () => {
  await begin()
  const heard: Answer[] = []
  const last = Promise.withResolvers<void>()
  live.subscribe('one', LIST, (answer) => heard.push(answer))
  live.subscribe('one', { ...LIST, collection: 'orders', from: 3, to: 5 }, (answer) => {
    heard.push(answer)
    last.resolve()
  })
  await last.promise
  expect(heard).toMatchObject([{ what: 'list', from: 3 }])
})
