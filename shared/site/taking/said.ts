/** A line of a form and its longest text, in signs. */
const LINE = 300
const NOTE = 4_000

/** What somebody typed into a line, cleaned of what is not seen and cut to what a line may have. */
export function said(text: unknown, most = LINE): string {
  if (typeof text !== 'string') return ''
  const seen = text.replaceAll(/[\p{Cc}\p{Cf}]+/gu, ' ')
  return cut(seen.replaceAll(/\s+/g, ' ').trim(), most)
}

/** What somebody typed into a text of several lines. */
export function saidAtLength(text: unknown): string {
  if (typeof text !== 'string') return ''
  const lines = text.split(/\r\n?|\n/).map((line) => said(line, NOTE))
  return cut(lines.join('\n').trim(), NOTE)
}

/** Never amid a pair of code units. */
function cut(text: string, most: number): string {
  return text.length <= most ? text : text.slice(0, most).replace(/[\ud800-\udbff]$/, '')
}
