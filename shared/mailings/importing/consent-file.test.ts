import { expect, test } from 'vitest'
import { openFile } from '../../importing/opening/open-file.ts'
import { readConsents } from './consent-file.ts'

const NOW = Date.UTC(2026, 10, 28, 12)
const GROUND = { country: 'RU', zone: 'Europe/Moscow', now: NOW }

async function read(text: string) {
  const opened = await openFile('consents.csv', new TextEncoder().encode(text))
  if ('code' in opened || !opened.tables[0]) throw new Error('not opened')
  return readConsents(opened.tables[0].sheet, GROUND)
}

test('BM21: a file says of each address or number when and from where, and may say that one does not agree', async () => {
  const { rows, refused } = await read(
    [
      'E-mail или телефон;Когда;Откуда;Согласие',
      'Anna@Example.com ;01.10.2026;Форма на сайте;да',
      '8 (912) 345-67-89;02.10.2026 ;Анкета в салоне;',
      'boris@example.com;03.10.2026;Выставка;нет',
    ].join('\n'),
  )
  expect(refused).toEqual([])
  expect(rows).toEqual([
    {
      ...{ line: 2, way: 'letter', to: 'anna@example.com', agrees: true, at: Date.UTC(2026, 8, 30, 21) },
      ...{ by: 'siteForm', where: 'Форма на сайте' },
    },
    {
      ...{ line: 3, way: 'sms', to: '+79123456789', agrees: true, at: Date.UTC(2026, 9, 1, 21) },
      ...{ by: 'paperForm', where: 'Анкета в салоне' },
    },
    {
      ...{ line: 4, way: 'letter', to: 'boris@example.com', agrees: false, at: Date.UTC(2026, 9, 2, 21) },
      ...{ by: 'importedFile', where: 'Выставка' },
    },
  ])
})

test('BM21: a row without an address, without a day, of a day to come or of an odd word is refused by its line', async () => {
  const { rows, refused } = await read(
    [
      'address,date,consent',
      'nobody,2026-10-01,yes',
      'a@example.com,soon,yes',
      'b@example.com,2027-01-01,yes',
      'c@example.com,2026-10-01,perhaps',
      'd@example.com,2026-10-01,yes',
    ].join('\n'),
  )
  expect(refused.map(({ line, fault }) => [line, fault])).toEqual([
    [2, 'noAddress'],
    [3, 'noDate'],
    [4, 'dateAhead'],
    [5, 'noWord'],
  ])
  expect(rows.map(({ to }) => to)).toEqual(['d@example.com'])
})
