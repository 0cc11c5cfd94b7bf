import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type {
  FunnelBlock,
  FunnelBy,
  FunnelFigure,
  FunnelMode,
  FunnelOrder,
  FunnelPeriod,
} from '../../../../shared/funnel/index.ts'
import { NaiveFunnel } from '../../../../shared/funnel/testing/naive.ts'
import { readFunnelFile } from '../../../../sync-server/cli/funnel/file.ts'

const FILE = join(import.meta.dirname, '../../../fixtures/golden/september-2016.json')

/** A row of a funnel as the golden file gives it; sums in roubles. */
export interface GoldenRow {
  readonly state: string
  readonly reached: number
  readonly fromFirst: number | null
  readonly fromPrevious: number | null
  readonly hours: number | null
  readonly sum: number
  readonly losses: number
  readonly lossesShare: number | null
  readonly lossesSum: number
}

interface GoldenOrder {
  readonly kind: string
  readonly number: string
  readonly manager: string
  readonly total: number
  readonly transitions: readonly { readonly state: string; readonly outcome?: string; readonly reason?: string }[]
}

interface Golden {
  readonly kinds: readonly { readonly name: string; readonly states: readonly string[] }[]
  readonly orders: readonly GoldenOrder[]
  readonly expected: readonly { readonly kind: string; readonly rows: readonly GoldenRow[] }[]
}

/** The orders of September 2016 and the funnel that they must give. */
export const GOLDEN: Golden = JSON.parse(readFileSync(FILE, 'utf8'))

/** The address of the report of days of September 2016. */
export function september(from: string, to: string): string {
  return `/funnel?period=custom&from=2016-09-${from}&to=2016-09-${to}`
}

/** The address of the whole month's. */
export const SEPTEMBER = september('01', '30')

/** Numbers of the orders of a kind that came to a state or beyond it. */
export function reached(kind: string, state: string): string[] {
  const states = GOLDEN.kinds.find((one) => one.name === kind)?.states ?? []
  const isThere = (order: GoldenOrder) =>
    order.transitions.some(
      (move) => move.outcome !== 'cancelled' && states.indexOf(move.state) >= states.indexOf(state),
    )
  return numbersOf(kind, isThere)
}

/** Numbers of the orders of a kind that were cancelled while they stood in a state. */
export function lost(kind: string, state: string): string[] {
  return numbersOf(kind, ({ transitions }) => {
    const at = transitions.findIndex((move) => move.outcome === 'cancelled')
    return at > 0 && transitions[at - 1]?.state === state
  })
}

/** Why an order was lost; undefined where it was not. */
export function reasonOf({ transitions }: GoldenOrder): string | undefined {
  return transitions.at(-1)?.reason
}

function numbersOf(kind: string, test: (order: GoldenOrder) => boolean): string[] {
  return GOLDEN.orders
    .filter((order) => order.kind === kind && test(order))
    .map((order) => order.number)
    .sort()
}

/** An order's move that the golden file has not: its number, and the name of the state. */
export interface Moved {
  readonly number: string
  readonly state: string
}

/** What is asked of the reference: the days of September 2016, and what differs from the report of all as of their end. */
export interface Asked {
  readonly from: string
  readonly to: string
  readonly basis?: FunnelPeriod['basis']
  readonly mode?: FunnelMode
  readonly by?: FunnelBy
  /** As of now instead, and these moves made beforehand. */
  readonly moved?: readonly Moved[]
}

/** The same orders counted by the reference that is read straight from the rules. States and groups have their names for ids. */
export interface Counted {
  /** A kind's blocks, by its name. */
  blocks(kind: string): FunnelBlock[]
  /** The numbers of the orders behind a figure, sorted; `kind` is its name. */
  behind(figure: FunnelFigure): string[]
}

export async function counted({ from, to, moved, ...asked }: Asked): Promise<Counted> {
  const { orders, kinds, numbers } = await readFunnelFile(FILE)
  const end = startOf(to) + DAY
  const period = { from: startOf(from), to: end, basis: asked.basis ?? 'order' }
  const moment = moved ? Date.now() : end
  const options = { kinds, period, moment, mode: asked.mode ?? 'reached', by: asked.by ?? 'order' }
  const all = orders.map((order) => withMoves(order, madeOf(order, numbers, moved), moment))
  const naive = new NaiveFunnel(all, options, moment)
  const idOf = (name: string) => kinds.find((kind) => kind.name === name)?.id ?? name
  return {
    blocks: (kind) => naive.report().filter((block) => block.kind === idOf(kind)),
    behind: (figure) =>
      naive
        .behind({ ...figure, kind: idOf(figure.kind) })
        .map((id) => numbers.get(id) ?? id)
        .sort(),
  }
}

const DAY = 24 * 3_600_000

function startOf(day: string): number {
  return Date.parse(`2016-09-${day}T00:00:00+03:00`)
}

function madeOf({ id }: FunnelOrder, numbers: ReadonlyMap<string, string>, moved: readonly Moved[] = []): Moved[] {
  return moved.filter(({ number }) => number === numbers.get(id))
}

function withMoves(order: FunnelOrder, made: readonly Moved[], before: number): FunnelOrder {
  const { kind, moves } = order
  const more = made.map(({ state }, i) => ({ id: `moved-${i}`, kind, state, at: before - made.length + i }))
  return { ...order, moves: [...moves, ...more] }
}
