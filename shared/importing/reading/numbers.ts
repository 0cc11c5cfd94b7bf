/** How a file writes its numbers. */
export interface NumberForm {
  readonly decimal: '.' | ','
  /** What stands between thousands; empty for nothing. A space means any of the spaces in use. */
  readonly group: '' | ' ' | ',' | '.' | "'"
}

/** Reads a number as an integer of `10^-decimals`; null for other text, or where digits would be lost. */
export function readNumber(text: string, decimals: number, { decimal, group }: NumberForm): number | null {
  const plain = group === '' ? text : text.replaceAll(group === ' ' ? /\s/g : group, '')
  const [whole = '', fraction = '', ...rest] = plain.split(decimal)
  const digits = fraction.replace(/0+$/, '')
  if (rest.length > 0 || !/^[-+]?\d+$/.test(whole) || !/^\d*$/.test(fraction) || digits.length > decimals) return null
  const value = Number(whole + digits.padEnd(decimals, '0'))
  return Number.isSafeInteger(value) ? value + 0 : null
}
