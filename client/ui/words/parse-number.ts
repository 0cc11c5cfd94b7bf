import type { Language } from '../../../shared/locales/index.ts'

/** What a person typed as a number: an integer of 10^-scale units, null for nothing, or why it is not one. */
export type TypedNumber = { readonly value: number | null } | { readonly wrong: 'number' | 'decimals' | 'too-large' }

/**
 * Reads a number as people type it: «1 234,5», «-3.20», «−5 ₽». Spaces group; point and comma both divide off decimals,
 * but an English comma before three digits groups. More decimals than `scale` are refused, not rounded.
 */
export function parseNumber(text: string, scale: number, language: Language): TypedNumber {
  const bare = text.replace(/[\s\u00a0\u202f_']/g, '').replace(/[−–]/g, '-')
  if (bare === '') return { value: null }
  const plain = language === 'en' ? ungrouped(bare) : bare
  const found = /^([+-]?)(\d*)(?:[.,](\d*))?[^\d.,]{0,4}$/.exec(plain)
  const [, sign = '', whole = '', typed = ''] = found ?? []
  if (!found || whole + typed === '') return { wrong: 'number' }
  const decimals = typed.replace(/0+$/, '')
  if (decimals.length > scale) return { wrong: 'decimals' }
  const size = Number(whole + decimals.padEnd(scale, '0'))
  if (!Number.isSafeInteger(size)) return { wrong: 'too-large' }
  return { value: sign === '-' && size !== 0 ? -size : size }
}

/** Takes out English grouping commas where they stand as they should: 1,234,567.8. */
function ungrouped(text: string): string {
  return /^[+-]?\d{1,3}(,\d{3})+(\.|[^\d,]|$)/.test(text) ? text.replaceAll(',', '') : text
}
