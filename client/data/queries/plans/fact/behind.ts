import type { CollectionName } from '../../../../../shared/collections.ts'
import { Ahead } from '../../../../../shared/plans/fact/ahead.ts'
import { type Scale, scaleOf } from '../../../../../shared/plans/fact/scale.ts'
import { FactTally } from '../../../../../shared/plans/fact/tally.ts'
import type { FactColumns } from '../../../../../shared/reports/facts/columns.ts'
import { dayNumber, dayText } from '../../../../../shared/reports/facts/days.ts'
import type { Directory } from '../../directory.ts'
import { Experience } from './experience.ts'
import type { FactGround } from './ground.ts'
import { plansWithRows } from './held-plans.ts'
import type { LineBehind, PlanFactBehindQuery } from './query.ts'

/** What lines behind figures are made of. */
export const BEHIND_PLANS: readonly CollectionName[] = [
  'orders',
  'products',
  'productGroups',
  'customers',
  'planRows',
  'plans',
]

/** The lines behind a figure, the latest first (plans/fact/SPEC PF9). */
export function behindOf(facts: FactGround, query: PlanFactBehindQuery): LineBehind[] {
  const scale = scaleOf(plansWithRows(facts.directory, query.plans))
  const place = placeOf(scale, query.row)
  if (place === undefined) return []
  const lines = query.of === 'fact' ? soldLines(facts, scale, place, query) : aheadLines(facts, scale, place, query)
  return lines.sort((a, b) =>
    a.day === b.day ? (a.number ?? '').localeCompare(b.number ?? '') : a.day < b.day ? 1 : -1,
  )
}

type Place = number | 'outside' | null

/** Undefined: there is no such row any more. */
function placeOf({ rows }: Scale, row: PlanFactBehindQuery['row']): Place | undefined {
  if (row === null || row === 'outside') return row
  const at = rows.findIndex(({ first, second }) => first === row.first && second === row.second)
  return at < 0 ? undefined : at
}

function soldLines(facts: FactGround, scale: Scale, place: Place, { periods }: PlanFactBehindQuery): LineBehind[] {
  const columns = facts.sold
  const tally = new FactTally(columns, scale, facts.about())
  tally.close()
  const lines: LineBehind[] = []
  const asked = Array.from({ length: periods[1] - periods[0] + 1 }, (_, at) => periods[0] + at)
  for (let fact = 0; fact < columns.size; fact++) {
    if (!asked.some((period) => tally.isOf(fact, place, period))) continue
    const [sum, quantity] = ['sum', 'quantity'].map((name) => sumOf(columns, name, fact)) as [number, number]
    lines.push({ ...toldOf(facts.directory, columns, fact), day: dayText(columns.days[fact] as number), sum, quantity })
  }
  return lines
}

function aheadLines(facts: FactGround, scale: Scale, place: Place, query: PlanFactBehindQuery): LineBehind[] {
  const { directory, funnels, left } = facts
  const experience = new Experience(directory, funnels, query.months)
  const today = dayNumber(directory.around().today) ?? 0
  const isAsked = (period: number) => period >= query.periods[0] && period <= query.periods[1]
  const found = new Ahead(left, scale, facts.about()).behind(experience.weights(), today, place, isAsked)
  const lines = Array.from(found, ({ fact, day, sum, quantity, weight: { won, ended } }) => {
    const state = directory.name('states', keyOf(left, 'state', fact))
    const weight = { won, ended, sum: sumOf(left, 'sum', fact), state }
    return { ...toldOf(directory, left, fact), day: dayText(day), sum, quantity, weight }
  })
  experience.close()
  return lines
}

function toldOf(directory: Directory, columns: FactColumns, fact: number) {
  const order = columns.texts.textOf(columns.owners[fact] ?? -1) ?? ''
  const product = keyOf(columns, 'product', fact)
  return {
    order,
    sort: directory.order(order)?.sort ?? null,
    number: directory.called('orders', order),
    customer: directory.name('customers', keyOf(columns, 'customer', fact)),
    product: directory.name('products', product),
  }
}

function keyOf({ layout, keys, texts }: FactColumns, dimension: string, fact: number): string | null {
  return texts.textOf(keys[layout.dimensions.indexOf(dimension)]?.[fact] ?? -1)
}

function sumOf({ layout, sums }: FactColumns, name: string, fact: number): number {
  return sums[layout.sums.indexOf(name)]?.[fact] ?? 0
}
