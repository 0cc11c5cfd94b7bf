import { expect, test } from 'vitest'
import { readStatement } from '../importing/reading/bank/read.ts'
import { movementsOf } from '../movements/movements.ts'
import { invoices } from '../orders/invoices/collections.ts'
import { ORDER, OTHER, shopWithOrder } from '../orders/testing/shop.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import type { Claim } from './claims.ts'
import { bankPaymentsIn, type ClaimLook, invoiceClaim, orderClaim } from './claims-of.ts'
import { entered, partsOf } from './entered.ts'
import { matchPayments } from './match.ts'

const INVOICE = derivedId('common', START, 'test', 'invoice')
const LOOK: ClaimLook = {
  customer: () => ({ name: 'Ромашка', inn: '7707083893' }),
  currency: 'RUB',
  zone: 'Europe/Moscow',
}

/** A shop with an order of 1,000 kopecks that is posted, and an invoice of it. */
function shop() {
  const own = shopWithOrder()
  own.do('setOrder', { id: ORDER, fields: { draft: 'ЗП-12' } })
  own.do('postOrder', { id: ORDER, posted: true })
  own.do('makeInvoice', { id: INVOICE, order: ORDER, fields: { draft: 'СЧ-77' } })
  const order = () => own.order()
  const claims = (): Claim[] => {
    const all = [orderClaim(order(), LOOK), invoiceClaim(own.row(invoices, INVOICE), order(), LOOK)]
    return all.flatMap((one) => one ?? [])
  }
  return { own, order, claims }
}

function statementOf(number: number, sum: string, purpose: string): string {
  return [
    '1CClientBankExchange',
    'РасчСчет=40702810000000000001',
    'СекцияДокумент=Платежное поручение',
    `Номер=${number}`,
    'Дата=02.09.2026',
    `Сумма=${sum}`,
    'ПлательщикСчет=40702810000000000002',
    'ПлательщикИНН=7707083893',
    'Плательщик1=ООО "Ромашка"',
    'ПолучательСчет=40702810000000000001',
    'ДатаПоступило=03.09.2026',
    `НазначениеПлатежа=${purpose}`,
    'КонецДокумента',
    'КонецФайла',
  ].join('\r\n')
}

/** Takes a statement in as a screen does. */
function takeIn({ own, order, claims }: ReturnType<typeof shop>, text: string) {
  const { statement } = readStatement(text)
  const { documents = [], accounts = [] } = statement ?? {}
  const open = claims()
  const matched = matchPayments({
    documents,
    accounts,
    claims: open,
    known: new Set(bankPaymentsIn(order()).map(({ payment }) => payment)),
  })
  const payments = matched.flatMap((one) => entered(one, partsOf(one), (id) => open.find((claim) => claim.id === id)))
  const written = own.do('takeStatement', { payments })
  return { matched, payments, written }
}

test('Y8: a payment is entered in its order by the invoice that it names, with its day and the bank’s words', () => {
  const all = shop()
  takeIn(all, statementOf(17, '6.00', 'Оплата по счету СЧ-77'))
  expect(all.order().payments).toMatchObject([
    {
      ...{ kind: 'payment', way: 'bank', sum: 600, date: '2026-09-03', invoice: INVOICE },
      comment: 'Платежное поручение 17, ООО "Ромашка": Оплата по счету СЧ-77',
    },
  ])
  expect(all.claims().map(({ due }) => due)).toEqual([400, 400])
})

test('Y2, Y8: twice adds nothing; undone it counts no more, and the same statement enters it anew', () => {
  const all = shop()
  const text = statementOf(17, '6.00', 'Оплата по счету СЧ-77')
  const { written, payments } = takeIn(all, text)
  expect(takeIn(all, text).matched.map(({ status }) => status)).toEqual(['present'])
  expect(all.own.answer('takeStatement', { payments })).toEqual({ taken: 0 })
  expect(all.order().payments).toHaveLength(1)
  all.own.do('undoAct', { act: written })
  expect(movementsOf(all.order()).paid).toBe(0)
  takeIn(all, text)
  expect(movementsOf(all.order()).paid).toBe(600)
  expect(takeIn(all, text).matched.map(({ status }) => status)).toEqual(['present'])
})

test('Y8: what a claim leaves over is an advance on its order: the whole sum is entered', () => {
  const all = shop()
  takeIn(all, statementOf(18, '12.50', 'Заказ ЗП-12'))
  expect(all.order().payments).toMatchObject([{ sum: 1_250, invoice: null }])
  expect(all.claims()).toEqual([])
})

test('Y9: what is not posted takes no money and is told as such; what is removed, paid or in another currency waits for nothing', () => {
  const { own, order, claims } = shop()
  expect(claims().map(({ number, due }) => [number, due])).toEqual([
    ['ЗП-12', 1_000],
    ['СЧ-77', 1_000],
  ])
  own.do('setOrder', { id: ORDER, fields: { currency: 'USD' } })
  expect(claims()).toEqual([])
  own.do('setOrder', { id: ORDER, fields: { currency: 'RUB' } })
  own.do('postOrder', { id: ORDER, posted: false })
  expect(claims(), 'it is known as one that takes no money').toMatchObject([{ isUnposted: true }, { isUnposted: true }])
  const payment = { payment: OTHER.slice(7), order: ORDER, invoice: null, sum: 100, date: '2026-09-03', comment: '' }
  expect(own.refusal('takeStatement', { payments: [payment] })).toBe('order-not-posted')
  expect(order().payments).toEqual([])
})
