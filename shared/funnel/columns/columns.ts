import { Failure } from '../../errors.ts'
import { COMPLETED } from '../../orders/moves/completed.ts'
import type { FunnelMove, FunnelOrder, FunnelSort } from '../types.ts'
import { BUNDLED_SORTS, type FunnelBundle } from './bundle.ts'
import { byte, float, int, roomFor } from './cells.ts'
import { inOrder, undoPairs } from './history.ts'
import { Interner } from './interner.ts'
import { COMPLETED_NUMBER, emptyPlace, FIRST_STATE_TEXT, findPlaceAt } from './place.ts'

/** Told of each change: the order as it was, by its index, before; and as it is, after. */
export interface ColumnsWatcher {
  leave(index: number): void
  enter(index: number): void
}

/** Half of what a whole number may be, so that the time between two moves is one as well (year 73,000). */
const GREATEST_TIME = 2 ** 51

/** Moves that may lie unused, beside a quarter of all, before the columns are written anew. */
const WASTE_ALLOWED = 4096

/**
 * Orders and their moves in typed arrays, kept from the change feed: no object per order stays. An order's index is its own until it is
 * removed; its moves lie together, by time and id. Arrays are replaced when they grow: take them anew for each pass.
 */
export class FunnelColumns {
  readonly kinds = new Interner()
  readonly states = new Interner([COMPLETED, FIRST_STATE_TEXT])
  readonly reasons = new Interner()
  readonly groups = { customer: new Interner(), manager: new Interner(), department: new Interner() }

  orders = {
    live: new Uint8Array(0),
    dates: new Float64Array(0),
    totals: new Float64Array(0),
    customer: new Int32Array(0),
    manager: new Int32Array(0),
    department: new Int32Array(0),
    /** Where the order's moves begin, how many they are, and for how many there is room. */
    starts: new Int32Array(0),
    counts: new Int32Array(0),
    rooms: new Int32Array(0),
    /** When the last move was made; where the order is after all its moves (Place): its kind, -1 where it is absent, its code, its move. */
    ends: new Float64Array(0),
    kinds: new Int32Array(0),
    places: new Int32Array(0),
    lasts: new Int32Array(0),
    /** 1 where there are undo pairs. */
    paired: new Uint8Array(0),
  }
  moves = {
    /** Milliseconds since 1970. */
    times: new Float64Array(0),
    /** The number of the state × 2, + 1 where the move cancels. */
    codes: new Int32Array(0),
    kinds: new Int32Array(0),
    reasons: new Int32Array(0),
    /** The other move of an undo pair: its place among the order's moves + 1, else 0. */
    pairs: new Int32Array(0),
  }

  readonly #indices = new Map<string, number>()
  readonly #ids: (string | undefined)[] = []
  readonly #free: number[] = []
  readonly #watchers = new Set<ColumnsWatcher>()
  /** By the number of a kind that moves name: the sort of the first order that came with one. */
  readonly #sorts: (FunnelSort | undefined)[] = []
  readonly #place = emptyPlace()
  #movesUsed = 0
  #movesWasted = 0

  /** One more than the greatest index in use; indices of removed orders are not live. */
  get size(): number {
    return this.#ids.length
  }

  /** How many orders there are. */
  get count(): number {
    return this.#indices.size
  }

  /** Bytes in the arrays. */
  get bytes(): number {
    const columns = [...Object.values(this.orders), ...Object.values(this.moves)]
    return columns.reduce((sum, column) => sum + column.byteLength, 0)
  }

  indexOf(id: string): number | undefined {
    return this.#indices.get(id)
  }

  idOf(index: number): string | undefined {
    return this.#ids[index]
  }

