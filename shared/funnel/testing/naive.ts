import { COMPLETED } from '../../orders/moves/completed.ts'
import type {
  FunnelBlock,
  FunnelFigure,
  FunnelKind,
  FunnelMove,
  FunnelOptions,
  FunnelOrder,
  FunnelOrphan,
  FunnelReason,
  FunnelRow,
  FunnelSpread,
} from '../types.ts'

/**
 * The funnel once more, over plain objects and straight from SPEC.md, a rule at a time and with no thought of speed: what the fast one
 * is compared with. It shares nothing with it but the types.
 */
export class NaiveFunnel {
  readonly #options: FunnelOptions
  readonly #facts: readonly Facts[]

  constructor(orders: readonly FunnelOrder[], options: FunnelOptions, now: number) {
    this.#options = options
    const { filter, period, moment } = options
    const chosen = orders.filter((order) => filter === undefined || (filter as ReadonlySet<string>).has(order.id))
    const dated = chosen.filter((order) => period.basis === 'move' || isWithin(order.date, options))
    this.#facts = dated.flatMap((order) => factsOf(order, options, moment === 'now' ? now : moment))
  }

  report(): FunnelBlock[] {
    const blocks = this.#options.kinds.map((kind) => this.#groups(kind).map((group) => this.#block(kind, group)))
    const isGone = (id: string) => this.#options.kinds.find((kind) => kind.id === id)?.gone !== undefined
    return blocks.flat().filter(({ kind, orders }) => orders > 0 || !isGone(kind))
  }

  behind(figure: FunnelFigure): string[] {
    const kind = this.#options.kinds.find(({ id }) => id === figure.kind) as FunnelKind
    const facts = this.#of(kind, figure.group)
    return facts.filter((fact) => this.#isBehind(fact, kind, figure)).map(({ order }) => order.id)
  }

  spread(kind: FunnelKind, group: string | null | undefined): FunnelSpread['rows'] {
    return kind.states.map((state, row) => {
      const times = this.#of(kind, group)
        .filter((fact) => this.#wasIn(fact, kind, row))
        .map((fact) => Number(timeIn(fact, state)))
        .sort((a, b) => a - b)
      const n = times.length
      if (n === 0) return { state, median: null, p90: null }
      const [low = 0, high = 0] = [times[Math.ceil(n / 2) - 1], times[Math.floor(n / 2)]]
      let rank = 1
      while (rank * 10 < n * 9) rank++
      return { state, median: hours(BigInt(low + high), 2), p90: hours(BigInt(times[rank - 1] ?? 0), 1) }
    })
  }

  /** F34: `between` says what is worked from one instant to another. */
  worked(kind: FunnelKind, group: string | null | undefined, between: (from: number, to: number) => number) {
    return kind.states.map((state, row) => {
      const were = this.#of(kind, group).filter((fact) => this.#wasIn(fact, kind, row))
      const stays = were.flatMap((fact) => fact.stays.filter((stay) => stay.state === state))
      const time = stays.reduce((sum, { from, to }) => sum + between(from, to), 0)
      return { state, worked: were.length === 0 ? null : hours(BigInt(time), were.length) }
    })
  }

  /** The orders of a block: those in some figure. */
  #of(kind: FunnelKind, group: string | null | undefined): Facts[] {
    return this.#facts.filter(
      (fact) =>
        fact.kind === kind.id && (group === undefined || this.#groupOf(fact) === group) && this.#isAnywhere(fact, kind),
    )
  }

  #groupOf({ order }: Facts): string | null {
    return this.#options.by === 'order' ? null : order[this.#options.by]
  }

