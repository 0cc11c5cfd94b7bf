import { fill, type Language, type Words } from '../../locales/index.ts'
import { REST } from '../answer.ts'
import { type Dimension, type Measure, STEPS, type Step } from '../ask.ts'
import { unitOf } from './units.ts'

/** What names in a report are written by. */
export interface Naming {
  /** Names of keys that the answer brings, by dimension. */
  readonly names: { readonly [dimension: string]: { readonly [key: string]: string } }
  readonly language: Language
  readonly words: Words['reports']
  /** As it stands behind sums: «руб.», «₽». */
  readonly currency: string
}

const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const satisfies Readonly<Record<Language, string>>

/** A key of a dimension in words. */
export function keyName(dimension: Dimension, key: string | null, naming: Naming): string {
  const { names, words } = naming
  if (key === null) return words.without
  if (key === REST) return words.rest
  const own: { readonly [dimension: string]: { readonly [key: string]: string } } = words.keys
  const said = own[dimension]?.[key] ?? names[dimension]?.[key]
  if (said !== undefined) return said
  const step = STEPS.find((one) => one === dimension)
  if (step) return spanName(step, key, naming)
  return dimension === 'hour' ? fill(words.hourOf, { n: key }) : key
}

/** A measure with its unit, as heads say it. */
export function measureName(measure: Measure, { words, currency }: Naming): string {
  const name = words.measure[measure]
  const unit = { money: currency, share: '%', quantity: '', hours: '', count: '' }[unitOf(measure)]
  return unit === '' ? name : fill(words.inUnit, { measure: name, unit })
}

/** A span of time by its first day, a plain date. */
function spanName(step: Step, day: string, { language, words }: Naming): string {
  const at = Date.parse(`${day}T00:00:00Z`)
  if (Number.isNaN(at)) return day
  const written = (options: Intl.DateTimeFormatOptions) =>
    new Intl.DateTimeFormat(LOCALES[language], { timeZone: 'UTC', ...options }).format(at)
  const year = day.slice(0, 4)
  switch (step) {
    case 'day':
      return written({ dateStyle: language === 'ru' ? 'short' : 'medium' })
    case 'week':
      return fill(words.weekOf, { day: written({ day: '2-digit', month: language === 'ru' ? '2-digit' : 'short' }) })
    case 'month':
      return `${written({ month: 'long' })} ${year}`
    case 'quarter':
      return fill(words.quarterOf, { n: Math.ceil(Number(day.slice(5, 7)) / 3), year })
    case 'year':
      return year
  }
}
