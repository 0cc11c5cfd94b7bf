import { Needles } from '../../../../shared/columns/needles.ts'
import { type Order, orders } from '../../../../shared/orders/collections.ts'
import { type Run, runs } from '../../../../shared/rules/collections.ts'
import { namedBy } from '../about.ts'
import type { Directory } from '../directory.ts'
import type { MadeRecord, RunOrder, RunRow, RunsAnswer, RunsQuery } from './query.ts'

/** The runs of a rule, or for an order, the newest first. */
export function runsOf(directory: Directory, { of, id, to }: RunsQuery): RunsAnswer {
  const field = of === 'rules' ? 'rule' : 'order'
  const holding = [...directory.rows('runs').holding(new Needles([`"${id}"`]))]
  const own = holding
    .flatMap((row) => directory.typed(runs, row.id) ?? [])
    .filter((run) => !run.gone && run[field] === id)
    .sort((a, b) => timeOf(b) - timeOf(a) || (a.id < b.id ? -1 : 1))
  return { what: 'runs', rows: own.slice(0, to).map((run) => rowOf(directory, run)), count: own.length }
}

/** When it was heard of, ms. */
function timeOf({ heard, at, madeAt }: Run): number {
  return heard ?? at ?? madeAt
}

function rowOf(directory: Directory, run: Run): RunRow {
  const made = run.steps.flatMap(({ id, made }) => {
    const record = madeBy(directory, made)
    return record ? [[id, record] as const] : []
  })
  const order = directory.typed(orders, run.order)
  return { id: run.id, run, order: order && orderOf(directory, order), made: Object.fromEntries(made) }
}

/** An order as runs name it. */
export function orderOf(directory: Directory, { id, sort, number, draft, customer }: Order): RunOrder {
  return { id, sort, number: number ?? draft, customer: directory.name('customers', customer) }
}

function madeBy(directory: Directory, made: string | null): MadeRecord | null {
  const named = namedBy(made ?? '')
  return named && { ...named, name: directory.called(named.collection, named.id) }
}
