/** More cells than this are not pasted at once. */
export const MOST_CELLS = 100_000

const TAB = 9
const BREAK = 10

/** Whether a text from a spreadsheet has more cells than `most`; told by its separators, before anything of it is read. */
export function hasMoreCells(text: string, most: number): boolean {
  let count = 1
  for (let at = 0; at < text.length - 1; at++) {
    const code = text.charCodeAt(at)
    if (code === TAB || code === BREAK) count++
    if (count > most) return true
  }
  return false
}

/**
 * The cells of a text as spreadsheets copy it: columns divided by tabs, rows by line breaks, a cell with either of them in quotes, its
 * own quotes doubled. The break behind the last row is none.
 */
export function readTableText(text: string): string[][] {
  const rows: string[][] = [[]]
  let at = 0
  while (at <= text.length) {
    const cell = cellAt(text, at)
    rows.at(-1)?.push(cell.text)
    at = cell.end
    if (at >= text.length) break
    if (text[at] !== '\t') {
      at += text.startsWith('\r\n', at) ? 1 : 0
      if (at + 1 >= text.length) break
      rows.push([])
    }
    at++
  }
  return rows
}

/** A cell that begins here, and where it ends: at a separator or with the text. */
function cellAt(text: string, start: number): { readonly text: string; readonly end: number } {
  const quoted = text[start] === '"' ? quotedAt(text, start) : null
  if (quoted) return quoted
  let end = start
  while (end < text.length && !isSeparator(text, end)) end++
  return { text: text.slice(start, end), end }
}

/** A cell in quotes; null where no quote ends it: then the first one is text like any other. */
function quotedAt(text: string, start: number): { readonly text: string; readonly end: number } | null {
  let close = text.indexOf('"', start + 1)
  while (close !== -1 && text[close + 1] === '"') close = text.indexOf('"', close + 2)
  if (close === -1 || (close + 1 < text.length && !isSeparator(text, close + 1))) return null
  return { text: text.slice(start + 1, close).replaceAll('""', '"'), end: close + 1 }
}

function isSeparator(text: string, at: number): boolean {
  const sign = text[at]
  return sign === '\t' || sign === '\n' || sign === '\r'
}

/** The same way back. */
export function writeTableText(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(quotedIfNeeded).join('\t')).join('\n')
}

function quotedIfNeeded(text: string): string {
  return /[\t\r\n]|^"/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' }

/** The same as a table of HTML, which spreadsheets take before the text. */
export function writeTableHtml(rows: readonly (readonly string[])[]): string {
  const escaped = (text: string) => text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign)
  const lines = rows.map((row) => `<tr>${row.map((text) => `<td>${escaped(text)}</td>`).join('')}</tr>`)
  return `<table>${lines.join('')}</table>`
}
