import { Temporal } from 'temporal-polyfill'
import type { CollectionName } from '../../../shared/collections.ts'
import type { Columns } from '../../../shared/columns/columns.ts'
import { COMPANY, company, devices } from '../../../shared/company/collections.ts'
import type { Exchange } from '../../../shared/company/rates.ts'
import type { WorkingTime } from '../../../shared/company/workdays/workdays.ts'
import type { CustomField } from '../../../shared/custom/declared.ts'
import { type Customer, customers } from '../../../shared/customers/collections.ts'
import { followed } from '../../../shared/customers/merging/followed.ts'
import { type Comment, comments } from '../../../shared/discussion/collections.ts'
import type { Around } from '../../../shared/filters/filter.ts'
import { productGroups } from '../../../shared/goods/collections.ts'
import { withBelow } from '../../../shared/goods/groups/tree.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import { type Debt, debtsOf } from '../../../shared/movements/debts.ts'
import { type Kind, kinds, type Order, orders, states } from '../../../shared/orders/collections.ts'
import { type Invoice, invoices } from '../../../shared/orders/invoices/collections.ts'
import { type PlanRow, planRows } from '../../../shared/plans/collections.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { SegmentsLook } from '../../../shared/rules/look.ts'
import { dayAt, startOfDay } from '../../../shared/time/days.ts'
import { PLANNED_IN, Upcoming } from './board/next/upcoming.ts'
import { Owing } from './customers/owing.ts'
import { DEPENDENTS } from './dependents.ts'
import { itemOf } from './items.ts'
import type { Item } from './query.ts'
import { Referring } from './referring.ts'
import { NEVER, type Tally } from './rules/tallies.ts'
import { KnownSettings } from './settings.ts'
import type { StandingRecords } from './standing-records.ts'
import { type AnyRow, StandingRows } from './standing-rows.ts'

/** What changed about a collection's items: some ids, or everything, because names they show have changed. */
export type ItemsChanged = ReadonlyMap<CollectionName, ReadonlySet<string> | 'all'>

/** Tells who is in segments now. */
export interface WhoIsIn extends SegmentsLook {
  members(segment: string): ReadonlySet<string>
  /** Every segment that is not removed. */
  ids(): Iterable<string>
  /** Orders are asked for by it: they are to be told of when customers come to segments or go. */
  noteOfOrders?(): void
}

/** Which field of a collection's items says that the time of their `until` is over. */
const LATE = { orders: 'tooLong', events: 'overdue' } as const

