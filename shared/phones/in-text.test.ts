import fc from 'fast-check'
import { expect, test } from 'vitest'
import { numbersInText } from './in-text.ts'

const told = (text: string, country?: string) =>
  numbersInText(text, country).map(({ from, to, number, extension }) => [text.slice(from, to), number, extension])

test('CL20: numbers are found in a text as people write them, with their inner line', () => {
  expect(told('Звоните: 8 (812) 555-01-12 доб. 101, 8.921.555.01.02; +7 916 123-45-67\n89161234567')).toEqual([
    ['8 (812) 555-01-12 доб. 101', '+78125550112', '101'],
    ['8.921.555.01.02', '+79215550102', null],
    ['+7 916 123-45-67', '+79161234567', null],
    ['89161234567', '+79161234567', null],
  ])
  expect(told('Тел. +7 (916) 123-45-67, доб. 12')).toEqual([['+7 (916) 123-45-67, доб. 12', '+79161234567', '12']])
  expect(told('Call 020 7946 0958', 'GB')).toEqual([['020 7946 0958', '+442079460958', null]])
})

test.each([
  'ИНН 4705012345, КПП 470501001, ОГРН 1027800000000',
  'р/с 40702810900000012345',
  '12.11.2026 10:45, сумма 8 000 000 000 ₽',
  'тел. 555-01-12',
  '№ 89161234567-12',
])('CL20: other figures are no numbers: %s', (text) => expect(told(text)).toEqual([]))

test('CL20: whatever the text, numbers stand apart in their order, and what is found is short', () => {
  const piece = fc.constantFrom('8 916 123-45-67', '+79161234567', ', ', ' ', '\n', '7', 'доб. 1', '(', 'тел')
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('')
      let end = 0
      for (const { from, to } of numbersInText(text)) {
        expect([from >= end, to > from, to <= text.length]).toEqual([true, true, true])
        end = to
      }
    }),
  )
})

test('CL20: of a table of figures the beginning is looked at', () => {
  expect(numbersInText('+79161234567\n'.repeat(5000))).toHaveLength(50)
  expect(numbersInText(`${' '.repeat(20_000)}+79161234567`)).toEqual([])
})
