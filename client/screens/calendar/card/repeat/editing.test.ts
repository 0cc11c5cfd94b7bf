import { expect, test } from 'vitest'
import { readRule, writeRule } from '../../../../../shared/calendar/repeat/rule.ts'
import { begun, endOf, MONTH_DAYS, monthDayOf, onMonthDay, withWeekday } from './editing.ts'

const TUESDAY = '2026-11-10'

test('another frequency keeps how often and how long, and takes its day from the first one', () => {
  const rule = readRule('FREQ=MONTHLY;INTERVAL=2;COUNT=5;BYDAY=2TU')
  expect(writeRule(begun('WEEKLY', rule, TUESDAY))).toBe('FREQ=WEEKLY;INTERVAL=2;COUNT=5;BYDAY=TU')
  expect(writeRule(begun('DAILY', null, TUESDAY))).toBe('FREQ=DAILY')
  expect([endOf(rule), endOf(readRule('FREQ=DAILY'))]).toEqual(['count', 'never'])
})

test('days of a week are turned on and off in their order, and one stays', () => {
  const rule = readRule('FREQ=WEEKLY;BYDAY=TU')
  expect(writeRule({ ...rule, ...withWeekday(rule, 'MO', true) })).toBe('FREQ=WEEKLY;BYDAY=MO,TU')
  expect(withWeekday(rule, 'TU', false)).toEqual({})
})

test('a day of the month is chosen as it is read again', () => {
  const rule = readRule('FREQ=MONTHLY')
  for (const which of MONTH_DAYS) expect(monthDayOf({ ...rule, ...onMonthDay(which, TUESDAY) })).toBe(which)
  expect(writeRule({ ...rule, ...onMonthDay('weekday', TUESDAY) })).toBe('FREQ=MONTHLY;BYDAY=2TU')
  expect(writeRule({ ...rule, ...onMonthDay('lastWeekday', TUESDAY) })).toBe('FREQ=MONTHLY;BYDAY=-1TU')
})