  #groups(kind: FunnelKind): (string | null | undefined)[] {
    if (this.#options.by === 'order') return [undefined]
    const groups = new Set(this.#of(kind, undefined).map((fact) => this.#groupOf(fact)))
    return [...groups].sort((a, b) => (a === null ? 1 : b === null ? -1 : a < b ? -1 : 1))
  }

  #isAnywhere(fact: Facts, kind: FunnelKind): boolean {
    const rows = kind.states.map((_, row) => row)
    if (this.#isOrphan(fact, kind) || this.#isLoss(fact)) return true
    return rows.some((row) => this.#counts(fact, kind, row) || this.#wasIn(fact, kind, row))
  }

  #isBehind(fact: Facts, kind: FunnelKind, figure: FunnelFigure): boolean {
    if (figure.of === 'block') return true
    if (figure.of === 'orphan') return this.#isOrphan(fact, kind) && fact.place === figure.state
    const row = kind.states.indexOf(figure.state ?? '')
    if (figure.of === 'reason') {
      const here = figure.state === undefined ? kind.states.includes(fact.place) : fact.place === figure.state
      return here && this.#isLoss(fact) && fact.reason === figure.reason
    }
    if (figure.of === 'reached') return this.#counts(fact, kind, row)
    if (figure.of === 'losses') return this.#isLoss(fact) && fact.place === figure.state
    if (figure.of === 'staying') return this.#stays(fact, kind, row)
    if (figure.of === 'hours') return this.#wasIn(fact, kind, row)
    return this.#wasIn(fact, kind, row) && staysIn(fact, figure.state) > 1
  }

  #block(kind: FunnelKind, group: string | null | undefined): FunnelBlock {
    const facts = this.#of(kind, group)
    const rows = this.#rows(kind, facts)
    const lost = facts.filter((fact) => this.#isLoss(fact) && kind.states.includes(fact.place))
    return {
      kind: kind.id,
      ...(group === undefined ? {} : { group }),
      orders: facts.length,
      rows,
      orphans: this.#orphans(kind, facts),
      reasons: reasonsOf(lost).map((reason) => ({ ...reason, share: percent(reason.count, lost.length) })),
    }
  }

  #rows(kind: FunnelKind, facts: readonly Facts[]): FunnelRow[] {
    const counts = kind.states.map((_, row) => facts.filter((fact) => this.#counts(fact, kind, row)))
    return kind.states.map((state, row) => {
      const reached = counts[row] ?? []
      const first = counts[0]?.length ?? 0
      const lost = facts.filter((fact) => this.#isLoss(fact) && fact.place === state)
      const staying = facts.filter((fact) => this.#stays(fact, kind, row))
      const were = facts.filter((fact) => this.#wasIn(fact, kind, row))
      const again = were.map((fact) => staysIn(fact, state) - 1)
      const time = were.reduce((sum, fact) => sum + timeIn(fact, state), 0n)
      return {
        state,
        reached: reached.length,
        fromFirst: percent(reached.length, first),
        fromPrevious: row === 0 ? null : percent(reached.length, counts[row - 1]?.length ?? 0),
        hours: were.length === 0 ? null : hours(time, were.length),
        sum: total(reached),
        losses: lost.length,
        lossesShare: lost.length === 0 ? null : percent(lost.length, first),
        lossesSum: total(lost),
        reasons: reasonsOf(lost),
        staying: staying.length,
        stayingSum: total(staying),
        were: were.length,
        reentries: again.reduce((sum, count) => sum + count, 0),
        reentered: again.filter((count) => count > 0).length,
      }
    })
  }

  #orphans(kind: FunnelKind, facts: readonly Facts[]): FunnelOrphan[] {
    const orphans = facts.filter((fact) => this.#isOrphan(fact, kind))
    const states = [...new Set(orphans.map((fact) => fact.place))].sort()
    return states.map((state) => {
      const here = orphans.filter((fact) => fact.place === state)
      const lost = here.filter((fact) => fact.lost)
      return { state, orders: here.length, sum: total(here), losses: lost.length, lossesSum: total(lost) }
    })
  }

  /** F13, F14, F23. */
  #counts(fact: Facts, kind: FunnelKind, row: number): boolean {
    if (this.#options.mode === 'visited') return this.#wasIn(fact, kind, row)
    return kind.states.indexOf(fact.place) >= row && this.#isRowInPeriod(fact, kind, row)
  }

  /** F15, F23. */
  #isLoss(fact: Facts): boolean {
    return fact.lost && (this.#options.period.basis === 'order' || isWithin(fact.lastAt, this.#options))
  }

  /** F16, F23. */
  #stays(fact: Facts, kind: FunnelKind, row: number): boolean {
    return !fact.lost && fact.place === kind.states[row] && this.#isRowInPeriod(fact, kind, row)
  }

  /** F18, F23. */
  #wasIn(fact: Facts, kind: FunnelKind, row: number): boolean {
    return staysIn(fact, kind.states[row] ?? '') > 0 && this.#isRowInPeriod(fact, kind, row)
  }

  /** F12, F23. */
  #isOrphan(fact: Facts, kind: FunnelKind): boolean {
    if (kind.states.includes(fact.place)) return false
    if (this.#options.period.basis === 'order') return true
    const first = fact.counted.find((move) => move.state === fact.place && !isCancelling(move))
    return isWithin(fact.lost ? fact.lastAt : (first?.at ?? 0), this.#options)
  }

  /** F23: the row's date. */
  #isRowInPeriod(fact: Facts, kind: FunnelKind, row: number): boolean {
    if (this.#options.period.basis === 'order') return true
    const rowOf = (move: FunnelMove) => (isCancelling(move) ? -1 : kind.states.indexOf(move.state))
    const visits = this.#options.mode === 'visited'
    const date = fact.counted.find((move) => (visits ? rowOf(move) === row : rowOf(move) >= row))?.at
    const nowhere = fact.counted.every((move) => rowOf(move) < 0)
    if (date === undefined && nowhere && !visits) return isWithin(fact.lastAt, this.#options)
    return date !== undefined && isWithin(date, this.#options)
  }
}

/** What one order did up to the moment, as far as it does not depend on the row. */
interface Facts {
  readonly order: FunnelOrder
  readonly counted: readonly FunnelMove[]
  readonly kind: string
  readonly place: string
  readonly lost: boolean
  readonly lastAt: number
  readonly reason: string | null
  readonly stays: readonly { readonly state: string; readonly from: number; to: number }[]
}

function factsOf(order: FunnelOrder, options: FunnelOptions, moment: number): Facts[] {
  const counted = countedMoves(order, moment)
  const last = counted.at(-1)
  const kind = options.kinds.find(({ id }) => id === last?.kind)
  if (last === undefined || kind === undefined) return []
  const lost = isCancelling(last)
  const from = counted.findLast((move) => move.state !== COMPLETED)
  const place = lost ? (from?.state ?? kind.states[0] ?? COMPLETED) : last.state
  const stays = staysOf(counted, moment)
  return [{ order, counted, kind: kind.id, place, lost, lastAt: last.at, reason: last.reason ?? null, stays }]
}

/** F2 to F4: pair after pair is taken out, from the left, until there is none. */
function countedMoves(order: FunnelOrder, moment: number): FunnelMove[] {
  const moves = order.moves.filter((move) => move.at <= moment)
  moves.sort((a, b) => a.at - b.at || (a.id < b.id ? -1 : 1))
  const isUndone = (move: FunnelMove, i: number) =>
    moves[i + 1]?.undoes === move.id && (moves[i + 1]?.at ?? 0) - move.at <= 120_000
  for (let i = moves.findIndex(isUndone); i >= 0; i = moves.findIndex(isUndone)) moves.splice(i, 2)
  return moves
}

/** F11. */
function staysOf(counted: readonly FunnelMove[], moment: number): Facts['stays'] {
  const stays: { state: string; from: number; to: number }[] = []
  let open: { state: string; from: number; to: number } | undefined
  for (const move of counted) {
    if (open && !isCancelling(move) && open.state === move.state) continue
    if (open) open.to = move.at
    open = isCancelling(move) ? undefined : { state: move.state, from: move.at, to: moment }
    if (open) stays.push(open)
  }
  return stays
}

/** F11: the stay that nothing ended; null where the order is cancelled, or absent. */
export function runningStay(order: FunnelOrder): { readonly state: string; readonly from: number } | null {
  const counted = countedMoves(order, Number.POSITIVE_INFINITY)
  const last = counted.at(-1)
  return (last && !isCancelling(last) && staysOf(counted, Number.POSITIVE_INFINITY).at(-1)) || null
}

function isCancelling(move: FunnelMove): boolean {
  return move.state === COMPLETED && move.completion === 'cancelled'
}

function isWithin(at: number, { period }: FunnelOptions): boolean {
  return at >= period.from && at < period.to
}

function staysIn(fact: Facts, state: string): number {
  return fact.stays.filter((stay) => stay.state === state).length
}

function timeIn(fact: Facts, state: string): bigint {
  return fact.stays
    .filter((stay) => stay.state === state)
    .reduce((sum, { from, to }) => sum + BigInt(to) - BigInt(from), 0n)
}

function total(facts: readonly Facts[]): number {
  return facts.reduce((sum, { order }) => sum + order.total, 0)
}

function reasonsOf(lost: readonly Facts[]): FunnelReason[] {
  const reasons = [...new Set(lost.map(({ reason }) => reason))]
  const rows = reasons.map((reason) => {
    const here = lost.filter((fact) => fact.reason === reason)
    return { reason, count: here.length, sum: total(here) }
  })
  const name = ({ reason }: FunnelReason) => reason ?? '\uffff'
  return rows.sort((a, b) => b.count - a.count || (name(a) < name(b) ? -1 : 1))
}

function percent(part: number, whole: number): number | null {
  return whole === 0 ? null : Math.floor((200 * part + whole) / (2 * whole))
}

function hours(time: bigint, count: number): number {
  const hundredth = 36_000n * BigInt(count)
  return Number((2n * time + hundredth) / (2n * hundredth)) / 100
}
