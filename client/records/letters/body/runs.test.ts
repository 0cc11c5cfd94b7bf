import fc from 'fast-check'
import { expect, test } from 'vitest'
import { partsOf, runsOf } from './runs.ts'

test('MV22: nothing of a plain letter is lost, however it is quoted and linked', () => {
  const line = fc.constantFrom(
    'Добрый день',
    '> раньше',
    '>> еще раньше',
    '',
    'см. https://shop.test/a?b=1.',
    'a@b.test, c',
    'тел. 8 916 123-45-67, доб. 5',
  )
  fc.assert(
    fc.property(fc.array(line, { maxLength: 12 }), (lines) => {
      const text = lines.join('\n').trimEnd()
      const told = runsOf(text).map(({ parts }) => parts.map((part) => part.text).join(''))
      expect(told.join('\n')).toBe(text)
    }),
  )
})

test('MV22: what is quoted is folded, unless there is nothing else', () => {
  expect(runsOf('Да\n\n> Можно?\n> Нет?\n\nС уважением').map(({ isQuote }) => isQuote)).toEqual([false, true, false])
  expect(runsOf('> Можно?').map(({ isQuote }) => isQuote)).toEqual([false])
})

test('MV22: links lead where they say, without the dot behind them', () => {
  expect(partsOf('Смета: https://shop.test/a_(b), пишите a@b.test.')).toEqual([
    { text: 'Смета: ', address: null },
    { text: 'https://shop.test/a_(b', address: 'https://shop.test/a_(b' },
    { text: '), пишите ', address: null },
    { text: 'a@b.test', address: 'mailto:a@b.test' },
    { text: '.', address: null },
  ])
})

test('MV33: numbers in the words of a letter can be dialled, those in links and addresses are none', () => {
  const parts = partsOf('Мой 8 916 123-45-67, https://shop.test/79161234567, 89161234567@mail.test', 'RU')
  expect(parts.flatMap(({ text, phone }) => (phone ? [[text, phone.number]] : []))).toEqual([
    ['8 916 123-45-67', '+79161234567'],
  ])
})
