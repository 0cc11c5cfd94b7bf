import { minorDigits } from '../../company/currency-code.ts'
import type { Language, Plural } from '../../locales/index.ts'

/** A noun that is counted: one рубль, two рубля; what gender its numbers take. */
export interface Counted {
  readonly gender: 'm' | 'f' | 'n'
  readonly forms: Plural
}

/** What a currency and its hundredth are called; null for one that is known by its code alone. */
export interface CurrencyWords {
  readonly major: Counted
  readonly minor: Counted
}

const m = (one: string, few: string, many: string): Counted => ({ gender: 'm', forms: { one, few, many, other: many } })
const f = (one: string, few: string, many: string): Counted => ({ gender: 'f', forms: { one, few, many, other: many } })
/** One that has no forms, or, in English, that of many. */
const n = (one: string, other = one): Counted => ({ gender: 'm', forms: { one, few: other, many: other, other } })

const KOPECK = f('копейка', 'копейки', 'копеек')
const CENT = m('цент', 'цента', 'центов')

/** By ISO 4217. */
const TABLE: { readonly [code: string]: { readonly [L in Language]: CurrencyWords } } = {
  RUB: {
    ru: { major: m('рубль', 'рубля', 'рублей'), minor: KOPECK },
    en: { major: n('ruble', 'rubles'), minor: n('kopeck', 'kopecks') },
  },
  BYN: {
    ru: { major: m('белорусский рубль', 'белорусских рубля', 'белорусских рублей'), minor: KOPECK },
    en: { major: n('Belarusian ruble', 'Belarusian rubles'), minor: n('kopeck', 'kopecks') },
  },
  KZT: { ru: { major: n('тенге'), minor: m('тиын', 'тиына', 'тиынов') }, en: { major: n('tenge'), minor: n('tiyn') } },
  UZS: {
    ru: { major: m('сум', 'сума', 'сумов'), minor: m('тийин', 'тийина', 'тийинов') },
    en: { major: n('sum'), minor: n('tiyin') },
  },
  AMD: {
    ru: { major: m('драм', 'драма', 'драмов'), minor: n('лума') },
    en: { major: n('dram', 'drams'), minor: n('luma') },
  },
  USD: {
    ru: { major: m('доллар США', 'доллара США', 'долларов США'), minor: CENT },
    en: { major: n('US dollar', 'US dollars'), minor: n('cent', 'cents') },
  },
  EUR: { ru: { major: n('евро'), minor: CENT }, en: { major: n('euro', 'euros'), minor: n('cent', 'cents') } },
  GBP: {
    ru: { major: m('фунт стерлингов', 'фунта стерлингов', 'фунтов стерлингов'), minor: n('пенни', 'пенсов') },
    en: { major: n('pound sterling', 'pounds sterling'), minor: n('penny', 'pence') },
  },
  CNY: {
    ru: { major: m('юань', 'юаня', 'юаней'), minor: m('фэнь', 'фэня', 'фэней') },
    en: { major: n('yuan'), minor: n('fen') },
  },
}

/** The words of a currency; of one that is not in the table, its code for the whole and «/100» for hundredths. */
export function currencyWords(currency: string, language: Language): CurrencyWords {
  return TABLE[currency]?.[language] ?? { major: n(currency), minor: n(`/${10 ** minorDigits(currency)}`) }
}

/** What stands behind a sum and in heads of columns where another word than the code is usual. */
const SHORT: { readonly [L in Language]: { readonly [code: string]: string } } = {
  ru: { RUB: 'руб.', BYN: 'бел. руб.', KZT: 'тенге' },
  en: {},
}

/** A currency as papers of the language write it beside sums: «руб.»; else its code. */
export function shortCurrency(currency: string, language: Language): string {
  return SHORT[language][currency] ?? currency
}
