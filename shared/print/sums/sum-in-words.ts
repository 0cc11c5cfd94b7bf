import { minorDigits } from '../../company/currency-code.ts'
import { type Language, pluralForm } from '../../locales/index.ts'
import { type Counted, currencyWords } from './currencies.ts'
import { englishNumber } from './english.ts'
import { russianNumber } from './russian.ts'

/** How a sum is written out. */
export interface Wording {
  /** ISO 4217. */
  readonly currency: string
  readonly language: Language
  /** The minor units as figures, as papers have them, or in words, too. */
  readonly minor?: 'figures' | 'words'
}

const BELOW_ZERO = { ru: 'минус', en: 'minus' } as const satisfies Readonly<Record<Language, string>>

/**
 * A sum of minor units in words (SPEC P1): «Двадцать одна тысяча два рубля 05 копеек»; of a currency without any, the whole
 * alone.
 */
export function sumInWords(sum: number, { currency, language, minor = 'figures' }: Wording): string {
  const size = Math.abs(sum)
  const digits = minorDigits(currency)
  const unit = 10 ** digits
  const words = currencyWords(currency, language)
  const small = () => {
    const rest = size % unit
    return minor === 'words' ? counted(rest, words.minor, language) : figures(rest, digits, words.minor, language)
  }
  const whole = counted(Math.floor(size / unit), words.major, language)
  const text = [sum < 0 ? BELOW_ZERO[language] : '', whole, digits === 0 ? '' : small()].filter(Boolean).join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function counted(value: number, noun: Counted, language: Language): string {
  const number = language === 'ru' ? russianNumber(value, noun.gender) : englishNumber(value)
  return `${number} ${pluralForm(language, value, noun.forms)}`
}

/** All figures of the minor unit and the noun that they count; «/100» stands close behind them. */
function figures(value: number, digits: number, noun: Counted, language: Language): string {
  const form = pluralForm(language, value, noun.forms)
  return `${String(value).padStart(digits, '0')}${form.startsWith('/') ? '' : ' '}${form}`
}
