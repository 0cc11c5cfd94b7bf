import fc from 'fast-check'
import { expect } from 'vitest'
import { COLLECTIONS } from '../../collections.ts'
import { fieldsOf } from '../../custom/known.ts'
import type { SheetTable, SheetValue } from '../../lists/sheet.ts'
import { DICTIONARIES } from '../../locales/dictionaries.ts'
import type { Language } from '../../locales/index.ts'
import type { Collection } from '../../records/declarations/collection.ts'
import type { Json } from '../../records/declarations/value.ts'
import { guessLayout } from '../layout/guess.ts'
import type { LaidOut } from '../layout/layout.ts'
import { mappingOf } from '../layout/mapping-of.ts'
import { CHOICES, TARGETS } from '../layout/words.ts'
import { openFile } from '../opening/open-file.ts'
import { planImport } from '../plan.ts'
import { MemoryCompany } from './memory-company.ts'

export const NOW = Date.UTC(2026, 10, 23)
export type Values = { readonly [field: string]: Json }

/** One line of text with what files make trouble of: separators, quotation marks, formulas, signs from right to left. */
export const text = fc
  .string({
    unit: fc.oneof(
      fc.constantFrom(';', ',', '"', "'", '=', '+', '-', '@', '|', '<b>', '&', ']]>', '\u202e', '\u200f', 'ё', ' '),
      fc.string({ minLength: 1, maxLength: 1, unit: 'grapheme' }),
    ),
    minLength: 1,
    maxLength: 12,
  })
  .map((one) =>
    one
      .replace(/\p{Cc}|\p{Cs}|[\ufeff\ufffd\ufffe\uffff]/gu, '')
      .replace(/\s+/g, ' ')
      .trim(),
  )
  .filter((one) => one !== '')

/** Words that are names of what every object has, and what workbooks write for a character. */
const NAMES = ['toString', 'constructor', '__proto__', 'hasOwnProperty', '_x0041_', '_x005F_x0041_']

/** Several lines of such text. */
export const lines = fc
  .array(fc.oneof({ weight: 5, arbitrary: text }, fc.constantFrom(...NAMES)), { minLength: 1, maxLength: 3 })
  .map((some) => some.join('\n'))

export const optional = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: null })
const phoneNumber = fc.integer({ min: 1e8, max: 1e9 - 1 }).map((digits) => `+7 9${digits}`)
export const day = fc
  .date({ min: new Date('1970-01-02'), max: new Date('2060-12-31'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
export const customer = fc.record({
  type: optional(fc.constantFrom('company', 'person')),
  inn: optional(fc.integer({ min: 1e9, max: 1e10 - 1 }).map(String)),
  phone: optional(phoneNumber),
  email: optional(fc.nat(999).map((at) => `a${at}@shop.example`)),
  address: optional(text),
  note: optional(lines),
})
export const product = fc.record({
  type: optional(fc.constantFrom('goods', 'service', 'work')),
  unit: optional(text),
  price: optional(fc.integer({ min: 0, max: 1e9 })),
  vat: optional(fc.constantFrom('none', 'vat10', 'vat20')),
  category: optional(text),
})
/** Phones besides the first, each once. */
export const morePhones = fc.uniqueArray(phoneNumber, { maxLength: 3, size: 'max' })

/** Records with names of their own, each also with what else tells it apart. */
export function collectionOf<T extends object>(one: fc.Arbitrary<T>): fc.Arbitrary<readonly Values[]> {
  const named = fc.array(fc.tuple(text, one), { minLength: 1, maxLength: 8, size: 'max' })
  return named.map((all) => all.map(([name, values], at) => ({ name: `${name} ${at}`, ...values })))
}

/** Takes a file into an empty company, as its columns are guessed; nothing of it is refused. */
export async function takeIn(file: string, bytes: Uint8Array) {
  const opened = await openFile(file, bytes)
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

/** A list as it is saved: heads and choices in words, sums and days as such. */
export function savedList(what: LaidOut, language: Language, records: readonly Values[]): SheetTable {
  const { records: words } = DICTIONARIES[language]
  const choices: Readonly<Record<string, string>> = words.choices
  const names = Object.keys(records[0] ?? {})
  const declared = fieldsOf(what)
  const cellOf = (name: string, value: Json): SheetValue => {
    if (value === null) return null
    if (declared[name]?.type === 'money') return { is: 'number', value: Number(value), scale: 2 }
    if (declared[name]?.type === 'date') return { is: 'date', date: String(value) }
    const word = choices[String(value)]
    return { is: 'text', text: declared[name]?.choices && word ? word : String(value) }
  }
  const labels: Readonly<Record<string, string>> = words[what].fields
  return {
    heads: names.map((name) => labels[name] ?? declared[name]?.added?.title ?? name),
    rows: records.map((record) => names.map((name) => cellOf(name, record[name] ?? null))),
  }
}

/** Looks that the file of a list gives the same records when it is taken in. */
export async function comesBack(what: LaidOut, records: readonly Values[], file: string, bytes: Uint8Array) {
  const { memory, layout } = await takeIn(file, bytes)
  expect(layout.what).toBe(what)
  const rows = [...memory.rows(COLLECTIONS[what] as Collection)] as unknown as Values[]
  const names = Object.keys(records[0] ?? {})
  const shown = rows.map((row) => Object.fromEntries(names.map((name) => [name, row[name] ?? null])))
  expect(shown.toSorted(byName)).toEqual(records.toSorted(byName))
}

export function byName(a: { readonly name?: unknown }, b: { readonly name?: unknown }): number {
  return String(a.name) < String(b.name) ? -1 : 1
}
