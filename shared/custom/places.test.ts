import { afterEach, describe, expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { type Customer, customers } from '../customers/collections.ts'
import { joined } from '../customers/merging/joined.ts'
import { LAID_OUT, targetsOf } from '../importing/layout/layout.ts'
import { checkMapping } from '../importing/reading/check.ts'
import type { Mapping } from '../importing/reading/mapping.ts'
import { addedDetails } from '../importing/writing/commerceml/added.ts'
import { canGroup, filterFields, listFields, summedFields } from '../lists/fields.ts'
import type { Collection } from '../records/declarations/collection.ts'
import type { CustomName } from '../records/declarations/custom.ts'
import type { Json } from '../records/declarations/value.ts'
import { CUSTOM_TYPES, CUSTOMIZED, type Customized, type CustomType, QUICK_TYPES } from './collections.ts'
import { customFieldsOf, fieldsOf, formFieldsOf, quickFieldsOf, shownAt, toldFieldsOf } from './known.ts'
import { declare } from './testing/declare.ts'

const nameOf = (type: CustomType): CustomName => `custom_${type}`
const options = [{ id: 'oak', name: 'Дуб' }]

/** One field of each type, on one collection. */
function declareAll(of: Customized): void {
  declare(
    ...CUSTOM_TYPES.map((type, at) => ({
      id: nameOf(type),
      of,
      type,
      name: type,
      place: `a${at + 10}`,
      quick: true,
      options,
    })),
  )
}

/** Something that stands in a field of each type. */
const STANDS: { readonly [T in CustomType]: Json } = {
  line: 'a',
  longText: 'b',
  number: 1250,
  sum: 100,
  day: '2026-09-18',
  yesNo: true,
  choice: 'oak',
  choices: ['oak'],
  toCustomer: 'c1',
  toPerson: 'p1',
  toProduct: 'g1',
  phone: '+79161234567',
  email: 'a@b.example',
  link: 'b.example',
}

const EVERY = CUSTOM_TYPES
const NO_REFERENCES = CUSTOM_TYPES.filter((type) => !type.startsWith('to'))

/** Where fields stand, by what the place gives, and which types of a company's own it takes besides all that are built in. */
const PLACES: Readonly<
  Record<string, readonly [types: readonly CustomType[], names: (of: Customized) => readonly string[]]>
> = {
  'cards, merging, changes of many, papers of lists': [EVERY, (of) => Object.keys(fieldsOf(of))],
  'history, values apart, the trail': [EVERY, (of) => Object.keys(toldFieldsOf(of))],
  'columns and export of lists': [EVERY, (of) => Object.keys(listFields(of))],
  filters: [EVERY, (of) => filterFields(of)],
  sums: [['number', 'sum'], (of) => summedFields(of).map(({ field }) => field)],
  groups: [
    ['day', 'yesNo', 'choice', 'toCustomer', 'toPerson', 'toProduct'],
    (of) => Object.keys(listFields(of)).filter((name) => canGroup(of, name)),
  ],
  'quick filters': [QUICK_TYPES, (of) => quickFieldsOf(of)],
  'new records': [EVERY, (of) => formFieldsOf(of, {}, true).map(({ name }) => name)],
}

afterEach(() => declare())

describe.each(CUSTOMIZED)('fields of a company’s own on %s', (of) => {
  test.each(Object.entries(PLACES))(
    'U6: %s take all that are built in, and behind them those of these types',
    (_, [types, names]) => {
      declare()
      const builtIn = names(of)
      declareAll(of)
      const own = names(of).filter((name) => !builtIn.includes(name))
      expect(own).toEqual(CUSTOM_TYPES.filter((type) => types.includes(type)).map(nameOf))
      expect(names(of).filter((name) => builtIn.includes(name))).toEqual(builtIn)
      for (const name of own) expect(shownAt(of, name)?.added?.title).toBe(name.replace('custom_', ''))
    },
  )

  test('U6, X29: import takes every type: columns on the screen, mappings by command', () => {
    declareAll(of)
    const names = customFieldsOf(of).map(({ name }) => name)
    const laidOut = LAID_OUT.find((one) => one === of)
    if (laidOut) expect(targetsOf(laidOut)).toEqual(expect.arrayContaining(names))
    const cell = { column: 'c', map: {}, empty: 'leave', missing: 'refuse', by: 'name' } as const
    const fields = Object.fromEntries(names.map((name) => [name, cell]))
    const stage = { column: 'c', kind: 'K', stages: {} }
    const source = { what: of, file: 'f', key: 'c', fields, lists: {}, lines: [], stage }
    const kinds = [{ name: 'K', sort: 'work', states: [] }]
    const mapping = { name: 'm', kinds, sources: [source] } as unknown as Mapping
    const sheets = new Map([['f', { file: 'f', columns: ['c'], rows: [], broken: [] }]])
    const refused = checkMapping(mapping, sheets).filter(({ path }) => path.includes('custom_'))
    expect(refused).toEqual([])
  })

  test('U6, X31: goods and orders of 1C tell every type that names no other record', () => {
    if (of === 'customers') return expect(addedDetails('orders', {})).toEqual([])
    declareAll(of)
    const row = Object.fromEntries(CUSTOM_TYPES.map((type) => [nameOf(type), STANDS[type]]))
    expect(addedDetails(of, row).map(({ name }) => name)).toEqual(NO_REFERENCES)
  })
})

test('U6, B4: a customer takes what it has not filled from those merged into it, whatever its type', () => {
  declareAll('customers')
  const empty = Object.fromEntries(Object.keys((COLLECTIONS.customers as Collection).lists).map((list) => [list, []]))
  const own = Object.fromEntries(CUSTOM_TYPES.map((type) => [nameOf(type), STANDS[type]]))
  const [main, other] = [
    { id: 'a', ...empty },
    { id: 'b', ...empty, ...own },
  ] as unknown as [Customer, Customer]
  expect(joined(main, [other])).toMatchObject(own)
  expect(Object.keys(customers.fields).filter((name) => name.startsWith('custom_'))).toEqual([])
})
