import { kinds, reasons, states } from '../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { LocalCompany, LocalReplica } from '../support/local-company.ts'

const HOUR = 3_600_000
const DAY = 24 * HOUR
export const WRITES = 20
export const MOVES = 4
const STATES = ['measure', 'design', 'offer', 'make', 'stock'] as const
const KINDS = { kitchens: 'work', shop: 'customer' } as const
type KindId = keyof typeof KINDS
export const CUSTOMERS = 2000
export const REPLICAS = ['BENCHA', 'BENCHB', 'BENCHC'] as const

/** Kinds, states and reasons. */
export function writeSetup(replica: LocalReplica): void {
  replica.act((tx) => {
    for (const [i, id] of STATES.entries()) tx.create(states, id, { name: `State ${id}`, hue: 40 * i })
    const entries = Object.fromEntries(STATES.map((id, i) => [id, { place: `a${i}` }]))
    for (const [id, sort] of Object.entries(KINDS)) {
      tx.create(kinds, id, { name: `Kind ${id}`, sort, states: entries })
    }
    for (const id of ['price', 'elsewhere']) tx.create(reasons, id, { name: `Reason ${id}`, hue: 0 })
  })
}

export function customerId(index: number): string {
  return `common-0190a0e0-0000-7000-8000-${String(index).padStart(12, '0')}`
}

/** Makes the orders of one quarter by commands of three replicas, and gives how many of each kind. */
export class Quarter {
  readonly #replicas: readonly LocalReplica[]
  readonly #writes: number
  #now = 0

  /** `writes`: how often each order is written to; a multiple of its moves. */
  constructor(company: LocalCompany, writes = WRITES) {
    this.#writes = writes
    this.#replicas = REPLICAS.map((name) => company.replica(name, () => this.#now))
  }

  /** An order made at `at` (ms): created, then its writes and 4 moves. Orders of old end completed, of late one in two. */
  make(at: number, index: number, isOld: boolean): void {
    this.#now = at
    const id = newId('common', at)
    const kind = index % 2 ? 'shop' : 'kitchens'
    this.#create(id, kind, index)
    const lines = linesOf(id)
    const each = this.#writes / MOVES
    for (let i = 0; i < this.#writes; i++) {
      this.#now += HOUR / 4
      writeOrder(this.#replica(index + i), { id, lines }, index, i, this.#now)
      if (i % each === each - 1) this.#move(id, index, Math.floor(i / each), isOld)
    }
  }

  #create(id: string, kind: KindId, index: number): void {
    this.#replica(index).run('createOrder', {
      id,
      fields: {
        sort: KINDS[kind],
        number: `B-${index}`,
        customer: customerId(index % CUSTOMERS),
        note: 'a kitchen by the window',
      },
      lines: [
        { text: 'table', quantity: 1000, price: 500_000 + index },
        { text: 'delivery', quantity: 1000, price: 30_000 },
      ],
      start: { kind, state: STATES[0] },
    })
  }

  #move(id: string, index: number, number: number, isOld: boolean): void {
    const isLast = number === MOVES - 1 && (isOld || index % 2 === 0)
    const state = isLast ? COMPLETED : (STATES[number === MOVES - 1 ? lastOf(index) : number + 1] ?? COMPLETED)
    const end =
      index % 3 === 0 ? ({ completion: 'cancelled', reason: 'price' } as const) : ({ completion: 'success' } as const)
    this.#replica(index + number).run('moveOrder', { id, state, ...(isLast && end) })
  }

  #replica(number: number): LocalReplica {
    const replica = this.#replicas[number % this.#replicas.length]
    if (!replica) throw new RangeError('There is no replica')
    return replica
  }
}

/** Among the states, where an order that stays open ends: in each but the one that it leaves by this move. */
function lastOf(index: number): number {
  const others = STATES.length - 1
  return (MOVES + (Math.floor(index / 2) % others)) % STATES.length
}

/**
 * One of the writes of an order with two lines. Seven paths for three replicas: when they take turns, each write has a key of its own,
 * so that nothing is let go.
 */
export function writeOrder(
  replica: LocalReplica,
  { id, lines: [line, other] }: { readonly id: string; readonly lines: readonly [string, string] },
  index: number,
  number: number,
  now: number,
): void {
  const text = `as said on the telephone, ${number} of ${index}`
  const written = [
    () => replica.run('setOrder', { id, fields: { note: text } }),
    () => replica.run('setOrder', { id, fields: { contact: text } }),
    () => replica.run('setLine', { id, line, fields: { price: 500_000 + index + number } }),
    () => replica.run('setOrder', { id, fields: { source: text } }),
    () => replica.run('setOrder', { id, fields: { shipment: dayOf(now + (number + 3) * DAY) } }),
    () => replica.run('setLine', { id, line, fields: { quantity: 1000 * (number + 1) } }),
    () => replica.run('setLine', { id, line: other, fields: { price: 30_000 + number } }),
  ][number % 7]?.()
  if (written?.length !== 1) throw new RangeError(`The write ${number} wrote ${written?.length}`)
}

/** The ids that the two lines have with which an order is created. */
export function linesOf(id: string): readonly [string, string] {
  return [`${id.slice(-12)}l0`, `${id.slice(-12)}l1`]
}

function dayOf(time: number): string {
  return new Date(time).toISOString().slice(0, 10)
}
