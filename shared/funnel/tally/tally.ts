import { add, int, roomFor } from '../columns/cells.ts'
import type { FunnelColumns } from '../columns/columns.ts'
import { COMPLETED_NUMBER, FIRST_STATE } from '../columns/place.ts'
import type { FunnelClock, FunnelOptions } from '../types.ts'
import { FIELDS } from './fields.ts'
import { isOutgrown, type Plan, planOf } from './plan.ts'

export interface Cell {
  count: number
  sum: number
}

export interface OrphanCell extends Cell {
  losses: number
  lossesSum: number
}

/** A kind's rows, of one group or of all orders. */
export interface Block {
  readonly slot: number
  /** The group's number; -1 for none, and by orders. */
  readonly group: number
  /** Where its first row is in the sums, and how many rows it has. */
  readonly base: number
  readonly size: number
  /** By the number of the state; absent until there are some. */
  orphans?: Map<number, OrphanCell>
  orders: number
  /** It is among those touched. */
  touched: boolean
}

/**
 * The running sums of a report, added to and taken from order by order (order-pass, move-pass). A tally has a moment: moves after it
 * are not read.
 */
export class Tally {
  readonly columns: FunnelColumns
  plan: Plan
  readonly blocks: Block[] = []
  /** All rows of all blocks, with FIELDS fields each. */
  sums = new Float64Array(0)
  /** At row / FIELDS: of a row with losses their number and sum, for each reason's number + 1. */
  readonly reasons: (Float64Array<ArrayBuffer> | undefined)[] = []
  /** Counts the orders added and taken out; the block that the latest of these acts touched. */
  act = 0
  latest: Block | undefined
  moment: number
  /** By what time stays are measured; null: by that which passes. */
  readonly clock: FunnelClock | null
  /** The blocks that acts have touched since they were last taken. */
  #touched: Block[] = []
  readonly #blockOf: Int32Array<ArrayBuffer>[]
  #used = 0

  constructor(columns: FunnelColumns, options: FunnelOptions, moment: number, clock: FunnelClock | null = null) {
    this.columns = columns
    this.plan = planOf(columns, options)
    this.moment = moment
    this.clock = clock
    this.#blockOf = this.plan.kinds.map(() => new Int32Array(0))
    if (options.by === 'order') for (const slot of this.plan.kinds.keys()) this.blockAt(slot, -1)
  }

  /** The moment as stays are measured. */
  get end(): number {
    return this.clock ? this.clock(this.moment) : this.moment
  }

  /** To be called before a pass over orders that were put since the last: they may name new kinds and states. */
  prepare(): void {
    if (isOutgrown(this.plan, this.columns)) this.plan = planOf(this.columns, this.plan.options)
  }

  /** Begins the act of adding (1) or taking out (-1) one order of this block; gives the act's number. */
  begin(block: Block, sign: 1 | -1): number {
    this.act += 1
    block.orders += sign
    if (!block.touched) {
      block.touched = true
      this.#touched.push(block)
    }
    this.latest = block
    return this.act
  }

  /** The blocks that were touched since the last call: there may be very many others. */
  takeTouched(): Block[] {
    const touched = this.#touched
    this.#touched = []
    for (const block of touched) block.touched = false
    return touched
  }

  /** The block of a kind and group, made where there was none; then `sums` may be another array. */
  blockAt(slot: number, group: number): Block {
    const numbers = this.#blockOf[slot]
    const number = numbers && group + 1 < numbers.length ? int(numbers, group + 1) : 0
    return this.blocks[number - 1] ?? this.#newBlock(slot, group)
  }

  #newBlock(slot: number, group: number): Block {
    const size = this.plan.kinds[slot]?.states.length ?? 0
    const block: Block = { slot, group, base: this.#used, size, orders: 0, touched: false }
    this.blocks.push(block)
    this.#used += size * FIELDS
    for (let row = 0; row < size; row++) this.reasons.push(undefined)
    const numbers = roomFor(this.#blockOf[slot] ?? new Int32Array(0), group + 2)
    numbers[group + 1] = this.blocks.length
    this.#blockOf[slot] = numbers
    this.sums = roomFor(this.sums, this.#used)
    return block
  }

  /** `total` has the sign already, here and below. */
  addReason(row: number, reason: number, sign: number, total: number): void {
    const cell = (reason + 1) * 2
    const there = this.reasons[row / FIELDS]
    const cells = there && cell < there.length ? there : this.#roomForReasons(row)
    add(cells, cell, sign)
    add(cells, cell + 1, total)
  }

  #roomForReasons(row: number): Float64Array<ArrayBuffer> {
    const there = this.reasons[row / FIELDS] ?? new Float64Array(0)
    const cells = roomFor(there, (this.columns.reasons.size + 1) * 2)
    this.reasons[row / FIELDS] = cells
    return cells
  }

  /** Of a kind without states there is no first one: then that is «Завершен» (SPEC F32). */
  addOrphan(block: Block, place: number, sign: number, total: number, lost: boolean): void {
    const state = place === FIRST_STATE ? COMPLETED_NUMBER : place
    block.orphans ??= new Map()
    const cell = orPut(block.orphans, state, () => ({ count: 0, sum: 0, losses: 0, lossesSum: 0 }))
    cell.count += sign
    cell.sum += total
    if (!lost) return
    cell.losses += sign
    cell.lossesSum += total
  }
}

/** What the map has for the key, put there first where it had nothing. */
export function orPut<K, V>(map: Map<K, V>, key: K, make: () => V): V {
  const there = map.get(key)
  if (there !== undefined) return there
  const made = make()
  map.set(key, made)
  return made
}
