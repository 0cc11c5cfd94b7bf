import { expect, test } from 'vitest'
import { en } from '../../locales/en/index.ts'
import { type Paper, paperText } from '../paper.ts'
import { DEAL, MAKING } from '../testing/deal.ts'
import { actPaper, invoicePaper, orderPaper } from './papers.ts'

/** The words of a paper; of the spaces that do not break, plain ones. */
const linesOf = (paper: Paper) =>
  paperText(paper)
    .replaceAll(/[\u00a0\u202f]/g, ' ')
    .split('\n')
const codeIn = ({ blocks }: Paper) => blocks.flatMap((block) => (block.is === 'code' ? [block.text] : []))[0]

test('P4: an invoice says whom to pay, who sells what to whom, the sums, and the sum in words', () => {
  expect(linesOf(invoicePaper(DEAL, MAKING))).toEqual([
    'Счет на оплату № ЗП-0012 от 27 ноября 2026 г.',
    'ПАО «Северный банк»\tБИК\t044525225\tКорр. счет\t30101810400000000225',
    'ИНН 7707083893 КПП 773601001\tСчет №\t40702810138250123017',
    'Получатель: ООО «Ассоль»',
    'Счет на оплату № ЗП-0012 от 27 ноября 2026 г.',
    'Исполнитель\tООО «Ассоль», ИНН 7707083893, КПП 773601001, Санкт-Петербург, Невский пр., 10, тел. +7 812 555-01-42',
    'Заказчик\tЁлкин Пётр, Лиговский пр., 5',
    'Основание\tЗаказ покупателя № ЗП-0012',
    '№\tНаименование\tКол-во\tЕд.\tЦена\tСумма',
    '1\tКухня «Бриз» <b>\t1\tшт\t40 000,00\t40 000,00',
    '2\tСтолешница\t2,5\tм\t2 125,72\t5 314,30',
    'Итого, руб.\t45 314,30',
    'В том числе НДС\t8 171,43',
    'Всего 2 наименования на сумму 45 314,30 руб.',
    'Сорок пять тысяч триста четырнадцать рублей 30 копеек',
    'Оплатите по QR-коду в приложении банка: реквизиты заполнятся сами.',
    'Генеральный директор\tГромова О. В.',
    'Главный бухгалтер\tСедова А. П.',
  ])
})

test('P2: its code pays its sum, and says what for', () => {
  expect(codeIn(invoicePaper(DEAL, MAKING))).toBe(
    'ST00012|Name=ООО «Ассоль»|PersonalAcc=40702810138250123017|BankName=ПАО «Северный банк»|BIC=044525225' +
      '|CorrespAcc=30101810400000000225|Sum=4531430' +
      '|Purpose=Оплата по счету № ЗП-0012 от 27 ноября 2026 г. В том числе НДС 8 171,43|PayeeINN=7707083893|KPP=773601001',
  )
})

test('P3: without a requisite there is no code, and the paper says which is missing, and which looks wrong', () => {
  const account = {
    account: '40702810138250123016',
    bank: null,
    bik: '044525225',
    correspondent: '30101810400000000225',
  }
  const paper = invoicePaper({ ...DEAL, seller: { ...DEAL.seller, account } }, MAKING)
  expect(codeIn(paper)).toBeUndefined()
  expect(linesOf(paper)).toContain(
    'QR-кода для оплаты нет: не заполнено: банк, похоже на опечатку: расчетный счет. Проверьте реквизиты организации.',
  )
  const none = invoicePaper({ ...DEAL, seller: { ...DEAL.seller, account: null } }, MAKING)
  expect(linesOf(none).find((line) => line.startsWith('QR'))).toContain('не заполнено: БИК')
})

test('P3: other currencies than the rouble are not paid by the code, and sums are called in them', () => {
  const lines = linesOf(invoicePaper({ ...DEAL, currency: 'USD' }, MAKING))
  expect(lines).toContain('QR-код для оплаты печатается только в счетах в рублях.')
  expect(lines).toContain('Сорок пять тысяч триста четырнадцать долларов США 30 центов')
})

test('P1: sums are written with the decimals that their currency has, as the screen has them', () => {
  const yen = linesOf(invoicePaper({ ...DEAL, currency: 'JPY' }, MAKING))
  expect(yen).toContain('2\tСтолешница\t2,5\tм\t212 572\t531 430')
  expect(yen).toContain('Всего 2 наименования на сумму 4 531 430 JPY')
  expect(linesOf(invoicePaper({ ...DEAL, currency: 'KWD' }, MAKING))).toContain('Итого, KWD\t4 531,430')
})

test('P4: what there is not is not shown: discount, VAT, ground, note, day; what there is, is', () => {
  const bare = linesOf(orderPaper({ ...DEAL, vat: null, ground: null, date: null, customer: null }, 'work', MAKING))
  expect(bare[0]).toBe('Заказ-наряд № ЗП-0012')
  expect(bare).toContain('Без НДС\t')
  expect(bare).toContain('Заказчик\tне указан')
  expect(bare.filter((line) => /Скидка|Основание/.test(line))).toEqual([])
  const full = linesOf(orderPaper({ ...DEAL, discount: 1_000_00, note: 'Доставка до 18:00' }, 'customer', MAKING))
  expect(full).toContain('Скидка\t1 000,00')
  expect(full).toContain('Доставка до 18:00')
})

test('P4: an act says that all was done, and both sign', () => {
  const lines = linesOf(actPaper(DEAL, MAKING))
  expect(lines[0]).toBe('Акт № ЗП-0012 от 27 ноября 2026 г.')
  expect(lines.slice(-3)).toEqual([
    'Работы и услуги выполнены полностью и в срок. Заказчик по объему, качеству и срокам претензий не имеет.',
    'Исполнитель\tГромова О. В.',
    'Заказчик\tЁлкин Пётр',
  ])
})

test('P4: in English', () => {
  const lines = linesOf(actPaper(DEAL, { ...MAKING, language: 'en', words: en.papers }))
  expect(lines[0]).toBe('Certificate of completion No. ЗП-0012 of 27 November 2026')
  expect(lines).toContain('2 items in all, 45,314.30 RUB')
  expect(lines).toContain('Forty-five thousand three hundred fourteen rubles 30 kopecks')
})

test('P5: logo, seal and signature stand where they are given', () => {
  const pictures = {
    logo: 'data:image/png;base64,1',
    seal: 'data:image/png;base64,2',
    signature: 'data:image/png;base64,3',
  }
  const { blocks } = invoicePaper(DEAL, { ...MAKING, pictures })
  expect(blocks.find(({ is }) => is === 'picture')).toEqual({ is: 'picture', image: pictures.logo })
  const signs = blocks.flatMap((block) => (block.is === 'signatures' ? [block] : []))[0]
  expect(signs?.seal).toBe(pictures.seal)
  expect(signs?.signers.map(({ signature }) => signature)).toEqual([pictures.signature, null])
})
