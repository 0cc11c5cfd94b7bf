import type { Language } from '../../../../shared/locales/index.ts'

/** What a cell of a spreadsheet says: a number of 10^-scale units, null for nothing, undefined where it is no number. */
export interface CopiedNumber {
  readonly value: number | null
  /** It had more decimals than are kept here. */
  readonly isRounded: boolean
}

const EMPTY: CopiedNumber = { value: null, isRounded: false }
/** What stands at either end of a number and is none of it: signs of currencies and percent, «руб.», «RUB». */
const SIGNS = /^(?:[\p{Sc}%]|[A-Z]{3}(?![A-Z]))+|(?:[\p{Sc}%‰]|руб\.?|р\.|[A-Z]{3}|шт\.?)+$/giu

/**
 * Reads a number as spreadsheets show it: «1 094 700,50», «−5 ₽», «$1,234.50», «(3,20)», «12,5 %». Spaces of all kinds group, and so do
 * point or comma where the other one divides off the decimals. A point before three digits alone may mean either in Russian: that is no number.
 */
export function readCopiedNumber(text: string, scale: number, language: Language): CopiedNumber | undefined {
  const bare = text
    .replace(/[\s\u00a0\u2007\u2009\u202f_'’]/g, '')
    .replace(/[−–—]/g, '-')
    .replace(/\u200b|\ufeff/g, '')
  if (bare === '' || bare === '-') return EMPTY
  const inBrackets = /^\((.*)\)$/.exec(bare)?.[1]
  const sign = /^[+-]/.exec(inBrackets ?? bare)?.[0] ?? ''
  const found = partsOf((inBrackets ?? bare).slice(sign.length).replace(SIGNS, ''), language)
  if (!found || (inBrackets !== undefined && sign !== '')) return undefined
  const size = sized(found.whole, found.decimals, scale)
  if (!Number.isSafeInteger(size)) return undefined
  const isNegative = sign === '-' || inBrackets !== undefined
  return { value: isNegative && size !== 0 ? -size : size, isRounded: /[1-9]/.test(found.decimals.slice(scale)) }
}

interface Parts {
  readonly whole: string
  readonly decimals: string
}

function partsOf(text: string, language: Language): Parts | undefined {
  const [, signed = '', rest = ''] = /^(-?)(.*)$/.exec(text) ?? []
  if (signed !== '' || !/\d/.test(rest) || /[^\d.,]/.test(rest)) return undefined
  const kinds = new Set(rest.replace(/\d/g, ''))
  const last = Math.max(rest.lastIndexOf('.'), rest.lastIndexOf(','))
  if (kinds.size === 0) return { whole: rest, decimals: '' }
  const groups = ungrouped(rest)
  if (kinds.size === 2) {
    const whole = ungrouped(rest.slice(0, last))
    const decimals = rest.slice(last + 1)
    return whole === undefined || /\D/.test(decimals) ? undefined : { whole, decimals }
  }
  const isOnce = rest.indexOf(rest[last] ?? '') === last
  if (!isOnce) return groups === undefined ? undefined : { whole: groups, decimals: '' }
  if (groups !== undefined && !/^0/.test(rest)) {
    if (rest[last] === ',' && language === 'en') return { whole: groups, decimals: '' }
    if (rest[last] === '.' && language === 'ru') return undefined
  }
  return { whole: rest.slice(0, last), decimals: rest.slice(last + 1) }
}

/** Digits that stand in groups of three, without what divides them; undefined where they do not. */
function ungrouped(text: string): string | undefined {
  return /^\d{1,3}([.,]\d{3})+$/.test(text) || /^\d+$/.test(text) ? text.replace(/\D/g, '') : undefined
}

/** Rounded half away from nothing. */
function sized(whole: string, decimals: string, scale: number): number {
  const kept = Number(whole + decimals.slice(0, scale).padEnd(scale, '0'))
  return kept + (Number(decimals[scale] ?? 0) >= 5 ? 1 : 0)
}