  /** The kinds that moves name or named, whether such kinds exist or not, by id: each with the sort of its orders. */
  kindsSeen(): ReadonlyMap<string, FunnelSort> {
    return new Map(this.#sorts.flatMap((sort, number) => (sort ? [[this.kinds.textOf(number) ?? '', sort]] : [])))
  }

  /**
   * Takes an order as it now is, new or changed; an unchanged one is looked at again by open reports (their filter may say otherwise now).
   * @throws Failure `field-value` where the date or a time is no whole millisecond, or the total no whole minor unit; nothing is changed.
   */
  put(order: FunnelOrder): number {
    check(order)
    const known = this.#indices.get(order.id)
    if (known !== undefined) this.#tell('leave', known)
    const index = known ?? this.#newIndex(order.id)
    this.#writeOrder(index, order)
    this.#writeMoves(index, inOrder(order.moves))
    this.#noteSort(index, order.sort)
    this.#tell('enter', index)
    return index
  }

  /**
   * Takes the orders of a bundle, each under its id, as `put` takes them one by one; where nothing stands in the bundle, or
   * a total is no whole minor unit, the order is forgotten. `totalOf` turns a total into the company's currency.
   */
  putAll(ids: readonly string[], bundle: FunnelBundle, totalOf: BundledTotal): void {
    const numbers = this.#numbersOf(bundle.texts)
    let start = 0
    for (const [at, id] of ids.entries()) {
      const count = int(bundle.counts, at)
      const sort = BUNDLED_SORTS[byte(bundle.sorts, at)] ?? null
      const total = totalOf(
        float(bundle.totals, at),
        textOf(bundle, int(bundle.currencies, at)),
        float(bundle.dates, at),
      )
      if (sort === null || !Number.isSafeInteger(total)) this.remove(id)
      else this.#putBundled(id, { bundle, numbers, at, start, count, sort, total })
      start += count
    }
  }

  /** Forgets an order; one that is not there is no error. */
  remove(id: string): void {
    const index = this.#indices.get(id)
    if (index === undefined) return
    this.#tell('leave', index)
    this.#indices.delete(id)
    this.#ids[index] = undefined
    this.#free.push(index)
    this.#movesWasted += int(this.orders.rooms, index)
    this.orders.live[index] = this.orders.counts[index] = this.orders.rooms[index] = 0
  }

  /** Tells `watcher` of every change from now on; returns the undo. */
  watch(watcher: ColumnsWatcher): () => void {
    this.#watchers.add(watcher)
    return () => this.#watchers.delete(watcher)
  }

  #tell(event: keyof ColumnsWatcher, index: number): void {
    for (const watcher of this.#watchers) watcher[event](index)
  }

  #newIndex(id: string): number {
    const index = this.#free.pop() ?? this.#ids.length
    this.#ids[index] = id
    this.#indices.set(id, index)
    const { orders } = this
    const length = this.#ids.length
    orders.live = roomFor(orders.live, length)
    orders.dates = roomFor(orders.dates, length)
    orders.totals = roomFor(orders.totals, length)
    orders.customer = roomFor(orders.customer, length)
    orders.manager = roomFor(orders.manager, length)
    orders.department = roomFor(orders.department, length)
    orders.starts = roomFor(orders.starts, length)
    orders.counts = roomFor(orders.counts, length)
    orders.rooms = roomFor(orders.rooms, length)
    orders.ends = roomFor(orders.ends, length)
    orders.kinds = roomFor(orders.kinds, length)
    orders.places = roomFor(orders.places, length)
    orders.lasts = roomFor(orders.lasts, length)
    orders.paired = roomFor(orders.paired, length)
    return index
  }

