import fc from 'fast-check'
import { afterEach, beforeEach, test } from 'vitest'
import type { CustomFieldRow } from '../../../../../shared/custom/collections.ts'
import { declaredOf } from '../../../../../shared/custom/declared.ts'
import { takeCustomFieldsFrom } from '../../../../../shared/custom/known.ts'
import type { LaidOut } from '../../../../../shared/importing/layout/layout.ts'
import {
  collectionOf,
  comesBack,
  customer,
  day,
  optional,
  product,
  savedList,
  type Values,
} from '../../../../../shared/importing/testing/round-trip.ts'
import { asWorkbook } from '../../../../../shared/lists/workbook.ts'
import type { Language } from '../../../../../shared/locales/index.ts'

/** A field of days: customers have none of their own. */
const MET = { id: 'custom_met', of: 'customers', name: 'Знакомы с', type: 'day', gone: false, options: [] }
beforeEach(() =>
  takeCustomFieldsFrom(() =>
    // Declarations read no more of their rows.
    declaredOf([{ place: null, hint: null, wanted: null, ...MET } as unknown as CustomFieldRow]),
  ),
)
afterEach(() => takeCustomFieldsFrom(() => []))

const language = fc.constantFrom('ru' as const, 'en' as const)

const asBookAndBack = (what: LaidOut) => async (of: Language, all: readonly Values[]) => {
  const book = await asWorkbook(savedList(what, of, all), 'Лист')
  await comesBack(what, all, 'a.xlsx', new Uint8Array(await book.arrayBuffer()))
}

test('X26: customers, with days, and goods that are saved as XLSX, in either language, are the same when they are taken in', async () => {
  const met = fc.tuple(customer, optional(day)).map(([one, custom_met]) => ({ ...one, custom_met }))
  await fc.assert(fc.asyncProperty(language, collectionOf(met), asBookAndBack('customers')), { numRuns: 60 })
  await fc.assert(fc.asyncProperty(language, collectionOf(product), asBookAndBack('products')), { numRuns: 60 })
}, 60_000)
