import { byte, float, int, roomFor } from '../columns/cells.ts'
import type { FunnelColumns } from '../columns/columns.ts'
import { chooseMembers, chooser } from '../tally/plan.ts'
import { Tally } from '../tally/tally.ts'
import type { FunnelBlock, FunnelOptions, FunnelReport } from '../types.ts'
import { momentOf, pass, readReport } from './report.ts'
import { readBlock } from './rows.ts'

/** A report that follows its columns (SPEC F31). */
export interface OpenFunnel {
  /** The whole report; where the options' moment is "now", at `now`. */
  read(now: number): FunnelReport
  /**
   * The blocks that changed since the last `read` or `changed`, those among them that stand no longer (`stands`) too. The hours of
   * running stays in the other blocks have grown with `now` as well: read the whole now and then.
   */
  changed(now: number): FunnelBlock[]
  close(): void
}

/** Opens a report that takes up each change of the columns by itself, order by order, until it is closed. */
export function openFunnel(columns: FunnelColumns, options: FunnelOptions, now: number): OpenFunnel {
  return new Live(columns, options, now)
}

class Live implements OpenFunnel {
  readonly close: () => void
  readonly #columns: FunnelColumns
  readonly #options: FunnelOptions
  readonly #chooses: (index: number) => boolean
  readonly #tally: Tally
  #members: Uint8Array<ArrayBuffer>
  /** Members with moves after the moment, which will exist when "now" comes to them. */
  readonly #ahead = new Set<number>()

  constructor(columns: FunnelColumns, options: FunnelOptions, now: number) {
    this.#columns = columns
    this.#options = options
    this.#chooses = chooser(columns, options)
    this.#tally = new Tally(columns, options, momentOf(options, now))
    this.#members = chooseMembers(columns, options)
    pass(this.#tally, this.#members, 0, this.#members.length, 1)
    this.#noteAhead()
    this.close = columns.watch({ leave: (index) => this.#leave(index), enter: (index) => this.#enter(index) })
  }

  read(now: number): FunnelReport {
    this.#moveOn(now)
    this.#tally.takeTouched()
    return readReport(this.#tally)
  }

  changed(now: number): FunnelBlock[] {
    this.#moveOn(now)
    return this.#tally.takeTouched().map((block) => readBlock(this.#tally, block))
  }

  #leave(index: number): void {
    if (index >= this.#members.length || byte(this.#members, index) === 0) return
    pass(this.#tally, this.#members, index, index + 1, -1)
    this.#members[index] = 0
    this.#ahead.delete(index)
  }

  #enter(index: number): void {
    if (!this.#chooses(index)) return
    this.#members = roomFor(this.#members, index + 1)
    this.#members[index] = 1
    pass(this.#tally, this.#members, index, index + 1, 1)
    if (this.#isAhead(index)) this.#ahead.add(index)
  }

  /**
   * An order is always counted as at the tally's moment, so only those with a move between that and `now` are taken out and added anew.
   * A clock that was set back makes all anew.
   */
  #moveOn(now: number): void {
    const tally = this.#tally
    const next = momentOf(this.#options, now)
    if (next === tally.moment) return
    const due = next < tally.moment ? this.#allMembers() : [...this.#ahead].filter((index) => this.#isDue(index, next))
    for (const index of due) pass(tally, this.#members, index, index + 1, -1)
    tally.moment = next
    for (const index of due) pass(tally, this.#members, index, index + 1, 1)
    this.#noteAhead(due)
  }

  #allMembers(): number[] {
    return Array.from(this.#members.keys()).filter((index) => byte(this.#members, index) === 1)
  }

  /** Looks which of the members have moves after the moment. */
  #noteAhead(indices: Iterable<number> = this.#allMembers()): void {
    for (const index of indices) {
      if (this.#isAhead(index)) this.#ahead.add(index)
      else this.#ahead.delete(index)
    }
  }

  #isAhead(index: number): boolean {
    const { starts, counts } = this.#columns.orders
    const count = int(counts, index)
    return count > 0 && float(this.#columns.moves.times, int(starts, index) + count - 1) > this.#tally.moment
  }

  /** Whether one of its moves after the moment is not after `next`. */
  #isDue(index: number, next: number): boolean {
    const { times } = this.#columns.moves
    let move = int(this.#columns.orders.starts, index)
    while (float(times, move) <= this.#tally.moment) move++
    return float(times, move) <= next
  }
}
