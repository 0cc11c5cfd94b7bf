import type { TextForm } from '../declarations/fields.ts'
import { doubtOfAccount, doubtOfBik, doubtOfCorrespondent } from './bank.ts'
import { doubtOfBarcode } from './barcode.ts'
import { doubtOfCurrency } from './currency.ts'
import { doubtOfEmail } from './email.ts'
import { doubtOfInn } from './inn.ts'
import { doubtOfKpp } from './kpp.ts'
import { doubtOfLink } from './link.ts'
import { doubtOfOgrn } from './ogrn.ts'
import { doubtOfPhone } from './phone.ts'

const BY_FORM = {
  inn: doubtOfInn,
  kpp: doubtOfKpp,
  ogrn: doubtOfOgrn,
  bik: doubtOfBik,
  account: doubtOfAccount,
  correspondent: doubtOfCorrespondent,
  phone: doubtOfPhone,
  email: doubtOfEmail,
  barcode: doubtOfBarcode,
  link: doubtOfLink,
  currency: doubtOfCurrency,
} as const satisfies { readonly [F in TextForm]: (text: string, bik: string | null) => string | null }

/** What can seem wrong about a text of a form; the sentence for it stands in the dictionaries under `common.doubts`. */
export type Doubt = NonNullable<ReturnType<(typeof BY_FORM)[TextForm]>>

/**
 * What seems wrong about a text, which is kept all the same (SPEC R20); null where nothing does, or it is empty. `bik` is that
 * of the bank beside an account.
 */
export function doubtOf(form: TextForm | undefined, text: string, bik: string | null = null): Doubt | null {
  return form === undefined || text.trim() === '' ? null : BY_FORM[form](text, bik)
}
