import type { CollectionName } from '../../../../shared/collections.ts'
import type { Columns } from '../../../../shared/columns/columns.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import { FactColumns } from '../../../../shared/reports/facts/columns.ts'
import { holderOf } from '../../../../shared/search/searched.ts'
import { segments } from '../../../../shared/segments/collections.ts'
import type { FactSource } from '../../../../shared/segments/criteria/figures.ts'
import { criteriaOf, isSound, saysNothing } from '../../../../shared/segments/criteria/problems.ts'
import { ByCustomer } from '../../../../shared/segments/facts/by-customer.ts'
import { DEALINGS } from '../../../../shared/segments/facts/dealings.ts'
import type { Because } from '../../../../shared/segments/members/criteria-test.ts'
import { fixedMembers, KnownMembers } from '../../../../shared/segments/members/known-members.ts'
import type { LiveMembers } from '../../../../shared/segments/members/live-members.ts'
import type { Directory, ItemsChanged, WhoIsIn } from '../directory.ts'
import type { KeptSource } from '../reports/kept-facts.ts'
import type { Reports } from '../reports/reports.ts'
import { groundOf, Merges } from './ground.ts'
import type {
  CriteriaAnswer,
  CriteriaQuery,
  Member,
  SegmentCount,
  SegmentMembersAnswer,
  SegmentPartAnswer,
  SegmentPartQuery,
  SegmentsOfAnswer,
  SegmentTrialAnswer,
  SegmentTrialQuery,
} from './query.ts'

/** Settings by which facts and fields are read: with others, all are reckoned anew. */
const MADE_BY: readonly CollectionName[] = ['company', 'currencies', 'customFields']

/** What answers about segments are made of. */
export const SHOWN_OF_SEGMENTS: readonly CollectionName[] = [
  ...MADE_BY,
  'segments',
  'customers',
  'orders',
  'events',
  'products',
  'productGroups',
  'mailingConsents',
  'counterparties',
  'people',
]

const NOBODY: ReadonlySet<string> = new Set()

/** Who is in which segment: found out when that is asked first, and kept while records change (shared/segments/SPEC). */
export class Segments implements WhoIsIn {
  readonly #directory: Directory
  readonly #reports: Reports
  readonly #merges: Merges
  readonly #known: KnownMembers
  readonly #facts = new Map<FactSource, ByCustomer>()
  #dealings: FactColumns | null = null
  #isOfOrders = false
  /** Somebody has asked for a segment by its id. */
  #isNamed = false

  constructor(directory: Directory, reports: Reports) {
    this.#directory = directory
    this.#reports = reports
    this.#merges = new Merges(directory)
    this.#known = new KnownMembers(groundOf(directory, this.#merges, (source) => this.#factsOf(source)))
  }

  /**
   * Takes in that records have changed, after reports have. Which customers came to segments or went, of those that somebody has asked
   * for; `all`: that is not known before it is asked.
   */
  take(changed: ItemsChanged): ReadonlySet<string> | 'all' {
    this.#takeOrders(changed)
    return this.#moved(changed)
  }

  #moved(changed: ItemsChanged): ReadonlySet<string> | 'all' {
    const isNamed = this.#isNamed && changed.has('segments')
    if (!this.#known.isAsked) return isNamed ? 'all' : NOBODY
    this.#takeCustomers(changed.get('customers'))
    if (MADE_BY.some((name) => changed.has(name))) this.#known.noteAll()
    this.#known.noteNaming(changed.keys())
    if (this.#known.isAllNoted) return 'all'
    const moved = this.#known.update()
    return isNamed ? 'all' : moved
  }

  /** The same, told as changes: of customers that came or went, and of orders where somebody asks for these by the segments of their customers. */
  takeAndTell(changed: ItemsChanged): ItemsChanged {
    return this.#told(changed, this.take(changed))
  }

  #told(changed: ItemsChanged, moved: ReadonlySet<string> | 'all'): ItemsChanged {
    if (moved !== 'all' && moved.size === 0) return changed
    const own = changed.get('customers')
    const customers = moved === 'all' || own === 'all' ? 'all' : new Set([...(own ?? []), ...moved])
    const told = new Map(changed).set('customers', customers)
    return this.#isOfOrders ? told.set('orders', 'all') : told
  }

  noteOfOrders(): void {
    this.#isOfOrders = true
  }

  /** Takes in the records of a document that stands from its columns, after reports have; gives what has changed by it, members too. */
  stand(columns: Columns, changed: ItemsChanged): ItemsChanged {
    if (this.#dealings) this.#reports.kept.putStanding(columns, dealingsIn(this.#dealings))
    return this.#told(changed, this.#moved(changed))
  }

  /** Another day has begun: periods are others. */
  turn(): void {
    this.#known.noteAll()
  }

  /** Customers in a segment; in one that is removed or cannot be checked, nobody. */
  members(id: string): ReadonlySet<string> {
    this.#isNamed = true
    return this.#in(id)
  }

  #in(id: string): ReadonlySet<string> {
    const segment = this.#directory.typed(segments, id)
    if (!segment || segment.gone) return NOBODY
    if (segment.sort === 'fixedSegment') return this.#fixed(id)
    return this.#live(segment.criteria)?.members ?? NOBODY
  }

