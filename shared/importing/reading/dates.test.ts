import { expect, test } from 'vitest'
import { dateReader, instantOf, isDateForm } from './dates.ts'

test.each([
  ['M/D/Y', '3/1/2017', '2017-03-01T00:00:00'],
  ['D.M.Y', '01.03.2017', '2017-03-01T00:00:00'],
  ['Y-M-D h:m', '2017-03-01 7:05', '2017-03-01T07:05:00'],
  ['D.M.Y h:m:s', '1.3.2017 23:59:58', '2017-03-01T23:59:58'],
])('%s reads %s', (form, text, expected) => {
  expect(dateReader(form)(text)?.toString()).toBe(expected)
})

test.each(['2/29/2017', '13/1/2017', '1/32/2017', '1-1-2017', '1/1/17', '', '1/1/2017 ', 'x1/1/2017'])(
  '%s is no date',
  (text) => {
    expect(dateReader('M/D/Y')(text)).toBeNull()
  },
)

test('a date form names day, month and year once each', () => {
  expect(['M/D/Y', 'D.M.Y h:m'].every(isDateForm)).toBe(true)
  expect(['M/D', 'D/D/M/Y', 'M/D/Y(h)', 'dd.mm.yyyy', ''].some(isDateForm)).toBe(false)
})

test('a day begins when a clock of the zone shows midnight', () => {
  const date = dateReader('M/D/Y')('1/1/2017')
  expect(date && instantOf(date, 'Europe/Moscow')).toBe(Date.UTC(2016, 11, 31, 21))
})
