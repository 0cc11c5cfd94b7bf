import { fill } from '../../locales/index.ts'
import { figuresOf } from '../figures.ts'
import type { Block } from '../paper.ts'
import { type Payee, paymentProblems, paymentString } from '../payment/payment-string.ts'
import type { Deal, Making, Seller } from './deal.ts'

/** Roubles alone are paid by the code. */
const ROUBLES = 'RUB'

/** The payee's table at the head of an invoice. */
export function bankBlock(seller: Seller, { words }: Making): Block {
  const payee = payeeOf(seller)
  const { bank } = words
  return {
    is: 'bank',
    rows: [
      {
        left: payee.bank ?? '',
        facts: [
          { label: bank.bik, text: payee.bik ?? '' },
          { label: bank.correspondent, text: payee.correspondent ?? '' },
        ],
      },
      {
        left: [payee.inn && fill(words.inn, { inn: payee.inn }), payee.kpp && fill(words.kpp, { kpp: payee.kpp })]
          .filter(Boolean)
          .join(' '),
        facts: [{ label: bank.account, text: payee.account ?? '' }],
      },
      { left: fill(bank.payee, { name: payee.name ?? '' }), facts: [] },
    ],
  }
}

/** The code by which a bank's program pays; where it cannot be made, a sentence that says for want of what (SPEC P3). */
export function codeBlock(deal: Deal, making: Making): Block {
  const { words } = making
  const payee = payeeOf(deal.seller)
  const problems = paymentProblems(payee)
  if (deal.currency !== ROUBLES) return { is: 'text', text: words.code.roublesOnly, look: 'small' }
  if (problems.length > 0) {
    const text = problems.map(({ requisite, is }) => fill(words.code[is], { requisite: words.requisites[requisite] }))
    return { is: 'text', text: fill(words.code.none, { problems: text.join(', ') }), look: 'small' }
  }
  const text = paymentString({ payee, sum: deal.total, purpose: purposeOf(deal, making) })
  return { is: 'code', text, words: words.code.words }
}

function purposeOf({ number, date, vat }: Deal, { words, language }: Making): string {
  const { sum, day } = figuresOf(language, ROUBLES)
  const of = date === null ? number : fill(words.dated, { title: number, date: day(date) })
  const paid = fill(words.purpose, { of })
  return `${paid} ${vat === null ? words.withoutVat : `${words.vat} ${sum(vat)}`}`
}

function payeeOf({ account, name, fullName, inn, kpp }: Seller): Payee {
  const { bik = null, bank = null, correspondent = null, account: number = null } = account ?? {}
  return { name: fullName || name, inn, kpp, account: number, bank, bik, correspondent }
}
