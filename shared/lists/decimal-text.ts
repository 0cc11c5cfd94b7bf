/** Digit for digit: 31453000 at scale 2 is «314530,00». */
export function decimalText(value: number, scale: number, mark: string): string {
  const digits = String(Math.abs(value)).padStart(scale + 1, '0')
  const sign = value < 0 ? '-' : ''
  return scale === 0 ? `${sign}${digits}` : `${sign}${digits.slice(0, -scale)}${mark}${digits.slice(-scale)}`
}
