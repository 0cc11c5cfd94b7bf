import type { Answer, FunnelQuery } from '../../../client/data/queries/query.ts'
import type { TestDevice } from '../../../client/data/session/testing/test-device.ts'
import { COLLECTIONS, type CollectionName, REMOVABLE } from '../../../shared/collections.ts'
import { exchangeOf } from '../../../shared/company/rates.ts'
import { ownCircle } from '../../../shared/documents/documents.ts'
import { FAMILIES } from '../../../shared/documents/families.ts'
import { NaiveFunnel } from '../../../shared/funnel/testing/naive.ts'
import type { FunnelSort } from '../../../shared/funnel/types.ts'
import { kinds as KINDS, type Kind, type Order } from '../../../shared/orders/collections.ts'
import { funnelKinds } from '../../../shared/orders/funnel/funnel-kinds.ts'
import { funnelOrder } from '../../../shared/orders/funnel/funnel-order.ts'
import { orderTotal } from '../../../shared/orders/totals.ts'
import { type Rows, rowsOf } from './reading.ts'

const FUNNEL: Omit<FunnelQuery, 'moment'> = {
  what: 'funnel',
  kinds: null,
  sort: null,
  period: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, basis: 'order' },
  mode: 'reached',
  by: 'order',
  filter: [],
  search: '',
  spread: false,
  worked: false,
}

/** What a device shows: each record, and what is derived from them. As JSON, part by part. */
export type Shown = Readonly<Record<string, string>>

/** What a device says it has, of all its lists, the funnel and the trash. */
export async function shownOn(device: TestDevice, moment: number): Promise<Shown> {
  const shown: Record<string, string> = {}
  for (const collection of Object.keys(COLLECTIONS) as CollectionName[]) {
    if (collection === 'shelves' || isAlone(collection)) continue
    const answer = await device.ask({ what: 'all', collection })
    for (const row of rowsIn(answer)) shown[`${collection} ${row.id}`] = text(row)
  }
  const list = await device.list()
  shown['list of orders'] = text({
    ids: list.rows.map(({ id }) => id),
    count: list.count,
    total: list.totals.total ?? 0,
  })
  const trash = await device.ask({ what: 'trash', collection: null, search: '', from: 0, to: 0 })
  shown.trash = text('counts' in trash ? trash.counts : null)
  const funnel = await device.ask({ ...FUNNEL, moment })
  shown.funnel = text('blocks' in funnel ? funnel.blocks : null)
  return shown
}

/** Collections of which everybody has records of their own. */
const OWN = Object.values(COLLECTIONS).flatMap(({ name, family }) =>
  'personal' in FAMILIES[family as keyof typeof FAMILIES] ? [name] : [],
)

/** Whether a collection's documents are opened by the card that shows their record alone: a device that shows none has none. */
function isAlone(collection: CollectionName): boolean {
  return 'alone' in FAMILIES[COLLECTIONS[collection].family as keyof typeof FAMILIES]
}

/** Whether a record of such a collection is a user's: ids of what is cut by owners begin with the owner's circle. */
function isOwn(id: string, user: string): boolean {
  return `${id}_`.startsWith(`${user}_`) || id.startsWith(`${ownCircle(user)}-`)
}

/** What it has to say by a naive reading of the documents; of personal ones by its own user's. */
export function expectedOn(rows: Rows, user: string, moment: number): Shown {
  const shown: Record<string, string> = {}
  for (const [name, row] of rows) {
    const [collection = '', id = ''] = name.split(' ')
    const isOthers = OWN.some((own) => own === collection) && !isOwn(id, user)
    if (!isOthers && !isAlone(collection as CollectionName)) shown[name] = text(row)
  }
  const orders = rowsOf<Order>(rows, 'orders').filter(({ gone }) => !gone)
  const total = orders.reduce((sum, order) => sum + orderTotal(order), 0)
  shown['list of orders'] = text({ ids: orders.map(({ id }) => id).sort(), count: orders.length, total })
  shown.trash = text(trashOf(rows))
  shown.funnel = text(funnelOf(orders, rowsOf<Kind>(rows, KINDS.name), moment))
  return shown
}

function trashOf(rows: Rows): object {
  const counts = REMOVABLE.map((name) => [name, rowsOf(rows, name).filter(({ gone }) => gone === true).length] as const)
  return Object.fromEntries(counts.filter(([, count]) => count > 0))
}

function funnelOf(orders: readonly Order[], known: readonly Kind[], moment: number) {
  const exchange = exchangeOf(null, [])
  const counted = orders.map((order) => funnelOrder(order, exchange))
  const seen = new Map<string, FunnelSort>()
  for (const { sort, moves } of counted) for (const { kind } of moves) seen.set(kind, sort)
  const { period, mode, by } = FUNNEL
  const options = { kinds: funnelKinds(known, seen), period, moment, mode, by }
  return new NaiveFunnel(counted, options, moment).report()
}

function rowsIn(answer: Answer): readonly { readonly id: string }[] {
  return 'rows' in answer ? (answer.rows as readonly { readonly id: string }[]) : []
}

/** JSON with its fields in one order. */
function text(value: unknown): string {
  return JSON.stringify(value, (_, one: unknown) =>
    typeof one === 'object' && one !== null && !Array.isArray(one)
      ? Object.fromEntries(Object.entries(one).sort(([a], [b]) => (a < b ? -1 : 1)))
      : one,
  )
}

/** The parts in which two differ, each with both sides; the first few. */
export function differences(is: Shown, should: Shown): readonly string[] {
  const names = [...new Set([...Object.keys(is), ...Object.keys(should)])].sort()
  return names
    .filter((name) => is[name] !== should[name])
    .slice(0, 5)
    .map((name) => `${name}:\n    is     ${is[name] ?? 'not there'}\n    should ${should[name] ?? 'not be there'}`)
}
