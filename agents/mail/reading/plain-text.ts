/** What is no text of a page, whole, with its end. */
const COMMENT = /<!--[\s\S]*?-->/g
const UNSHOWN = ['style', 'script', 'head', 'title'].map((name) => ({
  whole: new RegExp(`<${name}\\b[^<>]*>[\\s\\S]*?</${name}\\s*>`, 'gi'),
  end: new RegExp(`</${name}\\s*>`, 'gi'),
}))
/** What ends a line. */
const BREAKS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|table)\s*>/gi
const TAG = /<[a-z!/?][^>]*>/gi
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', laquo: '«', raquo: '»' },
  ...{ mdash: '—', ndash: '–', hellip: '…', copy: '©', bull: '•', euro: '€', shy: '' },
}

/** Of HTML that is longer only so many signs are read. */
const MOST = 1_000_000

/** The words of HTML, of a long one those that it begins with, for who searches them and reads how they begin; it is shown as what it is. */
export function plainText(whole: string): string {
  const html = whole.slice(0, MOST)
  const shown = UNSHOWN.reduce(
    (text, { whole, end }) => before(lastEnd(text, end), text, (some) => some.replace(whole, ' ')),
    before(html.lastIndexOf('-->') + 3, html, (some) => some.replace(COMMENT, ' ')),
  ).replace(/\s+/g, ' ')
  const broken = before(lastBracket(shown), shown, (some) => some.replace(BREAKS, '\n'))
  const lines = before(lastBracket(broken), broken, (some) => some.replace(TAG, ''))
  return lines
    .replace(ENTITY, meaning)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

/**
 * Changes what stands before a place, behind which nothing that was begun has an end: each beginning there would be followed to the end
 * of the text, in vain.
 */
function before(place: number, text: string, change: (some: string) => string): string {
  return change(text.slice(0, place)) + text.slice(place)
}

function lastBracket(text: string): number {
  return text.lastIndexOf('>') + 1
}

function lastEnd(text: string, end: RegExp): number {
  let last = 0
  for (const { 0: found, index } of text.matchAll(end)) last = index + found.length
  return last
}

function meaning(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}
