import { LONGEST_QUOTE } from '../../messages/limits.ts'

/** What stands below an answer: who wrote when, and what (SPEC MW4). */
export interface Quote {
  readonly head: string
  readonly words: string
}

/** An empty line parts them. */
const GAP = '\n\n'

/** As messages keep it: plain lines, what is too long cut off. */
export function writeQuote({ head, words }: Quote): string {
  const text = `${head.trim()}${GAP}${words.replaceAll(/\r\n?/g, '\n').trimEnd()}`
  return text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE - 2)}\n…` : text
}

export function readQuote(kept: string): Quote {
  const [head = '', ...words] = kept.split(GAP)
  return { head, words: words.join(GAP) }
}

/** In plain text: each line of an answered letter behind a sign, those of one that is passed on as they were. */
export function quoteLines(kept: string, isForwarded: boolean): string {
  const { head, words } = readQuote(kept)
  if (isForwarded) return `${head}${GAP}${words}`
  const signed = words.split('\n').map((line) => (line.startsWith('>') ? `>${line}` : `> ${line}`.trimEnd()))
  return `${head}\n${signed.join('\n')}`
}