  /** Every segment that is not removed. */
  *ids(): Generator<string> {
    for (const { id, gone } of this.#directory.all(segments)) if (!gone) yield id
  }

  /** The segments that a customer is in. */
  of(customer: string): readonly string[] {
    return [...this.ids()].filter((id) => this.#in(id).has(customer))
  }

  isSound(id: string): boolean {
    const segment = this.#directory.typed(segments, id)
    return segment !== null && !segment.gone && isSound(segment, this.#problemsOf(id))
  }

  counts(): readonly SegmentCount[] {
    return [...this.ids()].map((id) => ({ id, count: this.#in(id).size, problems: this.#problemsOf(id) }))
  }

  everybodyIn(id: string): SegmentMembersAnswer {
    const live = this.#liveOf(id)
    const members = live
      ? Array.from(live.eachBecause(), ([customer, because]) => ({ id: customer.id, name: customer.name, because }))
      : [...this.#in(id)].map((one) => this.#member(one, []))
    return { what: 'segmentMembers', problems: this.#problemsOf(id), members }
  }

  criteria({ criteria, first }: CriteriaQuery): CriteriaAnswer {
    const live = this.#live(criteria)
    return {
      what: 'criteria',
      count: live?.members.size ?? 0,
      all: this.#directory.rows('customers').size,
      problems: live?.problems ?? [],
      first: this.#first(live?.members ?? NOBODY, first).map((id) => this.#member(id, this.#because(live, id))),
    }
  }

  part({ segment, search, first }: SegmentPartQuery): SegmentPartAnswer {
    const live = this.#liveOf(segment)
    const hasAll = holderOf(search)
    const isSought = (id: string) => search.trim() === '' || hasAll(this.#directory.name('customers', id) ?? '')
    const sought = [...this.#in(segment)].filter(isSought)
    const members = this.#first(sought, first).map((id) => this.#member(id, this.#because(live, id)))
    return { what: 'segmentPart', count: sought.length, problems: live?.problems ?? [], members }
  }

  trial({ segment, customer }: SegmentTrialQuery): SegmentTrialAnswer {
    const live = this.#liveOf(segment)
    const meant = this.#directory.customer(customer) ?? customer
    const row = this.#directory.typed(customers, meant)
    return {
      what: 'segmentTrial',
      isIn: this.#in(segment).has(meant),
      problems: live?.problems ?? [],
      tried: (row && live?.tried(row)) ?? [],
    }
  }

  segmentsOf(customer: string): SegmentsOfAnswer {
    const meant = this.#directory.customer(customer) ?? customer
    const own = [...this.ids()].flatMap((id) => {
      if (!this.#in(id).has(meant)) return []
      const { name = null, priceType = null } = this.#directory.typed(segments, id) ?? {}
      return [{ id, name, priceType, because: this.#because(this.#liveOf(id), meant) }]
    })
    return { what: 'segmentsOf', segments: own }
  }

  /** So many of the first by name. */
  #first(ids: Iterable<string>, count: number): readonly string[] {
    const found: { readonly id: string; readonly name: string }[] = []
    for (const id of count > 0 ? ids : []) {
      const name = this.#directory.name('customers', id) ?? ''
      const last = found.at(-1)
      if (found.length === count && last && last.name <= name) continue
      const at = found.findIndex((one) => one.name > name)
      found.splice(at < 0 ? found.length : at, 0, { id, name })
      if (found.length > count) found.pop()
    }
    return found.map(({ id }) => id)
  }

  /** What of criteria cannot be checked. */
  #problemsOf(id: string) {
    return this.#liveOf(id)?.problems ?? []
  }

  /** What is kept of a live segment; null for a fixed one, and for one that is not here. */
  #liveOf(id: string): LiveMembers | null {
    const segment = this.#directory.typed(segments, id)
    return segment && !segment.gone && segment.sort !== 'fixedSegment' ? this.#live(segment.criteria) : null
  }

  #live(criteria: string | null): LiveMembers | null {
    const filter = criteriaOf({ criteria })
    if (filter === null || saysNothing(filter)) return null
    const live = this.#known.by(filter)
    this.#known.update()
    return live
  }

  #fixed(id: string): ReadonlySet<string> {
    const segment = this.#directory.typed(segments, id)
    if (!segment) return NOBODY
    return fixedMembers(segment, {
      meant: (one) => this.#directory.customer(one) ?? one,
      customer: (one) => this.#directory.typed(customers, one),
    })
  }

  #because(live: LiveMembers | null, id: string): readonly Because[] {
    const customer = this.#directory.typed(customers, id)
    return (customer && live?.because(customer)) ?? []
  }

  #member(id: string, because: readonly Because[]): Member {
    return { id, name: this.#directory.name('customers', id), because }
  }

  #takeOrders(changed: ItemsChanged): void {
    if (!this.#dealings) return
    const orders = changed.get('orders')
    if (changed.has('company') || changed.has('currencies')) this.#reports.kept.putAll(dealingsIn(this.#dealings))
    else if (orders !== undefined && orders !== 'all')
      for (const id of orders) this.#reports.kept.put(dealingsIn(this.#dealings), id)
  }

  #takeCustomers(ids: ReadonlySet<string> | 'all' | undefined): void {
    if (ids === undefined) return
    const isMerging = (id: string) => this.#directory.customer(id) !== id || this.#merges.concern(id)
    if (ids === 'all' || [...ids].some(isMerging)) {
      this.#merges.forget()
      this.#known.noteAll()
    } else for (const id of ids) this.#known.note(id)
  }

  #factsOf(source: FactSource): ByCustomer {
    const known = this.#facts.get(source)
    if (known) return known
    const columns = source === 'dealings' ? this.#dealingsNow() : this.#reports.facts(source)
    const made = new ByCustomer(columns, (customer) => this.#known.note(customer))
    this.#facts.set(source, made)
    return made
  }

  #dealingsNow(): FactColumns {
    if (this.#dealings) return this.#dealings
    this.#dealings = new FactColumns(DEALINGS)
    this.#reports.kept.putAll(dealingsIn(this.#dealings))
    return this.#dealings
  }
}

/** What orders come to, as it is kept beside documents. */
function dealingsIn(columns: FactColumns): KeptSource {
  return { name: 'dealings', layout: DEALINGS, columns }
}
