import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { asCsv, type SheetValue } from '../lists/sheet.ts'
import { DICTIONARIES } from '../locales/dictionaries.ts'
import type { Language } from '../locales/index.ts'
import type { Collection } from '../records/declarations/collection.ts'
import type { Json } from '../records/declarations/value.ts'
import { guessLayout } from './layout/guess.ts'
import type { LaidOut } from './layout/layout.ts'
import { mappingOf } from './layout/mapping-of.ts'
import { CHOICES, TARGETS } from './layout/words.ts'
import { openFile } from './opening/open-file.ts'
import { planImport } from './plan.ts'
import { MemoryCompany } from './testing/memory-company.ts'
import { contactOf } from './writing/vcard/contact-of.ts'
import { writeCards } from './writing/vcard/write.ts'

const NOW = Date.UTC(2026, 10, 23)
type Values = { readonly [field: string]: Json }

/** One line of text with what files make trouble of: separators, quotation marks, formulas, signs from right to left. */
const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(';', ',', '"', "'", '=', '+', '-', '@', '|', '<b>', '\u202e', 'ё', ' '),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    minLength: 1,
    maxLength: 12,
  })
  .map((one) =>
    one
      .replace(/\p{Cc}|\p{Cs}|\ufeff|\ufffd/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((one) => one !== '')
const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const customer = fc.record({
  type: optional(fc.constantFrom('company', 'person')),
  inn: optional(fc.integer({ min: 1e9, max: 1e10 - 1 }).map(String)),
  phone: optional(fc.integer({ min: 1e8, max: 1e9 - 1 }).map((digits) => `+7 9${digits}`)),
  email: optional(fc.nat(999).map((at) => `a${at}@shop.example`)),
  address: optional(text),
  note: optional(text),
})
const product = fc.record({
  type: optional(fc.constantFrom('goods', 'service', 'work')),
  unit: optional(text),
  price: optional(fc.integer({ min: 0, max: 1e9 })),
  vat: optional(fc.constantFrom('none', 'vat10', 'vat20')),
  category: optional(text),
})

/** Records with names of their own, each also with what else tells it apart. */
function collectionOf<T extends object>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly Values[]> {
  const named = fc.array(fc.tuple(text, one), { minLength: 1, maxLength: 8 })
  return named.map((all) => all.map(([name, values], at) => ({ name: `${name} ${at}`, ...values })))
}

async function takeIn(file: string, content: string) {
  const opened = await openFile(file, new TextEncoder().encode(content))
  if ('code' in opened) throw new Error(opened.code)
  const [table] = opened.tables
  if (!table) throw new Error('no table')
  const { sheet, known } = table
  const memory = new MemoryCompany(NOW)
  const layout = known?.layout ?? guessLayout(sheet, TARGETS)
  const mapping = mappingOf({ layout, sheet, choices: CHOICES, ...(known && { source: known.source }) })
  const plan = planImport(mapping, new Map([[sheet.file, sheet]]), memory, NOW)
  if ('problems' in plan) throw new Error(JSON.stringify(plan.problems))
  expect(plan.report.problems).toEqual([])
  memory.run(plan.commands)
  return { memory, layout }
}

/** A list as it is saved: heads and choices in words, sums with the language's sign. */
function saved(what: LaidOut, language: Language, records: readonly Values[]): string {
  const { records: words } = DICTIONARIES[language]
  const choices: Readonly<Record<string, string>> = words.choices
  const names = Object.keys(records[0] ?? {})
  const declared = COLLECTIONS[what].fields as Collection['fields']
  const cellOf = (name: string, value: Json): SheetValue => {
    if (value === null) return null
    if (declared[name]?.type === 'money') return { is: 'number', value: Number(value), scale: 2 }
    const word = choices[String(value)]
    return { is: 'text', text: declared[name]?.choices && word ? word : String(value) }
  }
  const rows = records.map((record) => names.map((name) => cellOf(name, record[name] ?? null)))
  const labels: Readonly<Record<string, string>> = words[what].fields
  return asCsv({ heads: names.map((name) => labels[name] ?? name), rows }, language)
}

async function comesBack(what: LaidOut, language: Language, records: readonly Values[]) {
  const { memory, layout } = await takeIn('a.csv', saved(what, language, records))
  expect(layout.what).toBe(what)
  const rows = [...memory.rows(COLLECTIONS[what] as Collection)] as unknown as Values[]
  const names = Object.keys(records[0] ?? {})
  const shown = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])))
  const byName = (a: Values, b: Values) => (String(a.name) < String(b.name) ? -1 : 1)
  expect(shown.toSorted(byName)).toEqual(records.toSorted(byName))
}

const language = fc.constantFrom('ru' as const, 'en' as const)

test('X26: customers and goods that are saved as CSV, in either language, are the same when they are taken in', async () => {
  await fc.assert(
    fc.asyncProperty(language, collectionOf(customer), (of, all) => comesBack('customers', of, all)),
    { numRuns: 60 },
  )
  await fc.assert(
    fc.asyncProperty(language, collectionOf(product), (of, all) => comesBack('products', of, all)),
    { numRuns: 60 },
  )
})

test('X17, X26: customers that are saved as cards are the same when they are taken in', async () => {
  const cards = collectionOf(customer.map(({ inn: _, type: __, ...rest }) => rest))
  await fc.assert(
    fc.asyncProperty(cards, async (all) => {
      const first = new MemoryCompany(NOW)
      const id = (at: number) => `common-00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`
      first.write((tx) => {
        for (const [at, values] of all.entries()) tx.create(COLLECTIONS.customers, id(at), values)
      })
      const shown = (one: MemoryCompany) =>
        [...one.rows(COLLECTIONS.customers)]
          .map((row) => ({ ...contactOf(row), uid: null }))
          .toSorted((a, b) => (a.name < b.name ? -1 : 1))
      const written = writeCards([...first.rows(COLLECTIONS.customers)].map(contactOf), '3.0')
      expect(shown((await takeIn('a.vcf', written)).memory)).toEqual(shown(first))
    }),
    { numRuns: 60 },
  )
})
