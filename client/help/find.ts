import { stemsOf, wordsIn } from '../../shared/search/index/words.ts'
import { inOtherLayout } from '../../shared/search/typed.ts'
import type { HelpPage, HelpPlace, HelpSection } from './page.ts'

/** A part of the guide that was found. */
export interface HelpFound extends HelpPlace {
  readonly title: string
  readonly heading: string
  /** What stands around the first word that was found. */
  readonly excerpt: string
}

const MOST = 30
/** Letters of an excerpt before what was found, and behind it. */
const BEFORE = 40
const BEHIND = 90

/** Finds parts of the guide by words in any of their forms, typed in either layout; those in titles and headings first. */
export function findHelp(pages: readonly HelpPage[], typed: string): readonly HelpFound[] {
  const found = findWords(pages, wordsIn(typed))
  return found.length > 0 ? found : findWords(pages, wordsIn(inOtherLayout(typed)))
}

function findWords(pages: readonly HelpPage[], words: readonly string[]): readonly HelpFound[] {
  if (words.length === 0) return []
  const all = pages.flatMap((page) =>
    page.sections.flatMap((section) => {
      const rank = rankOf(page, section, words)
      return rank === 0 ? [] : [{ rank, page, section }]
    }),
  )
  return all
    .sort((a, b) => b.rank - a.rank)
    .slice(0, MOST)
    .map(({ page, section }) => ({
      ...{ page: page.id, part: section.anchor, title: page.title, heading: section.heading },
      excerpt: excerptOf(section.text, words),
    }))
}

/** 0: a word is missing. */
function rankOf(page: HelpPage, section: HelpSection, words: readonly string[]): number {
  const [title, heading, text] = [page.title, section.heading, section.text].map(knownIn)
  let rank = 0
  for (const word of words) {
    const worth = has(heading, word) ? 6 : has(title, word) ? 4 : has(text, word) ? 1 : 0
    if (worth === 0) return 0
    rank += worth
  }
  // The beginning of a page stands for it.
  return rank + (section.anchor === '' && words.every((word) => has(title, word)) ? 4 : 0)
}

interface Known {
  readonly words: readonly string[]
  readonly stems: ReadonlySet<string>
}

const KNOWN = new Map<string, Known>()

function knownIn(text: string): Known {
  const known = KNOWN.get(text)
  if (known) return known
  const words = [...new Set(wordsIn(text))]
  const read = { words, stems: new Set(words.flatMap(stemsOf)) }
  KNOWN.set(text, read)
  return read
}

function has(known: Known | undefined, word: string): boolean {
  if (!known) return false
  return known.words.some((own) => own.startsWith(word)) || stemsOf(word).some((stem) => known.stems.has(stem))
}

function excerptOf(text: string, words: readonly string[]): string {
  const [first = ''] = words
  const stem = stemsOf(first)[0] ?? first
  const at = Math.max(0, text.toLowerCase().replaceAll('ё', 'е').indexOf(stem))
  const from = at <= BEFORE ? 0 : text.indexOf(' ', at - BEFORE) + 1
  const part = text.slice(from, at + BEHIND)
  return `${from > 0 ? '…' : ''}${part}${at + BEHIND < text.length ? '…' : ''}`
}
