import { expect, test } from 'vitest'
import { decodeText } from '../bytes/decode.ts'
import { readStatement } from './read.ts'

const HEAD = `1CClientBankExchange
ВерсияФормата=1.03
Кодировка=Windows
ДатаНачала=01.09.2026
ДатаКонца=30.09.2026
РасчСчет=40702810000000000001
`
const BALANCE = `СекцияРасчСчет
ДатаНачала=01.09.2026
ДатаКонца=30.09.2026
РасчСчет=40702810000000000001
НачальныйОстаток=1000.00
ВсегоПоступило=12500.50
ВсегоСписано=500
КонечныйОстаток=13000.50
КонецРасчСчет
`
const PAYMENT = `СекцияДокумент=Платежное поручение
Номер=17
Дата=02.09.2026
Сумма=12500.50
ПлательщикСчет=40702810000000000002
Плательщик=ИНН 7707083893 ООО "Ромашка"
ПлательщикИНН=7707083893
Плательщик1=ООО "Ромашка"
ПлательщикБИК=044525225
ПолучательСчет=40702810000000000001
ДатаПоступило=03.09.2026
НазначениеПлатежа=Оплата по счету № 12 от 01.09.2026
В том числе НДС 20% - 2083.42
КонецДокумента
`
const codes = (text: string) => readStatement(text).problems.map(({ line, code }) => [line, code])

test('Y1: accounts, balances and documents are read, in the encoding that banks write', () => {
  const text = `${HEAD}${BALANCE}${PAYMENT}КонецФайла\n`
  const signs = new TextDecoder('windows-1251').decode(Uint8Array.from({ length: 256 }, (_, at) => at))
  const decoded = decodeText(Uint8Array.from([...text], (sign) => signs.indexOf(sign)))
  if ('code' in decoded) throw new Error(decoded.code)
  const { statement, problems } = readStatement(decoded.text)
  expect([decoded.encoding, problems]).toEqual(['windows-1251', []])
  expect(statement).toMatchObject({
    version: '1.03',
    from: '2026-09-01',
    accounts: ['40702810000000000001'],
    balances: [{ opening: 100_000, received: 1_250_050, spent: 50_000, closing: 1_300_050 }],
    documents: [
      {
        line: 16,
        kind: 'Платежное поручение',
        number: '17',
        date: '2026-09-02',
        sum: 1_250_050,
        payer: { name: 'ООО "Ромашка"', inn: '7707083893', account: '40702810000000000002', bik: '044525225' },
        received: '2026-09-03',
        written: null,
        purpose: 'Оплата по счету № 12 от 01.09.2026 В том числе НДС 20% - 2083.42',
      },
    ],
  })
  expect(statement?.documents[0]?.fields.get('Плательщик')).toBe('ИНН 7707083893 ООО "Ромашка"')
})

test('Y1: a purpose that is told only in its parts is put together', () => {
  const parts = PAYMENT.replace(
    /НазначениеПлатежа=[\s\S]*?(?=КонецДокумента)/,
    'НазначениеПлатежа1=За\nНазначениеПлатежа2=кухню\n',
  )
  expect(readStatement(`${HEAD}${parts}КонецФайла`).statement?.documents[0]?.purpose).toBe('За кухню')
})

test('Y1: a document without sum, number or a day is told by line and left out, the rest goes on', () => {
  const [noSum, noDay] = [PAYMENT.replace(/Сумма=.*\n/, ''), PAYMENT.replace('02.09.2026', '31.09.2026')]
  const text = `${HEAD}${noSum}${noDay}${PAYMENT}КонецФайла`
  expect(codes(text)).toEqual([
    [7, 'statement-field'],
    [20, 'statement-value'],
  ])
  expect(readStatement(text).statement?.documents).toHaveLength(1)
})

test('Y1: a file that is cut off, a line that is none, and balances that do not agree are told', () => {
  expect(codes(`${HEAD}wrong\n${BALANCE.replace('1000.00', '999.00')}КонецФайла`)).toEqual([
    [7, 'statement-line'],
    [8, 'statement-balance'],
  ])
  const cut = readStatement(`${HEAD}${PAYMENT.replace('КонецДокумента\n', '')}`)
  expect(cut.problems.map(({ line, code }) => [line, code])).toEqual([
    [null, 'statement-not-closed'],
    [7, 'statement-not-closed'],
  ])
  expect(cut.statement?.documents).toHaveLength(1)
})

test('Y1: another file is none', () => {
  expect(readStatement('a;b\n1;2')).toMatchObject({ statement: null, problems: [{ code: 'statement-other' }] })
})