/** Every record of this device's documents, open or not, by collection and id, and their items for lists, kept from the change feed. */
export class Directory implements StandingRecords {
  readonly #rows = new Map<string, StandingRows>()
  readonly #referring = new Referring(this)
  readonly #owing = new Owing({
    debts: (customer) => this.debtsTo([customer, ...this.mergedInto(customer).map(({ id }) => id)]),
    toCompany: (sum, currency) => this.exchange().toCompany(sum, currency, this.now),
    meant: (customer) => this.customer(customer),
  })
  /** What is planned for orders and customers. */
  readonly upcoming = new Upcoming(this)
  /** Customers that say into whom they were merged. */
  readonly #merged = new Set<string>()
  readonly #settings = new KnownSettings(this)
  readonly #items = new Map<string, Map<string, Item>>()
  readonly #me: string | null
  readonly #now: () => number

  /** `me`: the person who looks, by id in `people`; `now`: the time as the server has it, ms. */
  /** Who is in segments; nobody until that is known. */
  segments: WhoIsIn = { members: () => new Set(), ids: () => [], of: () => [], isSound: () => false }

  constructor(me: string | null = null, now: () => number = Date.now) {
    this.#me = me
    this.#now = now
  }

  /** The person who looks, by id in `people`. */
  get me(): string | null {
    return this.#me
  }

  get now(): number {
    return this.#now()
  }

  /** Takes in changes and says which items they touch. */
  take(changes: readonly Change[]): ItemsChanged {
    const touched = new Map<CollectionName, Set<string> | 'all'>()
    for (const change of changes) this.#takeOne(change, touched)
    this.#settings.touch(touched)
    for (const name of [...touched.keys()]) this.#touchDependents(name, touched)
    this.#touchOwing(touched)
    return touched
  }

  /**
   * Takes in what stands from columns of orders, and says which items that touches; none, where the same stood already.
   * What an order shows of others is looked up in it; nothing shows anything of an order.
   */
  stand({ sheaves, funnel }: Columns, isNew: boolean): ItemsChanged {
    const touched = new Map<CollectionName, Set<string> | 'all'>()
    for (const sheaf of sheaves) {
      const name = sheaf.collection.name as CollectionName
      this.#rowsIn(name).stand(sheaf)
      if (!isNew || sheaf.ids.length === 0) continue
      for (const id of sheaf.ids) this.#of(this.#items, name).delete(id)
      this.#referring.stand(name, sheaf.ids, funnel)
      if (name === 'orders') this.#owing.noteAll()
      if (PLANNED_IN.some((one) => one === name)) this.upcoming.noteAll()
      touched.set(name, new Set(sheaf.ids))
    }
    this.#touchOwing(touched)
    return touched
  }

  /** Holds on to rows of a document that is open, in the place of equal ones. */
  hold(collection: Collection, rows: Iterable<Row<Collection>>): void {
    const own = this.#rowsIn(collection.name)
    for (const row of rows) own.set(row.id, row as AnyRow)
  }

  rows(collection: CollectionName): StandingRows {
    return this.#rowsIn(collection)
  }

  row(collection: CollectionName, id: string | null): AnyRow | null {
    return id === null ? null : (this.rows(collection).get(id) ?? null)
  }

  /** The record as lists show it; null where it is not here. */
  item(collection: CollectionName, id: string): Item | null {
    const items = this.#of(this.#items, collection)
    const known = items.get(id)
    const row = known ? null : this.row(collection, id)
    if (!row) return known ?? null
    const bare = itemOf(collection, row, this)
    const item = collection === 'customers' ? this.#owing.shownIn(bare) : bare
    items.set(id, item)
    return item
  }

  name(collection: CollectionName, id: string | null): string | null {
    const row = this.#meant(collection, id)
    const name = collection === 'jobs' ? row?.subject : row?.name
    return typeof name === 'string' ? name : null
  }

  called(collection: CollectionName, id: string): string | null {
    const row = this.#meant(collection, id)
    const name = row?.number ?? row?.draft ?? row?.name ?? row?.subject
    return typeof name === 'string' ? name : null
  }

  isGone(collection: CollectionName, id: string | null): boolean {
    return this.#meant(collection, id)?.gone === true
  }

  customer(id: string | null): string | null {
    return id === null ? null : followed(id, (one) => this.typed(customers, one)?.mergedInto)
  }

  /** Whether it is a customer that was merged into another: no list shows it beside that one. */
  isMerged(collection: CollectionName, id: string): boolean {
    return collection === 'customers' && this.customer(id) !== id
  }

  kind(id: string | null): Kind | null {
    return this.typed(kinds, id)
  }

  /** Sums in the company's currency, at the rates that are known now. */
  exchange(): Exchange {
    return this.#settings.get('exchange')
  }

  /** When the company works, the same object until it says otherwise. */
  workingTime(): WorkingTime {
    return this.#settings.get('workingTime')
  }

  /** The fields that the company added, the same array until they are declared otherwise. */
  customFields(): readonly CustomField[] {
    return this.#settings.get('customFields')
  }

  ignores(number: string | null): boolean {
    return this.#settings.get('ignores')(number)
  }

  tallyOf(rule: string): Tally {
    return this.#settings.get('tallies').get(rule) ?? NEVER
  }

  /** Who looks, and when: what relative dates and «я» mean to filters now. */
  around(): Around {
    const zone = this.typed(company, COMPANY)?.zone ?? Temporal.Now.timeZoneId()
    return { me: this.#me, zone, today: dayAt(this.#now(), zone) }
  }

  /** When a day of the company begins, ms. */
  dayStart(day: string): number {
    return startOfDay(day, this.around().zone)
  }

  /** Every record of a collection, as its declaration types it. */
  *all<C extends Collection>(collection: C): Generator<Row<C>> {
    for (const id of this.rows(collection.name as CollectionName).keys()) {
      const row = this.typed(collection, id)
      if (row) yield row
    }
  }

  order(id: string): Order | null {
    return this.typed(orders, id)
  }

  /** Orders that name any of these customers, as it is written: whom they mean is to be followed. */
  ordersOf(customers: readonly string[]): Order[] {
    return this.#referring.to('orders', customers).flatMap((id) => this.order(id) ?? [])
  }

  /**
   * What stands between us and customers that are one, by currency: the company's own first, then by code, in the same order
   * however documents were read.
   */
  debtsTo(customers: readonly string[]): readonly Debt[] {
    const debts = debtsOf(this.ordersOf(customers), (id) => this.customer(id) ?? id)
    return debts.toSorted((a, b) => ((a.currency ?? '') < (b.currency ?? '') ? -1 : 1))
  }

  /** Invoices that name any of these customers, as it is written. */
  invoicesOf(customers: readonly string[]): Invoice[] {
    return this.#referring.to('invoices', customers).flatMap((id) => this.typed(invoices, id) ?? [])
  }

  /** What was said about a record, `<collection>/<id>`, taken back or not, in no order. */
  commentsOn(about: string): Comment[] {
    return this.#referring.to('comments', [about]).flatMap((id) => this.typed(comments, id) ?? [])
  }

  /** Messages that answer any of these letters, each as `<collection>/<id>`, in no order. */
  answersTo(letters: readonly string[]): Message[] {
    return this.#referring.to('messages', letters).flatMap((id) => this.typed(messages, id) ?? [])
  }

  /** The rows of a plan, removed or not, in no order. */
  rowsOfPlan(plan: string): PlanRow[] {
    return this.#referring.to('planRows', [plan]).flatMap((id) => this.typed(planRows, id) ?? [])
  }

  /** Customers that mean another one now, by id: in a ring it is one of them. */
  mergedInto(end: string): Customer[] {
    const theirs = [...this.#merged].filter((id) => id !== end && this.customer(id) === end)
    return theirs.flatMap((id) => this.typed(customers, id) ?? [])
  }

  /** Every customer that was merged, with the one that it means. */
  *merges(): Generator<readonly [id: string, end: string]> {
    for (const id of this.#merged) yield [id, this.customer(id) ?? id]
  }

  /** Whoever holds the device of a replica, by id in `people`. */
  holderOf(replica: string | null): string | null {
    return this.typed(devices, replica)?.person ?? null
  }

  /** The groups of goods below one, itself included; null of other collections, which are no trees. */
  below(to: string, id: string): ReadonlySet<string> | null {
    return to === productGroups.name ? withBelow([...this.all(productGroups)], id) : null
  }

  hue(state: string | null): number | null {
    return this.typed(states, state)?.hue ?? null
  }

  days(state: string | null): number | null {
    return this.typed(states, state)?.days ?? null
  }

  /**
   * Orders that have come to stand too long, and events that have come to be overdue, since their items were made: these say so
   * from now on.
   */
  turnLate(): ItemsChanged {
    return new Map(
      Object.entries(LATE).flatMap(([name, field]) => {
        const late = this.#turnedLate(name, field)
        return late.size > 0 ? [[name as CollectionName, late] as const] : []
      }),
    )
  }

  #turnedLate(name: string, field: string): Set<string> {
    const now = this.now
    const items = this.#of(this.#items, name)
    const late = new Set<string>()
    for (const { id, until, ...item } of items.values())
      if (item[field] === false && until !== null && Number(until) < now) late.add(id)
    for (const id of late) items.delete(id)
    return late
  }

  /** The record that a reference means. */
  #meant(collection: CollectionName, id: string | null): AnyRow | null {
    return this.row(collection, collection === 'customers' ? this.customer(id) : id)
  }

  /** A record, as its declaration types it; null where it is not here. */
  typed<C extends Collection>(collection: C, id: string | null): Row<C> | null {
    // Rows stand under their own collection's name, as its records read them.
    return this.row(collection.name as CollectionName, id) as unknown as Row<C> | null
  }

  #takeOne({ collection, id, after }: Change, touched: Map<CollectionName, Set<string> | 'all'>): void {
    const name = collection.name as CollectionName
    const rows = this.#rowsIn(name)
    if (name === 'orders' && this.#owing.isLookedAt) {
      this.#owing.note(this.order(id)?.customer ?? null)
      this.#owing.note((after as Order | null)?.customer ?? null)
    }
    if (after) rows.set(id, after as AnyRow)
    else rows.delete(id)
    this.#of(this.#items, name).delete(id)
    this.#noteOf(name, id)
    const ids = touched.get(name) ?? new Set<string>()
    touched.set(name, ids)
    if (ids !== 'all') ids.add(id)
  }

  #noteOf(name: CollectionName, id: string): void {
    this.#referring.note(name, id)
    if (name === 'events' || name === 'jobs') this.upcoming.note(name, id)
    if (name !== 'customers') return
    const isMerged = (this.typed(customers, id)?.mergedInto ?? null) !== null
    if (isMerged || this.#merged.has(id)) {
      this.#owing.noteAll()
      this.upcoming.noteAll()
    }
    if (isMerged) this.#merged.add(id)
    else this.#merged.delete(id)
  }

  /** Lists of customers show what is owed, of which orders, rates and mergings tell. */
  #touchOwing(touched: Map<CollectionName, Set<string> | 'all'>): void {
    if (touched.has('company') || touched.has('currencies')) this.#owing.noteAll()
    if (!this.#owing.isLookedAt) return
    const changed = this.#owing.changed()
    const before = touched.get('customers') ?? new Set()
    if (changed !== 'all' && changed.size === 0) return
    touched.set('customers', changed === 'all' || before === 'all' ? 'all' : new Set([...before, ...changed]))
  }

  /** Items show names of other records: when those change, all items that may show them are made anew. */
  #touchDependents(name: CollectionName, touched: Map<CollectionName, Set<string> | 'all'>): void {
    for (const dependent of new Set([...(DEPENDENTS.get(name) ?? []), ...this.#namedBy(name)])) {
      if (this.#rowsIn(dependent).size === 0) continue
      this.#of(this.#items, dependent).clear()
      touched.set(dependent, 'all')
    }
  }

  /** Collections whose records refer to this one by fields that the company added. */
  #namedBy(name: CollectionName): CollectionName[] {
    return this.customFields().flatMap(({ of, field }) => (field.to === name && of !== name ? [of] : []))
  }

  /** The people at the customer that an id means, those of customers merged into it among them. */
  contactsAt(customer: string | null): Customer['contacts'] {
    const end = this.customer(customer)
    if (end === null) return []
    const own = this.typed(customers, end)?.contacts ?? []
    return this.#merged.size === 0 ? own : [...own, ...this.mergedInto(end).flatMap(({ contacts }) => contacts)]
  }

  #rowsIn(name: string): StandingRows {
    const rows = this.#rows.get(name) ?? new StandingRows()
    this.#rows.set(name, rows)
    return rows
  }

  #of<V>(maps: Map<string, Map<string, V>>, name: string): Map<string, V> {
    const map = maps.get(name) ?? new Map<string, V>()
    maps.set(name, map)
    return map
  }
}
