import type { JsonObject } from '../../records/declarations/value.ts'
import { doubtOfAccount, doubtOfCorrespondent } from '../../records/forms/bank.ts'
import { doubtOfInn } from '../../records/forms/inn.ts'
import { doubtOfOgrn } from '../../records/forms/ogrn.ts'
import { withCheckDigit } from '../check-digit.ts'

/** A bank that there is not: no bank of St Petersburg has this number. */
const BIK = '044030999'

/** Requisites of the `index`-th company (below 1,000): all digits add up, and the tax office 7800 gives out none of them. */
export function requisitesOf(index: number): JsonObject {
  const three = String(index).padStart(3, '0')
  return {
    inn: withCheckDigit(`780000${three}_`, (inn) => doubtOfInn(inn) === null),
    kpp: '780001001',
    ogrn: withCheckDigit(`116780000${three}_`, (ogrn) => doubtOfOgrn(ogrn) === null),
  }
}

/** A settlement account with that bank. */
export function accountOf(index: number, bank: string): JsonObject {
  const three = String(index).padStart(3, '0')
  return {
    bik: BIK,
    bank,
    account: withCheckDigit(`40702810_00000000${three}`, (account) => doubtOfAccount(account, BIK) === null),
    correspondent: withCheckDigit('30101810_00000000999', (account) => doubtOfCorrespondent(account, BIK) === null),
  }
}
