import type { BankDocument } from '../importing/reading/bank/statement.ts'
import type { Candidate, Claim, Reason } from './claims.ts'
import { namedNumbers, plainNumber, tailOf } from './named-numbers.ts'

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

/** A claim as it is compared: all that follows from it alone is worked out once for all payments. */
export interface Weighable {
  readonly claim: Claim
  readonly plain: string
  readonly tail: string | null
  readonly inn: string | null
  readonly name: string
  /** As purposes write it: `DD.MM.YYYY`. */
  readonly day: string
}

export function weighable(claim: Claim): Weighable {
  const plain = plainNumber(claim.number)
  const day = claim.date.split('-').reverse().join('.')
  return {
    claim,
    plain,
    tail: tailOf(plain),
    inn: claim.inn?.replace(/\s/g, '') || null,
    name: bareName(claim.name),
    day,
  }
}

/** What a payment says of what it is for. */
export interface Said {
  readonly document: BankDocument
  readonly named: ReadonlySet<string>
  /** Last digits of the numbers that are digits alone. */
  readonly tails: ReadonlySet<string>
  readonly name: string
}

export function saidBy(document: BankDocument): Said {
  const named = namedNumbers(document.purpose)
  const tails = [...named].filter((number) => /^\d+$/.test(number)).flatMap((number) => tailOf(number) ?? [])
  return { document, named, tails: new Set(tails), name: bareName(document.payer.name ?? '') }
}

/** How sure it is that a payment is for a claim on which that is due; null where hardly anything says so. */
export function weigh(said: Said, one: Weighable, due: number): Candidate | null {
  const { sum, purpose } = said.document
  const reasons = [
    ...numberReasons(said, one),
    ...payerReasons(said, one),
    ...(sum === due ? (['sum'] as const) : []),
    ...(sum > due ? (['more'] as const) : []),
    ...(one.day !== '' && purpose.includes(one.day) ? (['date'] as const) : []),
  ]
  const score = reasons.reduce((total, reason) => total + WEIGHTS[reason], 0)
  return score < OFFERED ? null : { claim: one.claim.id, confidence: Math.min(100, score), reasons }
}

/** Whether the candidate's number stands in the purpose. */
export function isNamed({ reasons }: Candidate): boolean {
  return reasons.includes('number') || reasons.includes('tail')
}

function numberReasons({ named, tails }: Said, { plain, tail }: Weighable): Reason[] {
  if (plain !== '' && named.has(plain)) return ['number']
  return tail !== null && tails.has(tail) ? ['tail'] : []
}

function payerReasons({ document: { payer }, name }: Said, one: Weighable): Reason[] {
  if (payer.inn !== null && one.inn !== null) return payer.inn === one.inn ? ['inn'] : ['other-inn']
  return name !== '' && name === one.name ? ['name'] : []
}

function bareName(name: string): string {
  return name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(FORMS, ' ')
    .replace(/[^\p{L}\d]+/gu, ' ')
    .trim()
}
