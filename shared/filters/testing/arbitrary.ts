import * as fc from 'fast-check'
import {
  choice,
  date,
  type Field,
  flag,
  instant,
  integer,
  money,
  note,
  reference,
  strings,
  text,
} from '../../records/declarations/fields.ts'
import type { Json } from '../../records/declarations/value.ts'
import { type Around, COMPARISONS, type FilterNode, type FilterRow, type FilterValue, JOINS } from '../filter.ts'
import { asksOf, comparisonsOf } from '../values/comparisons.ts'
import { PERIODS } from '../values/periods.ts'

/** A field of every type that can be filtered by. */
export const FIELDS: { readonly [name: string]: Field } = {
  name: text(),
  note: note(),
  type: choice(['company', 'person']),
  responsible: reference('people'),
  posted: flag(),
  place: integer(),
  total: money(),
  shipment: date(),
  date: instant(),
  tags: strings(),
}

export const fieldOf = (name: string): Field | undefined => FIELDS[name]

export const AROUND: Around = { me: 'p1', zone: 'Europe/Moscow', today: '2026-09-18' }

const DAYS = ['2026-08-31', '2026-09-01', '2026-09-17', '2026-09-18', '2026-09-19', '2026-10-01'] as const
const WORDS = ['Ёлкин', 'елкин и Ко', 'Кукушкин', ''] as const

/** Values that a record may have at a field of a type, and those that a row compares with. */
const VALUES: { readonly [type: string]: fc.Arbitrary<Exclude<FilterValue, null>> } = {
  text: fc.constantFrom(...WORDS),
  note: fc.constantFrom(...WORDS),
  choice: fc.constantFrom('company', 'person'),
  reference: fc.constantFrom('p1', 'p2', 'p3'),
  flag: fc.boolean(),
  integer: fc.integer({ min: -3, max: 3 }),
  money: fc.integer({ min: -3, max: 3 }),
  date: fc.constantFrom(...DAYS),
  instant: fc.constantFrom(...DAYS),
  strings: fc.constantFrom('срочно', 'замер'),
}

function valueAt({ type }: Field): fc.Arbitrary<Json> {
  const one = VALUES[type] ?? fc.constant('')
  if (type === 'strings') return fc.uniqueArray(one)
  if (type === 'flag') return one
  return fc.option(type === 'instant' ? fc.integer({ min: -40, max: 40 }).map(hoursFromNoon) : one)
}

const NOON = Date.parse('2026-09-18T09:00:00Z')

function hoursFromNoon(thirds: number): number {
  return NOON + thirds * 8 * 3_600_000
}

/** A record of such fields. */
export const record: fc.Arbitrary<{ readonly [name: string]: Json }> = fc.record(
  Object.fromEntries(Object.entries(FIELDS).map(([name, field]) => [name, valueAt(field)])),
)

const period = fc.oneof(
  fc.constantFrom(...PERIODS.filter((one) => one !== 'last' && one !== 'next')).map((name) => [name]),
  fc.tuple(fc.constantFrom('last', 'next'), fc.integer({ min: 1, max: 40 })),
)

/** A row that fits its field and says all that it is to say. */
export const row: fc.Arbitrary<FilterRow> = fc.constantFrom(...Object.keys(FIELDS)).chain((field) => {
  const declared = FIELDS[field] as Field
  return fc
    .constantFrom(...comparisonsOf(declared))
    .chain((is) => valuesFor(declared, is).map((values) => ({ field, is, values })))
})

function valuesFor(field: Field, is: FilterRow['is']): fc.Arbitrary<readonly FilterValue[]> {
  const one = VALUES[field.type] ?? fc.constant('')
  switch (asksOf(is)) {
    case 'nothing':
      return fc.constant([])
    case 'period':
      return period
    case 'words':
      return fc.constantFrom('ел', 'КО ел', 'нет').map((words) => [words])
    case 'bounds':
      return fc.tuple(fc.option(one), fc.option(one)).filter(([from, to]) => from !== null || to !== null)
    case 'several':
      return fc.uniqueArray(fc.option(one), { minLength: 1, maxLength: 3 })
    default:
      return one.map((value) => [value])
  }
}

/** A filter of any shape; rows may be off, unfinished, or name what is not there. */
export const nodes: fc.Arbitrary<readonly FilterNode[]> = fc.letrec<{ node: FilterNode; nodes: FilterNode[] }>(
  (tie) => ({
    node: fc.oneof(
      { maxDepth: 3, withCrossShrink: true },
      row,
      row.map((one): FilterNode => ({ ...one, off: true })),
      fc.record({
        field: fc.constantFrom('name', 'removed'),
        is: fc.constantFrom(...COMPARISONS),
        values: fc.array(fc.constantFrom<FilterValue>(null, 'x', 7, true), { maxLength: 2 }),
      }),
      fc.record({ join: fc.constantFrom(...JOINS), of: tie('nodes') }),
    ),
    nodes: fc.array(tie('node'), { maxLength: 3 }),
  }),
).nodes
