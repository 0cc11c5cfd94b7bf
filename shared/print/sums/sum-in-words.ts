import { type Language, pluralForm } from '../../locales/index.ts'
import { type Counted, currencyWords } from './currencies.ts'
import { englishNumber } from './english.ts'
import { russianNumber } from './russian.ts'

/** How a sum is written out. */
export interface Wording {
  /** ISO 4217. */
  readonly currency: string
  readonly language: Language
  /** The hundredths as figures, as papers have them, or in words, too. */
  readonly minor?: 'figures' | 'words'
}

const BELOW_ZERO = { ru: 'минус', en: 'minus' } as const satisfies Readonly<Record<Language, string>>

/**
 * A sum of minor units in words (SPEC P1): «Двадцать одна тысяча два рубля 05 копеек». All currencies are counted as having
 * hundredths, as sums are kept.
 */
export function sumInWords(sum: number, { currency, language, minor = 'figures' }: Wording): string {
  const size = Math.abs(sum)
  const [whole, hundredths] = [Math.floor(size / 100), size % 100]
  const words = currencyWords(currency, language)
  const small =
    minor === 'words' ? counted(hundredths, words.minor, language) : figures(hundredths, words.minor, language)
  const text = [sum < 0 ? BELOW_ZERO[language] : '', counted(whole, words.major, language), small]
    .filter(Boolean)
    .join(' ')
  return text.charAt(0).toUpperCase() + text.slice(1)
}

function counted(value: number, noun: Counted, language: Language): string {
  const number = language === 'ru' ? russianNumber(value, noun.gender) : englishNumber(value)
  return `${number} ${pluralForm(language, value, noun.forms)}`
}

/** Two figures and the noun that they count; «/100» stands close behind them. */
function figures(value: number, noun: Counted, language: Language): string {
  const form = pluralForm(language, value, noun.forms)
  return `${String(value).padStart(2, '0')}${form.startsWith('/') ? '' : ' '}${form}`
}
