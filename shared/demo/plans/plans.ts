import { generateNKeysBetween } from 'fractional-indexing'
import { Temporal } from 'temporal-polyfill'
import { COMMON } from '../../documents/families.ts'
import type { Plan } from '../../plans/collections.ts'
import type { NewPlanRow, PlanFields } from '../../plans/commands.ts'
import { periodsOf } from '../../plans/periods.ts'
import { derivedId } from '../../records/keys/id.ts'
import { startOfDay } from '../../time/days.ts'
import type { DemoCommand } from '../command.ts'
import type { DemoWords } from '../process.ts'
import { DEMO_COMPANY, type WorkerId } from '../staff.ts'

const KOPECKS = 100

/** What the slide of the plan «Кухни» shows: by category, rubles of its first two quarters. */
const OF_2015 = {
  builtIn: [1_094_700, 1_817_670],
  modules: [2_047_800, 3_097_003],
} as const satisfies { readonly [category in keyof DemoWords['categories']]?: readonly number[] }

/** What a month is to bring, thousands of rubles. */
const BY_CATEGORY: { readonly [category in keyof DemoWords['categories']]?: number } = {
  ...{ kitchens: 1_600, worktops: 350, appliances: 300, furniture: 300, services: 220, sinks: 120, fittings: 110 },
}
const BY_MANAGER: { readonly [person in WorkerId]?: number } = {
  ...{ nikolaev: 900, vederkin: 700, lebedev: 500, abdulov: 450, sokolova: 250, sedova: 200 },
}

/** How busy each month of the year is, percent. */
const SEASON = [80, 85, 95, 100, 105, 100, 90, 90, 105, 110, 115, 125]

/**
 * Plans of sales: that of 2015 by quarter, and two of the present year by month, by categories and by managers, that the orders of
 * the lively month can be held against.
 */
export function planCommands(now: number, words: DemoWords): DemoCommand[] {
  const year = Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(DEMO_COMPANY.zone).year
  const span = { from: `${year}-01-01`, until: `${year}-12-31`, periodicity: 'byMonth' } as const
  const ofYear = { ...span, scenario: 'sales', posted: true, responsible: 'gromova', note: words.plans.note } as const
  const named = Object.entries(BY_CATEGORY).map(([id, sum]) => [words.categories[id as 'kitchens'], sum] as const)
  return [
    scenario('kitchens', words.plans.kitchens, 'byQuarter', 'a0'),
    scenario('sales', words.plans.sales, 'byMonth', 'a1'),
    ...planOf2015(words),
    ...plan('categories', { ...ofYear, first: 'byCategory' }, rowsByMonth(named)),
    ...plan('managers', { ...ofYear, first: 'byManager' }, rowsByMonth(Object.entries(BY_MANAGER))),
  ]
}

function planOf2015({ categories }: DemoWords): DemoCommand[] {
  const span = { from: '2015-02-01', until: '2015-09-30', periodicity: 'byQuarter', first: 'byCategory' } as const
  const rows = Object.entries(OF_2015).map(
    ([id, sums]) => [categories[id as 'modules'], sums.map((sum) => sum * KOPECKS)] as const,
  )
  const fields = { ...span, scenario: 'kitchens', posted: true, number: '2', responsible: 'gromova' }
  return plan('kitchens', fields, rows)
}

function scenario(id: string, name: string, periodicity: Plan['periodicity'], place: string): DemoCommand {
  const values = { name, periodicity, first: 'byCategory', place }
  const at = startOfDay('2015-01-15', DEMO_COMPANY.zone)
  return { command: 'createRecord', args: { collection: 'scenarios', id, values }, person: null, at }
}

/** Kopecks by month, of what is given in thousands of rubles. */
function rowsByMonth(rows: readonly (readonly [about: string, thousands: number])[]) {
  return rows.map(([about, thousands]) => [about, SEASON.map((percent) => thousands * percent * 10 * KOPECKS)] as const)
}

type Figures = readonly (readonly [about: string, sums: readonly number[]])[]

/** A plan that was made on its first day, with its rows and what stands in them from its first period on. */
function plan(key: string, fields: PlanFields & { readonly from: string }, figures: Figures): DemoCommand[] {
  const at = startOfDay(fields.from, DEMO_COMPANY.zone)
  const id = derivedId(COMMON, at, 'demo', `plan-${key}`)
  const places = generateNKeysBetween(null, null, figures.length)
  const periods = periodsOf({ until: null, periodicity: null, ...fields })
  const rows = figures.map(([first, sums], i): NewPlanRow => {
    const cells = sums.map((sum, at) => ({ period: periods[at]?.id ?? '', sum }))
    return { first, second: null, place: places[i] ?? '', cells }
  })
  return [
    { command: 'createPlan', args: { id, fields: { ...fields, date: at } }, person: 'gromova', at },
    { command: 'addPlanRows', args: { id, rows }, person: 'gromova', at },
  ]
}