  #numbersOf(texts: readonly string[]) {
    const { customer, manager, department } = this.groups
    return {
      kind: this.kinds.renumbered(texts),
      state: this.states.renumbered(texts),
      reason: this.reasons.renumbered(texts),
      customer: customer.renumbered(texts),
      manager: manager.renumbered(texts),
      department: department.renumbered(texts),
    }
  }

  #putBundled(id: string, bundled: Bundled): void {
    const { bundle, numbers, at, start, count, sort, total } = bundled
    const known = this.#indices.get(id)
    if (known !== undefined) this.#tell('leave', known)
    const index = known ?? this.#newIndex(id)
    const { orders } = this
    orders.live[index] = 1
    orders.dates[index] = float(bundle.dates, at)
    orders.totals[index] = total
    orders.customer[index] = numbers.customer(int(bundle.customers, at))
    orders.manager[index] = numbers.manager(int(bundle.managers, at))
    orders.department[index] = numbers.department(int(bundle.departments, at))
    if (count > int(orders.rooms, index)) this.#giveRoom(index, count)
    this.#writeBundledMoves(int(orders.starts, index), bundled)
    orders.counts[index] = count
    const last = count > 0 ? float(bundle.times, start + count - 1) : Number.NEGATIVE_INFINITY
    this.#writePlace(index, hasPairs(bundle.pairs, start, count), last)
    this.#noteSort(index, sort)
    this.#tell('enter', index)
  }

  #writeBundledMoves(to: number, { bundle, numbers, start, count }: Bundled): void {
    const { moves } = this
    for (let i = 0; i < count; i++) {
      const from = start + i
      const state = numbers.state(int(bundle.states, from))
      const cancels = state === COMPLETED_NUMBER && byte(bundle.cancels, from) === 1
      moves.times[to + i] = float(bundle.times, from)
      moves.codes[to + i] = state * 2 + (cancels ? 1 : 0)
      moves.kinds[to + i] = numbers.kind(int(bundle.kinds, from))
      moves.reasons[to + i] = cancels ? numbers.reason(int(bundle.reasons, from)) : -1
      moves.pairs[to + i] = int(bundle.pairs, from)
    }
  }

  #writeOrder(index: number, order: FunnelOrder): void {
    const { orders, groups } = this
    orders.live[index] = 1
    orders.dates[index] = order.date
    orders.totals[index] = order.total
    orders.customer[index] = groups.customer.numberOrNone(order.customer)
    orders.manager[index] = groups.manager.numberOrNone(order.manager)
    orders.department[index] = groups.department.numberOrNone(order.department)
  }

  #writeMoves(index: number, moves: readonly FunnelMove[]): void {
    const pairs = undoPairs(moves)
    if (moves.length > int(this.orders.rooms, index)) this.#giveRoom(index, moves.length)
    const start = int(this.orders.starts, index)
    this.orders.counts[index] = moves.length
    for (const [i, move] of moves.entries()) this.#writeMove(start + i, move, pairs?.[i] ?? 0)
    this.#writePlace(index, pairs !== undefined, moves.at(-1)?.at ?? Number.NEGATIVE_INFINITY)
  }

  #writePlace(index: number, paired: boolean, end: number): void {
    const { orders } = this
    const start = int(orders.starts, index)
    findPlaceAt(this.moves, start, start + int(orders.counts, index), this.#place)
    orders.ends[index] = end
    orders.kinds[index] = this.#place.kind
    orders.places[index] = this.#place.code
    orders.lasts[index] = this.#place.last - start
    orders.paired[index] = paired ? 1 : 0
  }

  #noteSort(index: number, sort: FunnelSort): void {
    const start = int(this.orders.starts, index)
    const end = start + int(this.orders.counts, index)
    for (let move = start; move < end; move++) this.#sorts[int(this.moves.kinds, move)] ??= sort
  }

  #writeMove(at: number, move: FunnelMove, pair: number): void {
    const { moves } = this
    const state = this.states.numberOf(move.state)
    const cancels = state === COMPLETED_NUMBER && move.completion === 'cancelled'
    moves.times[at] = move.at
    moves.codes[at] = state * 2 + (cancels ? 1 : 0)
    moves.kinds[at] = this.kinds.numberOf(move.kind)
    moves.reasons[at] = cancels ? this.reasons.numberOrNone(move.reason) : -1
    moves.pairs[at] = pair
  }

  /** Room at the end for an order's moves; an order that had some before is given two to spare, since it is on its way. */
  #giveRoom(index: number, length: number): void {
    const { orders } = this
    const before = int(orders.rooms, index)
    this.#movesWasted += before
    orders.rooms[index] = orders.counts[index] = 0
    if (this.#movesWasted > WASTE_ALLOWED + this.#movesUsed / 4) this.#compact()
    const room = before === 0 ? length : length + 2
    orders.starts[index] = this.#movesUsed
    orders.rooms[index] = room
    this.#movesUsed += room
    this.#roomForMoves(this.#movesUsed)
  }

  #roomForMoves(length: number): void {
    const { moves } = this
    moves.times = roomFor(moves.times, length)
    moves.codes = roomFor(moves.codes, length)
    moves.kinds = roomFor(moves.kinds, length)
    moves.reasons = roomFor(moves.reasons, length)
    moves.pairs = roomFor(moves.pairs, length)
  }

  /** Moves everything down over what lies unused, in the order in which it lies. */
  #compact(): void {
    const { orders } = this
    const indices = Array.from({ length: this.size }, (_, index) => index).filter(
      (index) => int(orders.rooms, index) > 0,
    )
    indices.sort((a, b) => int(orders.starts, a) - int(orders.starts, b))
    let used = 0
    for (const index of indices) {
      const start = int(orders.starts, index)
      const count = int(orders.counts, index)
      for (const column of Object.values(this.moves)) column.copyWithin(used, start, start + count)
      orders.starts[index] = used
      orders.rooms[index] = count
      used += count
    }
    this.#movesUsed = used
    this.#movesWasted = 0
  }

  /** Whether there is an order at this index. */
  isLive(index: number): boolean {
    return byte(this.orders.live, index) === 1
  }
}

/** An order of a bundle on its way into the columns. */
interface Bundled {
  readonly bundle: FunnelBundle
  readonly numbers: {
    readonly [name in 'kind' | 'state' | 'reason' | 'customer' | 'manager' | 'department']: (number: number) => number
  }
  readonly at: number
  /** Its moves in the bundle. */
  readonly start: number
  readonly count: number
  readonly sort: FunnelSort
  readonly total: number
}

/** A total in the company's currency: `total` in minor units of `currency` on the day of `date` (ms). */
export type BundledTotal = (total: number, currency: string | null, date: number) => number

function textOf({ texts }: FunnelBundle, number: number): string | null {
  return texts[number] ?? null
}

function hasPairs(pairs: Int32Array, start: number, count: number): boolean {
  for (let move = start; move < start + count; move++) if (int(pairs, move) !== 0) return true
  return false
}

/** Whether `put` takes the order: its date and times are whole milliseconds, its total a whole minor unit. */
export function fitsColumns({ total, date, moves }: FunnelOrder): boolean {
  return Number.isSafeInteger(total) && Number.isSafeInteger(date) && moves.every(({ at }) => isTime(at))
}

function check(order: FunnelOrder): void {
  if (!Number.isSafeInteger(order.total)) throw new Failure('field-value', { record: order.id, field: 'total' })
  if (!Number.isSafeInteger(order.date)) throw new Failure('field-value', { record: order.id, field: 'date' })
  for (const move of order.moves) {
    if (!isTime(move.at)) throw new Failure('field-value', { record: order.id, field: 'moves.at' })
  }
}

function isTime(at: number): boolean {
  return Number.isSafeInteger(at) && Math.abs(at) <= GREATEST_TIME
}
