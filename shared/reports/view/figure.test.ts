import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFigure, writeFigure } from './figure.ts'
import { firstView, type ReportView } from './view.ts'

const VIEW: ReportView = { ...firstView('sales'), rows: ['category', 'manager'], columns: 'month' }
const key = fc.option(fc.string())

test('a figure is read from an address as it was written there', () => {
  const aFigure = fc.record(
    {
      measure: fc.constantFrom('sum' as const, 'orders' as const),
      keys: fc.array(key, { maxLength: 2 }),
      column: key,
      isEarlier: fc.constant(true),
    },
    { requiredKeys: ['measure', 'keys'] },
  )
  fc.assert(
    fc.property(aFigure, (figure) => {
      expect(readFigure(writeFigure(figure), VIEW)).toEqual(figure)
    }),
  )
})

test('what a report does not have is no figure of it', () => {
  const written = writeFigure({ measure: 'sum', keys: ['Кухни', null], column: '2026-11-01' })
  expect(readFigure(written, { ...VIEW, rows: ['category'] })).toBeNull()
  expect(readFigure(written, { ...VIEW, columns: null })).toBeNull()
  expect(readFigure(written, { ...VIEW, source: 'events' })).toBeNull()
  for (const text of ['', '[]', '{"measure":"sum"}', '{"measure":"sum","keys":[1]}', '{"measure":"sum","keys":{}}'])
    expect(readFigure(text, VIEW)).toBeNull()
})
