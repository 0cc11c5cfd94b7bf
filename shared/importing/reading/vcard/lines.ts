import { type FileProblem, problemAt } from '../problem.ts'
import { VERSIONS, type Version } from './text.ts'

/** A line of a card, unfolded; `line` is where it begins, as an editor counts. */
export interface ContentLine {
  readonly line: number
  readonly text: string
}

/** The lines of one card between its begin and its end. */
export interface CardLines {
  readonly line: number
  readonly version: Version
  readonly lines: readonly ContentLine[]
}

interface OpenCard {
  readonly line: number
  readonly lines: ContentLine[]
  /** How many cards are begun within it. */
  inside: number
}

/** Cuts a text into cards and their lines. A card that is not closed is given with what it has; what stands outside of cards is told. */
export function cardsIn(text: string): {
  readonly cards: readonly CardLines[]
  readonly problems: readonly FileProblem[]
} {
  const cutter = new CardCutter()
  for (const [at, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\n|\r/)
    .entries())
    cutter.take({ line: at + 1, text: line })
  return cutter.end()
}

class CardCutter {
  readonly #cards: CardLines[] = []
  readonly #problems: FileProblem[] = []
  #open: OpenCard | null = null
  #isOutside = false

  take(line: ContentLine): void {
    const edge = line.text.trimEnd().toUpperCase()
    if (edge === 'BEGIN:VCARD') this.#begin(line)
    else if (this.#open === null) this.#outside(line)
    else if (edge !== 'END:VCARD') this.#open.lines.push(line)
    else if (this.#open.inside > 0) this.#endInside(line)
    else this.#close(this.#open)
  }

  end(): { readonly cards: readonly CardLines[]; readonly problems: readonly FileProblem[] } {
    this.#breakOff()
    return { cards: this.#cards, problems: this.#problems }
  }

  /** Version 2.1 may have a card within a card, as its agent; else a card before was not closed. */
  #begin(line: ContentLine): void {
    const before = this.#open?.lines.at(-1)
    if (this.#open && before && /^([\w-]+\.)?AGENT[;:]/i.test(before.text)) {
      this.#open.inside++
      this.#open.lines.push(line)
      return
    }
    this.#breakOff()
    this.#isOutside = false
    this.#open = { line: line.line, lines: [], inside: 0 }
  }

  #endInside(line: ContentLine): void {
    if (!this.#open) return
    this.#open.inside--
    this.#open.lines.push(line)
  }

  #breakOff(): void {
    if (!this.#open) return
    this.#problems.push(problemAt(this.#open.line, 'card-not-closed'))
    this.#close(this.#open)
  }

  #close({ line, lines }: OpenCard): void {
    const version = versionOf(lines)
    this.#cards.push({ line, version, lines: unfolded(lines, version) })
    this.#open = null
  }

  #outside({ line, text }: ContentLine): void {
    if (text.trim() === '' || this.#isOutside) return
    this.#isOutside = true
    this.#problems.push(problemAt(line, 'card-outside'))
  }
}

function versionOf(lines: readonly ContentLine[]): Version {
  const told = lines.flatMap(({ text }) => /^VERSION:\s*(\S+)\s*$/i.exec(text)?.[1] ?? [])
  return VERSIONS.find((one) => one === told[0]) ?? '3.0'
}

/** Joins the lines that were folded for length: by a blank at their begin, or, in quoted-printable, by `=` at their end. */
function unfolded(lines: readonly ContentLine[], version: Version): ContentLine[] {
  const joined: ContentLine[] = []
  let isBlank = false
  for (const { line, text } of lines) {
    const last = joined.at(-1)
    const more = last && !isBlank ? continuation(last.text, text, version) : null
    if (last && more !== null) joined[joined.length - 1] = { line: last.line, text: more }
    else if (text.trim() !== '') joined.push({ line, text })
    isBlank = text.trim() === ''
  }
  return joined
}

/** Both lines as one; null where the second is a line of its own. */
function continuation(before: string, text: string, version: Version): string | null {
  const head = headOf(before)
  if (before.endsWith('=') && /QUOTED-PRINTABLE/i.test(head)) return before.slice(0, -1) + text
  const isBase64 = /;(ENCODING=)?(BASE64|B)(?=[;]|$)/i.test(head)
  if (isBase64 && (/^[ \t]/.test(text) || /^[\w+/=]+$/.test(text))) return before + text.trim()
  if (!/^[ \t]/.test(text)) return null
  return before + (version === '2.1' ? text : text.slice(1))
}

/** What stands before a line's colon. */
function headOf(text: string): string {
  const colon = text.indexOf(':')
  return colon < 0 ? text : text.slice(0, colon)
}
