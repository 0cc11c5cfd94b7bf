import fc from 'fast-check'
import { expect, test } from 'vitest'
import { shop as en } from '../locales/en/work/shop.ts'
import { shop as ru } from '../locales/ru/work/shop.ts'
import { LEAVING, reasonIn, writeReason } from './leaving.ts'

test('BM3: what was chosen is read in the reader’s language, what was typed as it was typed', () => {
  for (const { reasons } of [ru.reader, en.reader])
    fc.assert(
      fc.property(
        fc.constantFrom(...LEAVING, 'nothing', ''),
        fc.constantFrom('', ' каждый день ', '<b>'),
        (chosen, typed) => {
          const shown = Object.entries(reasons).find(([code]) => code === chosen && code !== 'other')?.[1]
          const read = reasonIn((code) => reasons[code], writeReason(chosen, typed))
          expect(read).toBe([shown, typed.trim()].filter(Boolean).join(': '))
        },
      ),
    )
  expect(reasonIn((code) => ru.reader.reasons[code], 'oftentimes')).toBe('oftentimes')
})
