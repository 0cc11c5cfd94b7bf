/** The version of a card's form; it says how texts are escaped and lines are folded. */
export const VERSIONS = ['2.1', '3.0', '4.0'] as const
export type Version = (typeof VERSIONS)[number]

/** A text without its escapes. Version 2.1 knows none for a line's end: there `\n` is part of a path. */
export function unescaped(text: string, version: Version): string {
  return text.replace(/\\(.)/gs, (whole, sign: string) => {
    if (sign === 'n' || sign === 'N') return version === '2.1' ? whole : '\n'
    return /[\\,;:]/.test(sign) ? sign : whole
  })
}

/** The parts of a value between separators that are not escaped, each without its escapes. */
export function partsOf(value: string, separator: ';' | ',', version: Version): string[] {
  return splitRaw(value, separator).map((part) => unescaped(part, version))
}

function splitRaw(value: string, separator: string): string[] {
  const parts = ['']
  for (let at = 0; at < value.length; at++) {
    const sign = value[at] ?? ''
    const last = parts.length - 1
    if (sign === '\\') parts[last] += sign + (value[++at] ?? '')
    else if (sign === separator) parts.push('')
    else parts[last] += sign
  }
  return parts
}

/** The parts of a text between separators that do not stand in double quotes. */
export function splitUnquoted(text: string, separator: string): string[] {
  const parts = ['']
  let isQuoted = false
  for (const sign of text) {
    if (sign === '"') isQuoted = !isQuoted
    if (sign === separator && !isQuoted) parts.push('')
    else parts[parts.length - 1] += sign
  }
  return parts
}
