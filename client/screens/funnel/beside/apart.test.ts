import { expect, test } from 'vitest'
import { createFormat } from '../../../ui/words/format.ts'
import { EMPTY_LINE } from '../figures/line.ts'
import { apartOf } from './apart.ts'

const WORDS = {
  format: createFormat({ language: () => 'ru', zone: () => 'Europe/Moscow' }),
  currency: 'RUB',
  times: String,
  points: (text: string) => `${text} п.п.`,
}
const NOW = {
  ...EMPTY_LINE,
  reached: 12,
  share: 60,
  conversion: 60,
  hours: 10.5,
  sum: 300_00,
  losses: 4,
  lossesShare: 20,
}
const BEFORE = { ...NOW, reached: 10, share: 65, conversion: 60, hours: 12.75, sum: 350_00, losses: 3, lossesShare: 15 }

test('F35: counts differ with their shares in points, sums as money, and it is said whether that is good', () => {
  expect(apartOf(NOW, BEFORE, 'reached', WORDS)).toEqual({ text: '+2', share: '−5 п.п.', better: true })
  expect(apartOf(NOW, BEFORE, 'losses', WORDS)).toEqual({ text: '+1', share: '+5 п.п.', better: false })
  expect(apartOf(NOW, BEFORE, 'sum', WORDS)).toEqual({ text: '−50,00', share: null, better: false })
  expect(apartOf(NOW, BEFORE, 'hours', WORDS)).toEqual({ text: '−2,25', share: null, better: true })
  expect(apartOf(NOW, BEFORE, 'conversion', WORDS)).toEqual({ text: '=', share: null, better: null })
  expect(apartOf({ ...NOW, staying: 2 }, BEFORE, 'staying', WORDS)).toEqual({ text: '+2', share: null, better: null })
})

test('F35: beside no share and no hours nothing is said', () => {
  expect(apartOf(NOW, EMPTY_LINE, 'hours', WORDS)).toBeNull()
  expect(apartOf(NOW, EMPTY_LINE, 'reached', WORDS)).toEqual({ text: '+12', share: null, better: true })
})
