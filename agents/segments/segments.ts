import { documentOf } from '../../shared/documents/documents.ts'
import { events } from '../../shared/events/collections.ts'
import { orders } from '../../shared/orders/collections.ts'
import type { SegmentsLook } from '../../shared/rules/look.ts'
import { segments } from '../../shared/segments/collections.ts'
import { criteriaOf, isSound, segmentProblems } from '../../shared/segments/criteria/problems.ts'
import { segmentsByCustomer } from '../../shared/segments/members/segments-by-customer.ts'
import { readAll } from '../reports/making/reading.ts'
import { Gathered, type SegmentsGround } from './gathered.ts'

/** What was written, by the feed. */
interface HeardRow {
  readonly collection: string
  readonly record: string
}

/** Records whose changes are read anew by themselves. */
const READ_BY_RECORD = ['orders', 'events'] as const
type ByRecord = (typeof READ_BY_RECORD)[number]
/** Settings by which facts are made: with others all records are read anew. */
const MADE_BY = ['company', 'currencies'] as const
/** What segments are made of; whoever asks for them hears of these. */
export const HEARD_BY_SEGMENTS = [
  ...READ_BY_RECORD,
  ...MADE_BY,
  'segments',
  'customers',
  'products',
  'productGroups',
  'mailingConsents',
  'counterparties',
  'customFields',
] as const

/**
 * Who is in segments, as an agent knows it (segments/SPEC SG12): all orders and events are read once, a document at a time, when it is asked
 * first; from then on those that the journal tells of.
 */
export class AgentSegments implements SegmentsLook {
  readonly #ground: SegmentsGround
  readonly #stale = { orders: new Set<string>(), events: new Set<string>() }
  #made: Gathered | null = null
  #isOther = false

  constructor(ground: SegmentsGround) {
    this.#ground = ground
  }

  /** Takes in what the journal tells. */
  hear(rows: Iterable<HeardRow>): void {
    for (const { collection, record } of rows) {
      const name = READ_BY_RECORD.find((one) => one === collection)
      if (name) this.#stale[name].add(record)
      else if (MADE_BY.some((one) => one === collection)) this.#made = null
      else this.#isOther ||= HEARD_BY_SEGMENTS.some((one) => one === collection)
    }
  }

  /** Resolves when all is known that was heard of. */
  async ready(): Promise<void> {
    const made = this.#made ?? (await this.#gather())
    this.#made = made
    if (this.#isOther || made.isOfOtherDay()) made.refresh()
    this.#isOther = false
    await this.#readStale(made)
  }

  of(customer: string): readonly string[] {
    const made = this.#made
    if (!made) return []
    const all = [...this.#ground.replica.rows(segments)].filter(({ gone }) => !gone)
    return all.flatMap((segment) => (made.members(segment).has(customer) ? [segment.id] : []))
  }

  /** The segments of each customer that is in any. */
  byCustomer(): ReadonlyMap<string, readonly string[]> {
    const made = this.#made
    const all = [...this.#ground.replica.rows(segments)].filter(({ gone }) => !gone)
    return segmentsByCustomer(made ? all.map((segment) => [segment.id, made.members(segment)] as const) : [])
  }

  isSound(id: string): boolean {
    const segment = this.#ground.find(segments, id)
    if (!segment || segment.gone || !this.#made) return false
    return isSound(segment, segmentProblems(criteriaOf(segment) ?? [], this.#made.ground.isHere))
  }

  async #gather(): Promise<Gathered> {
    const made = new Gathered(this.#ground)
    for (const ids of Object.values(this.#stale)) ids.clear()
    await readAll(this.#ground, orders, (order) => made.putOrder(order))
    await readAll(this.#ground, events, (event) => made.putEvent(event))
    return made
  }

  async #readStale(made: Gathered): Promise<void> {
    const { documents, replica, find } = this.#ground
    const read = async (name: ByRecord, put: (id: string) => void) => {
      const ids = [...this.#stale[name]]
      this.#stale[name].clear()
      for (const [document, own] of Map.groupBy(ids, (id) => documentOf(replica.pass.company, name, id)))
        await documents.hold([document], () => {
          for (const id of own) put(id)
        })
    }
    await read('orders', (id) => made.putOrder(find(orders, id)))
    await read('events', (id) => made.putEvent(find(events, id)))
  }
}
