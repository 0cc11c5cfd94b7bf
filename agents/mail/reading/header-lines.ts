import { textOf } from './charset.ts'

/** A header of a letter: its name in lower case, and its value on one line, words not decoded. */
export interface HeaderLine {
  readonly name: string
  readonly value: string
}

/** The bytes of all headers, without the empty line behind them. */
export function headBytes(raw: Uint8Array): Uint8Array {
  const text = Buffer.from(raw.buffer, raw.byteOffset, Math.min(raw.length, 1024 * 1024))
  const ends = ['\r\n\r\n', '\n\n', '\r\r'].map((end) => text.indexOf(end, 0, 'latin1')).filter((at) => at !== -1)
  return ends.length === 0 ? text : text.subarray(0, Math.min(...ends))
}

/** All headers as they came, as text: those with bytes beyond ASCII in the charset that they seem to be in. */
export function headText(raw: Uint8Array): string {
  return textOf(headBytes(raw), '').replace(/\r\n?/g, '\n')
}

/** Headers one by one, unfolded. */
export function headerLines(head: string): readonly HeaderLine[] {
  return head
    .replace(/\n[ \t]+/g, ' ')
    .split('\n')
    .flatMap((line) => {
      const [, name, value] = /^([!-9;-~]+)[ \t]*:(.*)$/.exec(line) ?? []
      return name === undefined ? [] : [{ name: name.toLowerCase(), value: (value ?? '').trim() }]
    })
}

/** The first header of a name; null: there is none. */
export function headerOf(lines: readonly HeaderLine[], name: string): string | null {
  return lines.find((line) => line.name === name)?.value ?? null
}

/** Message-IDs that a header names, without their angle brackets, each once. */
export function idsIn(value: string | null): readonly string[] {
  const text = value ?? ''
  const bracketed = [...text.matchAll(/<([^<>]+)>/g)].map(([, id = '']) => id.replace(/\s+/g, ''))
  const found = bracketed.length > 0 ? bracketed : text.split(/[\s,<>]+/)
  return [...new Set(found.filter((id) => id !== ''))]
}

/** When a letter says that it was written, ms since 1970; null: that is no time. */
export function timeIn(value: string | null): number | null {
  const time = Date.parse(value ?? '')
  return Number.isNaN(time) ? null : time
}
