import { doubtOfEmail } from '../../../shared/records/forms/email.ts'
import { doubtOfInn } from '../../../shared/records/forms/inn.ts'
import { doubtOfPhone } from '../../../shared/records/forms/phone.ts'
import type { ShopWords } from '../words.ts'

/** The fields of the form that people type into, and how much each takes. */
export const FIELDS = { name: 200, phone: 60, email: 254, address: 500, company: 300, inn: 20, note: 2000 } as const
export type FieldName = keyof typeof FIELDS

/** What somebody has filled in. */
export type Filled = Readonly<Record<FieldName, string>> & { readonly consent: boolean; readonly news: boolean }

export const EMPTY: Filled = {
  ...{ name: '', phone: '', email: '', address: '', company: '', inn: '', note: '' },
  ...{ consent: false, news: false },
}

/** What is wrong at which field: a sentence of `order.wrong`, with what it needs. */
export type Wrong = Partial<Record<FieldName | 'consent', keyof ShopWords['order']['wrong']>>

/** A form’s fields: a field that comes twice counts once, a file not at all. */
export type Form = (name: string) => string

/** Reads a form; nothing of it is shortened, so that nothing that was typed is lost. */
export function filledIn(form: Form): Filled {
  const line = (name: FieldName) =>
    form(name)
      .replaceAll(/\p{Cc}+/gu, ' ')
      .trim()
  return {
    name: line('name'),
    phone: line('phone'),
    email: line('email'),
    address: line('address'),
    company: line('company'),
    inn: line('inn').replaceAll(/\s/g, ''),
    note: form('note')
      .replaceAll('\r\n', '\n')
      .replaceAll(/[^\P{Cc}\n]+/gu, ' ')
      .trim(),
    consent: form('consent') !== '',
    news: form('news') !== '',
  }
}

export function wrongIn(filled: Filled): Wrong {
  const { name, phone, email, inn, consent } = filled
  const doubt = inn === '' ? null : doubtOfInn(inn)
  const long = Object.entries(FIELDS).filter(([field, most]) => filled[field as FieldName].length > most)
  return {
    ...(name === '' && { name: 'name' }),
    ...(phone === '' && email === '' && { phone: 'reach' }),
    ...(phone !== '' && doubtOfPhone(phone) && { phone: 'phone' }),
    ...(email !== '' && doubtOfEmail(email) && { email: 'email' }),
    ...(doubt && { inn: doubt === 'inn-length' ? 'innLength' : 'innDigits' }),
    ...(!consent && { consent: 'consent' }),
    ...Object.fromEntries(long.map(([field]) => [field, 'long' as const])),
  }
}
