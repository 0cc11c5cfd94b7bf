import { expect, test } from 'vitest'
import { DICTIONARIES } from '../../locales/dictionaries.ts'
import type { Language } from '../../locales/index.ts'
import { readRule } from './rule.ts'
import { repeatText } from './words.ts'

const told = (rule: string, language: Language = 'ru', firstDay = '2026-11-24') =>
  repeatText(readRule(rule), { words: DICTIONARIES[language].repeats, language, firstDay, zone: 'Europe/Moscow' })

test.each([
  ['FREQ=DAILY', 'каждый день', 'every day'],
  ['FREQ=DAILY;INTERVAL=2', 'каждые 2 дня', 'every 2 days'],
  ['FREQ=DAILY;INTERVAL=21', 'каждый 21 день', 'every 21 days'],
  ['FREQ=WEEKLY', 'каждый вторник', 'every Tuesday'],
  ['FREQ=WEEKLY;BYDAY=WE', 'каждую среду', 'every Wednesday'],
  ['FREQ=WEEKLY;BYDAY=WE,MO', 'каждую неделю по понедельникам и средам', 'every week on Mondays and Wednesdays'],
  ['FREQ=WEEKLY;INTERVAL=2;BYDAY=SU', 'каждые 2 недели по воскресеньям', 'every 2 weeks on Sundays'],
  ['FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR', 'по будням', 'on weekdays'],
  ['FREQ=MONTHLY', 'каждый месяц, 24-го', 'every month, on day 24'],
  [
    'FREQ=MONTHLY;BYMONTHDAY=15;UNTIL=20261231T205959Z',
    'каждый месяц, 15-го, до 31.12.2026',
    'every month, on day 15, until 31/12/2026',
  ],
  ['FREQ=MONTHLY;BYMONTHDAY=-1', 'каждый месяц, в последний день', 'every month, on the last day'],
  ['FREQ=MONTHLY;BYDAY=2TU', 'каждый месяц, во второй вторник', 'every month, on the second Tuesday'],
  ['FREQ=MONTHLY;INTERVAL=3;BYDAY=-1WE', 'каждые 3 месяца, в последнюю среду', 'every 3 months, on the last Wednesday'],
  [
    'FREQ=MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1',
    'каждый месяц, в последний будний день',
    'every month, on the last weekday',
  ],
  ['FREQ=YEARLY;BYMONTH=3;BYMONTHDAY=8;COUNT=5', 'каждый год 8 марта, 5 раз', 'every year on 8 March, 5 times'],
  ['FREQ=YEARLY;COUNT=3', 'каждый год 24 ноября, 3 раза', 'every year on 24 November, 3 times'],
  [
    'FREQ=YEARLY;BYWEEKNO=20;BYDAY=MO',
    'по правилу FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20',
    'by the rule FREQ=YEARLY;BYDAY=MO;BYWEEKNO=20',
  ],
])('E30: %s in words', (rule, russian, english) => {
  expect(told(rule)).toBe(russian)
  expect(told(rule, 'en')).toBe(english)
})

test('E30: until when is told by the day that the last moment is in the zone', () => {
  expect(told('FREQ=DAILY;UNTIL=20261231T210000Z')).toBe('каждый день, до 01.01.2027')
  expect(told('FREQ=DAILY;UNTIL=20261231')).toBe('каждый день, до 31.12.2026')
})
