import type { BankDocument } from '../importing/reading/bank/statement.ts'
import type { Candidate, Claim, Reason } from './claims.ts'
import { plainNumber, tailOf } from './named-numbers.ts'

const WEIGHTS: Readonly<Record<Reason, number>> = {
  number: 50,
  tail: 35,
  inn: 30,
  sum: 30,
  name: 15,
  date: 10,
  'other-inn': -25,
  more: -10,
}
/** Below it a claim is not even offered. */
const OFFERED = 30
/** Forms of companies, which stand in names in many spellings. */
const FORMS =
  /(?<![\p{L}])(?:ооо|оао|зао|пао|ао|ип|общество с ограниченной ответственностью|акционерное общество|индивидуальный предприниматель)(?![\p{L}])/giu

/** How sure it is that a payment, whose purpose names these numbers, is for the claim; null where hardly anything says so. */
export function weigh(document: BankDocument, named: ReadonlySet<string>, claim: Claim): Candidate | null {
  const reasons = [
    ...numberReasons(named, claim),
    ...payerReasons(document, claim),
    ...(document.sum === claim.due ? (['sum'] as const) : []),
    ...(document.sum > claim.due ? (['more'] as const) : []),
    ...(document.purpose.includes(claim.date.split('-').reverse().join('.')) ? (['date'] as const) : []),
  ]
  const score = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0)
  return score < OFFERED ? null : { claim: claim.id, confidence: Math.min(100, score), reasons }
}

/** Whether the candidate's number stands in the purpose. */
export function isNamed({ reasons }: Candidate): boolean {
  return reasons.includes('number') || reasons.includes('tail')
}

function numberReasons(named: ReadonlySet<string>, { number }: Claim): Reason[] {
  const plain = plainNumber(number)
  if (plain !== '' && named.has(plain)) return ['number']
  const tail = tailOf(plain)
  const digits = [...named].filter((one) => /^\d+$/.test(one)).map(tailOf)
  return tail !== null && digits.includes(tail) ? ['tail'] : []
}

function payerReasons({ payer }: BankDocument, { inn, name }: Claim): Reason[] {
  if (payer.inn !== null && inn !== null) return payer.inn === inn.replace(/\s/g, '') ? ['inn'] : ['other-inn']
  const [one, other] = [bareName(payer.name ?? ''), bareName(name)]
  return one !== '' && one === other ? ['name'] : []
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(FORMS, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
