import { type NumberInText, numbersInText } from '../../../../shared/phones/in-text.ts'

/** A run of a plain letter: what was written, or what is quoted. */
export interface Run {
  readonly isQuote: boolean
  readonly parts: readonly Part[]
}

/** Text, a link, or a phone number. */
export interface Part {
  readonly text: string
  /** Null: it leads nowhere. */
  readonly address: string | null
  readonly phone?: NumberInText
}

/** `>` before a line, and the line that says who wrote it. */
const QUOTED = /^\s*>/
const LINK = /https?:\/\/[^\s<>"«»]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+/gu
/** What ends a sentence is none of its link. */
const AFTER = /[.,;:!?)\]]+$/

/** The runs of a plain letter; a letter that is nothing but a quote is one run that is none. Numbers without a code are of a country. */
export function runsOf(text: string, country?: string | null): readonly Run[] {
  const lines = text.replace(/\r\n?/g, '\n').trimEnd().split('\n')
  const runs: { isQuote: boolean; lines: string[] }[] = []
  for (const line of lines) {
    const isQuote = QUOTED.test(line) || (line.trim() === '' && runs.at(-1)?.isQuote === true)
    const last = runs.at(-1)
    if (last?.isQuote === isQuote) last.lines.push(line)
    else runs.push({ isQuote, lines: [line] })
  }
  const isAllQuoted = runs.every((run) => run.isQuote || run.lines.every((line) => line.trim() === ''))
  return runs.map(({ isQuote, lines: own }) => ({
    isQuote: isQuote && !isAllQuoted,
    parts: partsOf(own.join('\n'), country),
  }))
}

/** Text with its links and numbers. */
export function partsOf(text: string, country?: string | null): Part[] {
  const parts: Part[] = []
  let from = 0
  for (const { 0: found, index } of text.matchAll(LINK)) {
    const link = found.replace(AFTER, '')
    parts.push(...withNumbers(text.slice(from, index), country))
    parts.push({ text: link, address: link.includes('://') ? link : `mailto:${link}` })
    from = index + link.length
  }
  parts.push(...withNumbers(text.slice(from), country))
  return parts
}

function withNumbers(text: string, country: string | null | undefined): readonly Part[] {
  const parts: Part[] = []
  let from = 0
  for (const phone of numbersInText(text, country)) {
    if (phone.from > from) parts.push({ text: text.slice(from, phone.from), address: null })
    parts.push({ text: text.slice(phone.from, phone.to), address: null, phone })
    from = phone.to
  }
  if (from < text.length) parts.push({ text: text.slice(from), address: null })
  return parts
}
