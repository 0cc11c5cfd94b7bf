import { expect, test } from 'vitest'
import { en } from '../locales/en/index.ts'
import { ru } from '../locales/ru/index.ts'
import { failureIn, readWhy, WHYS, whyOf, whyRefused } from './why.ts'

test('RU1: why something stands as it does is read as it was written; what is not known reads as nothing', () => {
  expect(readWhy(whyOf('tooOld', { hours: 24 }))).toEqual({ code: 'tooOld', params: { hours: 24 } })
  const strange = [null, '', 'tooOld', '[]', 'null', '{"code":"later than this program"}']
  expect(strange.map(readWhy)).toEqual(strange.map(() => null))
  expect(readWhy('{"code":"undone","of":{"a":1},"n":2}')).toEqual({ code: 'undone', params: { n: 2 } })
})

test('RU1: a refusal says which', () => {
  const why = readWhy(whyRefused({ code: 'state-requires', params: { state: 'Made', fields: 'note' } }))
  expect(why && failureIn(why)).toBe('state-requires')
  expect(why?.params).toMatchObject({ state: 'Made', fields: 'note' })
  expect(failureIn({ code: 'refused', params: { failure: 'of tomorrow' } })).toBeNull()
})

test('RU1: every reason has a sentence in each language', () => {
  for (const words of [ru, en]) expect(Object.keys(words.rules.why).sort()).toEqual([...WHYS].sort())
})
