import { doubtOf } from '../../records/forms/doubts.ts'

/** Whom to pay, by which account. */
export interface Payee {
  readonly name: string | null
  readonly inn: string | null
  readonly kpp: string | null
  readonly account: string | null
  readonly bank: string | null
  readonly bik: string | null
  readonly correspondent: string | null
}

/** What is to be paid. */
export interface Payment {
  readonly payee: Payee
  /** Kopecks; null, or nothing above zero, leaves the sum to who pays. */
  readonly sum: number | null
  readonly purpose: string | null
}

type Requisite = keyof Payee

/** What stands in the way of a code that banks take. */
export interface RequisiteProblem {
  readonly requisite: Requisite
  readonly is: 'missing' | 'doubtful'
}

/** Format and version of GOST R 56042-2014, and that what follows is UTF-8. */
const HEAD = 'ST00012'
/** What may stand between the fields: the first that no value has (5.2.1 of the standard). */
const SEPARATORS = ['|', '#', ';', '^', '~', '{', '}', '!', '@', '$']

/** The fields that a code cannot do without, in the standard's order. */
const REQUIRED = [
  ['name', 'Name'],
  ['account', 'PersonalAcc'],
  ['bank', 'BankName'],
  ['bik', 'BIC'],
  ['correspondent', 'CorrespAcc'],
] as const satisfies readonly (readonly [Requisite, string])[]
/** How many signs a text has at most; what is longer is cut. Numbers have their own lengths. */
const MOST = { name: 160, bank: 45, purpose: 210 }
/** A bank's treasury has no correspondent account; the field says so. */
const NONE = '0'

/** What is missing of the payee, or does not look right (SPEC P3); with nothing of it, the code can be made. */
export function paymentProblems({
  name,
  inn,
  kpp,
  account,
  bank,
  bik,
  correspondent,
}: Payee): readonly RequisiteProblem[] {
  const needed = { name, account, bank, bik, correspondent }
  const missing = REQUIRED.flatMap(([requisite]) => (isBlank(needed[requisite]) ? [requisite] : []))
  const forms = { inn, kpp, account, bik, correspondent }
  const doubtful = (Object.keys(forms) as (keyof typeof forms)[]).filter((form) => {
    const text = forms[form] ?? ''
    return text !== NONE && doubtOf(form, text, bik) !== null
  })
  return [
    ...missing.map((requisite) => ({ requisite, is: 'missing' }) as const),
    ...doubtful.map((requisite) => ({ requisite, is: 'doubtful' }) as const),
  ]
}

/**
 * The text of a payment's code (GOST R 56042-2014, SPEC P2), as UTF-8 is meant: names and purpose are cut to what the
 * standard allows. To be made where `paymentProblems` has none.
 */
export function paymentString({ payee, sum, purpose }: Payment): string {
  const required = REQUIRED.map(([requisite, field]) => {
    const text = payee[requisite]
    const isText = requisite === 'name' || requisite === 'bank'
    return [field, isText ? line(text, MOST[requisite]) : digits(text)] as const
  })
  const others = [
    ['Sum', sum !== null && sum > 0 ? String(sum) : ''],
    ['Purpose', line(purpose, MOST.purpose)],
    ['PayeeINN', digits(payee.inn)],
    ['KPP', digits(payee.kpp)],
  ] as const
  return joined([...required, ...others.filter(([, value]) => value !== '')])
}

/** The fields behind the head. Where a value has every sign that may stand between, it loses the first. */
function joined(fields: readonly (readonly [field: string, value: string])[]): string {
  const separator = SEPARATORS.find((sign) => !fields.some(([, value]) => value.includes(sign))) ?? '|'
  return [HEAD, ...fields.map(([field, value]) => `${field}=${value.replaceAll(separator, ' ')}`)].join(separator)
}

/** A text in one line, as long as it may be. */
function line(text: string | null, most: number): string {
  const one = (text ?? '').replaceAll(/[\s\p{Cc}]+/gu, ' ').trim()
  return [...one].slice(0, most).join('').trim()
}

/** A number of digits that people write in groups. */
function digits(text: string | null): string {
  return (text ?? '').replaceAll(/\s/g, '')
}

function isBlank(text: string | null): boolean {
  return (text ?? '').trim() === ''
}
