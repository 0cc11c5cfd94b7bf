import { readFile } from 'node:fs/promises'
import * as v from 'valibot'
import { Failure } from '../../../shared/errors.ts'
import type { FunnelKind, FunnelMove, FunnelOrder, FunnelPeriod } from '../../../shared/funnel/index.ts'
import { COMPLETED } from '../../../shared/orders/moves/completed.ts'
import { instantOf } from './instant.ts'

/** A file of orders, as the funnel takes them in; a state's id is its name, but for the last of a kind, which is «Завершен». */
export interface FunnelFile {
  readonly asOf: number
  readonly period: FunnelPeriod
  readonly kinds: readonly FunnelKind[]
  /** What a kind's last state is called, by the kind's id. */
  readonly completed: ReadonlyMap<string, string>
  readonly orders: readonly FunnelOrder[]
  /** The orders' numbers by their ids. */
  readonly numbers: ReadonlyMap<string, string>
}

const time = v.pipe(
  v.string(),
  v.rawTransform(({ dataset, addIssue, NEVER }) => {
    const at = instantOf(dataset.value)
    if (at !== undefined) return at
    addIssue({ message: 'no time' })
    return NEVER
  }),
)

/** Major units with at most two decimals, as minor units. */
const money = v.pipe(
  v.number(),
  v.check((total) => /^-?\d{1,13}(\.\d{1,2})?$/.test(String(total))),
  v.transform((total) => Math.round(total * 100)),
)

const name = v.pipe(v.string(), v.nonEmpty())
const maybe = v.nullish(name, null)
const sort = v.picklist(['customer', 'work'])

/**
 * The form of tests/fixtures/golden/september-2016.json. Beside what stands there a transition may have an `id` and the `undoes` of
 * another, and a `kind` where it leads to another kind of the order's sort.
 */
const form = v.object({
  asOf: time,
  period: v.object({ from: time, to: time }),
  kinds: v.array(v.object({ name, sort, states: v.pipe(v.array(name), v.minLength(1)) })),
  orders: v.array(
    v.object({
      number: name,
      sort,
      kind: name,
      date: time,
      customer: maybe,
      manager: maybe,
      department: maybe,
      total: money,
      transitions: v.array(
        v.object({
          state: name,
          at: time,
          outcome: v.nullish(v.picklist(['success', 'cancelled'])),
          reason: v.nullish(name),
          id: v.nullish(name),
          kind: v.nullish(name),
          undoes: v.nullish(name),
        }),
      ),
    }),
  ),
})

type Form = v.InferOutput<typeof form>
type FormOrder = Form['orders'][number]

/** The last state of each kind, by the kind's id. */
type Completed = ReadonlyMap<string, string>

/**
 * Reads a file of orders.
 * @throws Failure `file-missing`, `file-not-json`, or `file-shape` with the path of the first wrong field
 */
export async function readFunnelFile(file: string): Promise<FunnelFile> {
  const result = v.safeParse(form, parse(await read(file), file))
  if (!result.success) throw wrongAt(v.getDotPath(result.issues[0]) ?? file)
  const { asOf, period, kinds, orders } = result.output
  const completed = new Map(kinds.map((kind) => [idOf(kind.sort, kind.name), kind.states.at(-1) ?? '']))
  return {
    asOf,
    period: { ...period, basis: 'order' },
    kinds: kinds.map((kind) => ({
      ...kind,
      id: idOf(kind.sort, kind.name),
      states: [...kind.states.slice(0, -1), COMPLETED],
    })),
    completed,
    orders: orders.map((order, i) => orderOf(order, i, completed)),
    numbers: new Map(orders.map((order, i) => [String(i), order.number])),
  }
}

async function read(file: string): Promise<string> {
  try {
    return await readFile(file, 'utf8')
  } catch (error) {
    throw new Failure('file-missing', { file }, { cause: error })
  }
}

function parse(text: string, file: string): unknown {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ''))
  } catch (error) {
    throw new Failure('file-not-json', { file }, { cause: error })
  }
}

function wrongAt(at: string): Failure {
  return new Failure('file-shape', { at })
}

/** Kinds of both sorts may bear the same name. */
function idOf(sort: string, kind: string): string {
  return `${sort}/${kind}`
}

function orderOf({ transitions, ...order }: FormOrder, index: number, completed: Completed): FunnelOrder {
  const kind = idOf(order.sort, order.kind)
  if (!completed.has(kind)) throw wrongAt(`orders.${index}.kind`)
  const moves = transitions.map((transition, i) => {
    const to = transition.kind ? idOf(order.sort, transition.kind) : kind
    if (!completed.has(to)) throw wrongAt(`orders.${index}.transitions.${i}.kind`)
    return moveOf(transition, i, to, completed)
  })
  return { ...order, id: String(index), kind, moves }
}

/** A move without an id is placed among others of the same time as it is in the file. */
function moveOf(
  { state, at, ...transition }: FormOrder['transitions'][number],
  index: number,
  kind: string,
  completed: Completed,
): FunnelMove {
  return {
    id: transition.id ?? String(index).padStart(6, '0'),
    kind,
    state: state === completed.get(kind) ? COMPLETED : state,
    at,
    completion: transition.outcome ?? undefined,
    reason: transition.reason ?? undefined,
    undoes: transition.undoes ?? undefined,
  }
}
