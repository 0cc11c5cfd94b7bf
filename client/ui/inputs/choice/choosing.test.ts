import { expect, test } from 'vitest'
import { chosenOption, matchOptions, meantOption } from './match-options.ts'

const options = ['Алёна Фёдорова', 'Федор Иванов', 'ДЕНЕЖНИКОВО'].map((label) => ({ value: label, label }))
const found = (query: string) => matchOptions(options, query).map((option) => option.label)

test('options are found by any word, without case, ё as е', () => {
  expect(found('федор')).toEqual(['Федор Иванов', 'Алёна Фёдорова'])
  expect(found('иван фед')).toEqual(['Федор Иванов'])
  expect(found('денеж')).toEqual(['ДЕНЕЖНИКОВО'])
  expect(found('')).toHaveLength(3)
  expect(found('нет такого')).toEqual([])
})

test('a text that is left means the option of that name, or the only one that matches', () => {
  const meant = (query: string) => meantOption(matchOptions(options, query), query)?.label
  expect(meant('денежниково')).toBe('ДЕНЕЖНИКОВО')
  expect(meant('алена')).toBe('Алёна Фёдорова')
  expect(meant('федор')).toBeUndefined()
  expect(meant('федор иванов')).toBe('Федор Иванов')
})

test('an option that is chosen as the rows are drawn anew is taken all the same; one that is gone is none', () => {
  const drawn = matchOptions(options, 'иван')
  expect(chosenOption('Федор Иванов', drawn, options)?.label).toBe('Федор Иванов')
  expect(chosenOption('Алёна Фёдорова', drawn, options)?.label).toBe('Алёна Фёдорова')
  expect(chosenOption('Никто', drawn, options)).toBeUndefined()
})
