/** What is no text of a page, whole. */
const UNSHOWN = /<(style|script|head|title)\b[^>]*>[\s\S]*?<\/\1\s*>|<!--[\s\S]*?-->/gi
/** What ends a line. */
const BREAKS = /<(?:br|hr)\b[^>]*>|<\/(?:p|div|tr|li|h[1-6]|blockquote|table)\s*>/gi
const TAG = /<[a-z!/?][^>]*>/gi
const ENTITY = /&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|([a-z]{2,8}));/gi

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: '\u00a0', laquo: '«', raquo: '»' },
  ...{ mdash: '—', ndash: '–', hellip: '…', copy: '©', bull: '•', euro: '€', shy: '' },
}

/** The words of HTML, for who searches them and reads how they begin; it is shown as what it is. */
export function plainText(html: string): string {
  const lines = html.replace(UNSHOWN, ' ').replace(/\s+/g, ' ').replace(BREAKS, '\n').replace(TAG, '')
  return lines
    .replace(ENTITY, meaning)
    .split('\n')
    .map((line) => line.replace(/\s+/g, ' ').trim())
    .join('\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim()
}

function meaning(entity: string, decimal?: string, hex?: string, name?: string): string {
  if (name !== undefined) return NAMED[name.toLowerCase()] ?? entity
  const code = decimal === undefined ? Number.parseInt(hex ?? '', 16) : Number(decimal)
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : entity
}
