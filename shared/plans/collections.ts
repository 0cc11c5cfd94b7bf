import { collection, listByKey, type Row } from '../records/declarations/collection.ts'
import {
  choice,
  date,
  flag,
  instant,
  money,
  note,
  place,
  quantity,
  reference,
  text,
} from '../records/declarations/fields.ts'

/** «Периодичность»: how long the periods of a plan are; its first and last are cut at the plan's ends. */
export const PERIODICITIES = ['byDay', 'byWeek', 'byTenDays', 'byMonth', 'byQuarter', 'byHalfYear', 'byYear'] as const
export type Periodicity = (typeof PERIODICITIES)[number]

/** «Аналитика»: what the rows of a plan are. */
export const ANALYTICS = [
  'byCategory',
  'byProductGroup',
  'byManager',
  'byDepartment',
  'byCustomer',
  'byProduct',
] as const
export type Analytic = (typeof ANALYTICS)[number]

/** «Сценарии планирования»: what new plans of it begin with. */
export const scenarios = collection('scenarios', {
  version: 1,
  family: 'setup',
  fields: {
    name: text({ required: true }),
    periodicity: choice(PERIODICITIES),
    first: choice(ANALYTICS),
    second: choice(ANALYTICS),
    place: place(),
  },
})

/** «Планы продаж»: «План продаж 2 от 01.02.2015». Its rows are records of their own, so that each is read by itself. */
export const plans = collection('plans', {
  version: 1,
  family: 'plans',
  fields: {
    /** Given by the office server; until then, and on papers printed before, the draft number stands. */
    number: text({ server: true, imported: true }),
    draft: text(),
    date: instant({ required: true }),
    posted: flag(),
    scenario: reference('scenarios'),
    /** The first and the last day of it. */
    from: date({ required: true }),
    until: date({ required: true }),
    periodicity: choice(PERIODICITIES, { required: true }),
    /** What its rows are, by one analytic or two. */
    first: choice(ANALYTICS, { required: true }),
    second: choice(ANALYTICS),
    /** Whether quantities are planned beside sums. */
    quantities: flag(),
    responsible: reference('people'),
    note: note(),
  },
})

/** A row of a plan, under an id derived of the plan and its analytics: whoever else adds it meanwhile adds the same one. */
export const planRows = collection('planRows', {
  version: 1,
  family: 'plans',
  fields: {
    plan: reference('plans'),
    /** The ids of what the row is about, or a category's text; null: without. */
    first: text(),
    second: text(),
    /** The analytics that the plan had when the row was added: where it has others now, the row waits for these. */
    firstBy: choice(ANALYTICS),
    secondBy: choice(ANALYTICS),
    place: place(),
  },
  lists: {
    /** What is planned, by the first day of the period. */
    cells: listByKey({ sum: money(), quantity: quantity() }),
  },
})

export type Plan = Row<typeof plans>
export type PlanRow = Row<typeof planRows>
