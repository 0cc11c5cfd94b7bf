import {
  type FunnelBlock,
  type FunnelClock,
  type FunnelColumns,
  type FunnelOptions,
  type FunnelSpread,
  funnelSpread,
  funnelWorked,
  type OpenFunnel,
  openFunnel,
} from '../../../../shared/funnel/index.ts'
import type { ItemsChanged } from '../directory.ts'
import type { FunnelAnswer, FunnelQuery } from '../query.ts'

/** What a report over the funnel's columns is made by. */
export interface FunnelGround {
  readonly columns: FunnelColumns
  /** The time as the server has it, ms. */
  readonly now: number
  options(query: FunnelQuery): FunnelOptions
  /** When the company works, as clocks between instants. */
  clock(from: number, to: number): FunnelClock
  /** How many orders that a report looks at have no rate on their date. */
  unratedIn(options: FunnelOptions): number
  /** The name of a customer, manager or department. */
  groupName(query: FunnelQuery, id: string): string
}

/** One open report: answered whole once, then by the blocks that changed. */
export class LiveFunnel {
  readonly #ground: FunnelGround
  readonly #query: FunnelQuery
  #options: FunnelOptions
  #open: OpenFunnel
  /** How many kinds the orders had named when the report was opened. */
  #kindsSeen = 0
  #isWhole = true

  constructor(ground: FunnelGround, query: FunnelQuery) {
    this.#ground = ground
    this.#query = query
    this.#options = ground.options(query)
    this.#open = this.#begin()
  }

  answer(): FunnelAnswer {
    const now = this.#ground.now
    // A kind that no order had before is one of those reported.
    if (this.#kindsSeen !== this.#ground.columns.kindsSeen().size) this.#renew()
    const whole = this.#isWhole
    const blocks = whole ? this.#open.read(now).blocks : this.#open.changed(now)
    this.#isWhole = false
    return {
      what: 'funnel',
      whole,
      kinds: this.#options.kinds,
      blocks,
      spread: this.#spread(now, whole ? undefined : blocks),
      names: this.#names(blocks),
      unrated: this.#ground.unratedIn(this.#options),
    }
  }

  /** Takes in what has changed; whether that touches it. Other kinds or names make other options. */
  take(changed: ItemsChanged): boolean {
    if (changed.get('orders') === 'all' || changed.has('kinds')) this.#renew()
    return changed.has('orders') || changed.has('kinds')
  }

  close(): void {
    this.#open.close()
  }

  #renew(): void {
    this.#open.close()
    this.#options = this.#ground.options(this.#query)
    this.#open = this.#begin()
    this.#isWhole = true
  }

  #begin(): OpenFunnel {
    this.#kindsSeen = this.#ground.columns.kindsSeen().size
    return openFunnel(this.#ground.columns, this.#options, this.#ground.now)
  }

  /** What is asked for beside the report: each by a pass of its own. */
  #spread(now: number, of?: readonly FunnelBlock[]): FunnelAnswer['spread'] {
    const { columns } = this.#ground
    const spread: readonly FunnelSpread[] = this.#query.spread ? funnelSpread(columns, this.#options, now, of) : []
    if (!this.#query.worked) return spread
    const clock = this.#ground.clock.bind(this.#ground)
    return funnelWorked(columns, this.#options, { now, clock }, { spread, of })
  }

  #names(blocks: readonly FunnelBlock[]): { [id: string]: string } {
    const groups = new Set(blocks.flatMap(({ group }) => (group ? [group] : [])))
    return Object.fromEntries(Array.from(groups, (id) => [id, this.#ground.groupName(this.#query, id)]))
  }
}
