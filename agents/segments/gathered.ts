import { COLLECTIONS, type CollectionName } from '../../shared/collections.ts'
import { COMPANY, company } from '../../shared/company/collections.ts'
import { counterparties } from '../../shared/counterparties/collections.ts'
import { counterpartyId } from '../../shared/counterparties/counterparty-id.ts'
import { type Customer, customers } from '../../shared/customers/collections.ts'
import { customerMeant } from '../../shared/customers/merging/meant.ts'
import type { Event } from '../../shared/events/collections.ts'
import { productGroups, products } from '../../shared/goods/collections.ts'
import { withBelow } from '../../shared/goods/groups/tree.ts'
import { mailingConsents } from '../../shared/mailings/collections.ts'
import { consentId } from '../../shared/mailings/consent-id.ts'
import type { Find } from '../../shared/messages/parameters/around.ts'
import type { Order } from '../../shared/orders/collections.ts'
import { FactColumns } from '../../shared/reports/facts/columns.ts'
import { factsOfOrder } from '../../shared/reports/facts/of-orders/settle.ts'
import { EVENTS } from '../../shared/reports/sources/events/events.ts'
import { SALES } from '../../shared/reports/sources/sales/sales.ts'
import type { Segment } from '../../shared/segments/collections.ts'
import type { FactSource } from '../../shared/segments/criteria/figures.ts'
import { criteriaOf } from '../../shared/segments/criteria/problems.ts'
import { ByCustomer } from '../../shared/segments/facts/by-customer.ts'
import { DEALINGS } from '../../shared/segments/facts/dealings.ts'
import type { SegmentGround } from '../../shared/segments/ground.ts'
import { fixedMembers, KnownMembers } from '../../shared/segments/members/known-members.ts'
import { dayAt } from '../../shared/time/days.ts'
import { knownTo, NOTHING_GATHERED } from '../reports/making/known.ts'
import type { ReadingGround } from '../reports/making/reading.ts'

/** What an agent's segments are found out by. */
export interface SegmentsGround extends ReadingGround {
  readonly find: Find
  /** Milliseconds since 1970. */
  now(): number
}

/** Customers as they stand: those by themselves, and who means whom. */
interface Standing {
  readonly all: readonly Customer[]
  readonly merged: ReadonlyMap<string, readonly string[]>
}

/** Facts that were gathered of records, and members over them. */
export class Gathered {
  readonly ground: SegmentGround
  readonly #from: SegmentsGround
  readonly #zone: string
  readonly #known: KnownMembers
  readonly #settings: ReturnType<typeof knownTo>
  readonly #columns: Readonly<Record<FactSource, FactColumns>> = {
    dealings: new FactColumns(DEALINGS),
    sales: new FactColumns(SALES),
    events: new FactColumns(EVENTS),
  }
  #standing: Standing
  #today: string

  constructor(from: SegmentsGround) {
    this.#from = from
    this.#zone = from.find(company, COMPANY)?.zone ?? 'UTC'
    this.#today = this.#dayNow()
    this.#settings = knownTo(from.replica, from.find, this.#zone, NOTHING_GATHERED)
    this.#standing = this.#read()
    this.ground = this.#groundBy(this.#chains())
    this.#known = new KnownMembers(this.ground)
  }

  /** Whether another day has begun since members were found out. */
  isOfOtherDay(): boolean {
    return this.#today !== this.#dayNow()
  }

  /** Customers, goods, consents or segments have changed, or the day has: members are found out anew. */
  refresh(): void {
    this.#today = this.#dayNow()
    this.#standing = this.#read()
    this.#known.noteAll()
  }

  putOrder(order: Order | null): void {
    if (!order) return
    const { dealings, sales } = this.#columns
    dealings.put(order.id, order.gone ? [] : factsOfOrder(DEALINGS, order, this.#settings))
    sales.put(order.id, order.gone ? [] : SALES.factsOf(order, this.#settings))
  }

  putEvent(event: Event | null): void {
    if (event) this.#columns.events.put(event.id, event.gone ? [] : EVENTS.factsOf(event, this.#settings))
  }

  members(segment: Segment): ReadonlySet<string> {
    if (segment.sort === 'fixedSegment') return fixedMembers(segment, this.ground)
    const filter = criteriaOf(segment)
    if (filter === null) return new Set()
    const live = this.#known.by(filter)
    this.#known.update()
    return live.members
  }

  #dayNow(): string {
    return dayAt(this.#from.now(), this.#zone)
  }

  #meant(id: string): string {
    return customerMeant(this.#from.find, id)?.id ?? id
  }

  #read(): Standing {
    const rows = [...this.#from.replica.rows(customers)]
    const merged = Map.groupBy(
      rows.filter(({ mergedInto }) => mergedInto !== null),
      ({ id }) => this.#meant(id),
    )
    return {
      all: rows.filter(({ gone, mergedInto }) => !gone && mergedInto === null),
      merged: new Map(Array.from(merged, ([end, own]) => [end, own.map(({ id }) => id)])),
    }
  }

  /** Facts by customer, each made when it is asked for. */
  #chains(): SegmentGround['facts'] {
    const chains = new Map<FactSource, ByCustomer>()
    return (source) => {
      const made = chains.get(source) ?? new ByCustomer(this.#columns[source], (id) => this.#known.note(id))
      chains.set(source, made)
      return made
    }
  }

  #groundBy(facts: SegmentGround['facts']): SegmentGround {
    const { replica, find } = this.#from
    return {
      around: () => ({ me: null, zone: this.#zone, today: this.#today }),
      customers: () => this.#standing.all,
      customer: (id) => find(customers, id),
      meant: (id) => this.#meant(id),
      idsOf: (id) => [id, ...(this.#standing.merged.get(id) ?? [])],
      facts,
      product: (id) => find(products, id),
      below: (to, id) => (to === productGroups.name ? withBelow([...replica.rows(productGroups)], id) : null),
      consent: (way, to) => find(mailingConsents, consentId(way, to)),
      counterparty: (inn) => find(counterparties, counterpartyId(inn)),
      country: () => find(company, COMPANY)?.country ?? null,
      isHere: (collection, id) => find(COLLECTIONS[collection as CollectionName], id)?.gone === false,
    }
  }
}
