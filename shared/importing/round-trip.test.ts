import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { asCsv } from '../lists/sheet.ts'
import type { Language } from '../locales/index.ts'
import type { LaidOut } from './layout/layout.ts'
import { MemoryCompany } from './testing/memory-company.ts'
import {
  byName,
  collectionOf,
  comesBack,
  customer,
  morePhones,
  NOW,
  product,
  savedList,
  takeIn,
  type Values,
} from './testing/round-trip.ts'
import { contactOf } from './writing/vcard/contact-of.ts'
import { writeCards } from './writing/vcard/write.ts'

const language = fc.constantFrom('ru' as const, 'en' as const)
const bytesOf = (text: string) => new TextEncoder().encode(text)

const asCsvAndBack = (what: LaidOut) => (of: Language, all: readonly Values[]) =>
  comesBack(what, all, 'a.csv', bytesOf(asCsv(savedList(what, of, all), of)))

test('X26: customers and goods that are saved as CSV, in either language, are the same when they are taken in', async () => {
  await fc.assert(fc.asyncProperty(language, collectionOf(customer), asCsvAndBack('customers')), { numRuns: 60 })
  await fc.assert(fc.asyncProperty(language, collectionOf(product), asCsvAndBack('products')), { numRuns: 60 })
})

test('X17, X26: customers that are saved as cards, with all of their phones, are the same when they are taken in', async () => {
  const cards = fc.tuple(
    collectionOf(customer.map(({ inn: _, type: __, ...rest }) => rest)),
    fc.array(morePhones, { minLength: 8, maxLength: 8 }),
  )
  await fc.assert(
    fc.asyncProperty(cards, async ([all, phones]) => {
      const first = new MemoryCompany(NOW)
      const id = (at: number) => `common-00000000-0000-7000-8000-0000000000${String(at).padStart(2, '0')}`
      first.write((tx) => {
        for (const [at, values] of all.entries()) {
          tx.create(COLLECTIONS.customers, id(at), values)
          // The first one that reaches a customer is their own.
          const more = values.phone === null ? [] : (phones[at] ?? []).filter((one) => one !== values.phone)
          for (const [place, number] of more.entries())
            tx.add(COLLECTIONS.customers, id(at), 'phones', `p${place}`, { number, place: `a${place}` })
        }
      })
      const shown = (one: MemoryCompany) =>
        [...one.rows(COLLECTIONS.customers)].map((row) => ({ ...contactOf(row), uid: null })).toSorted(byName)
      const written = writeCards([...first.rows(COLLECTIONS.customers)].map(contactOf), '3.0')
      expect(shown((await takeIn('a.vcf', bytesOf(written))).memory)).toEqual(shown(first))
    }),
    { numRuns: 60 },
  )
})
