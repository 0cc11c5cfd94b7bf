/** Octets of a line, its end apart. */
const LONGEST = 75

/** A line with its end, folded where it is longer than mail programs take; no character is cut. */
export function foldedLine(line: string): string {
  const folded: string[] = []
  let part = ''
  let octets = 0
  for (const sign of line) {
    const size = octetsOf(sign)
    if (octets + size > LONGEST) {
      folded.push(part)
      part = ' '
      octets = 1
    }
    part += sign
    octets += size
  }
  return `${[...folded, part].join('\r\n')}\r\n`
}

function octetsOf(sign: string): number {
  const code = sign.codePointAt(0) ?? 0
  if (code < 0x80) return 1
  if (code < 0x800) return 2
  return code < 0x10000 ? 3 : 4
}
