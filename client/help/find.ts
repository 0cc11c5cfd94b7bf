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

/** Words that a question is put with: they say nothing of what it is about. */
const ASKING = new Set(
  [
    'а в все для до если есть за и из или к как какие какой когда ли мне можно мой мы на надо не нет ни нужно о об от по почему при с',
    'сделать со то у чем чтобы что это я где куда зачем кто сколько',
    'a an and are can do does for from how i if in is it make me my need of on or the to what when where which who why with',
  ].flatMap((line) => line.split(' ')),
)

/**
 * Finds parts of the guide by words in any of their forms, typed in either layout; those in titles and headings first. Of a question
 * that no part has all words of, those count that say what it is about, and parts that have the most of them.
 */
export function findHelp(pages: readonly HelpPage[], typed: string): readonly HelpFound[] {
  const layouts = [typed, inOtherLayout(typed)].map(wordsIn)
  const about = layouts.map((words) => words.filter((word) => !ASKING.has(word)))
  for (const words of [...layouts, ...about]) {
    const found = findWords(pages, words, words.length)
    if (found.length > 0) return found
  }
  const [words = []] = about
  return words.length > 1 ? findMost(pages, words) : []
}

/** Parts that have the most of the words, half of them at least. */
function findMost(pages: readonly HelpPage[], words: readonly string[]): readonly HelpFound[] {
  for (let least = words.length - 1; least * 2 >= words.length; least--) {
    const found = findWords(pages, words, least)
    if (found.length > 0) return found
  }
  return []
}

function findWords(pages: readonly HelpPage[], words: readonly string[], least: number): readonly HelpFound[] {
  if (words.length === 0) return []
  const all = pages.flatMap((page) =>
    page.sections.flatMap((section) => {
      const rank = rankOf(page, section, words, least)
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

/** 0: it has fewer than `least` of the words. */
function rankOf(page: HelpPage, section: HelpSection, words: readonly string[], least: number): number {
  const [title, heading, text] = [page.title, section.heading, section.text].map(knownIn)
  const worths = words.map((word) => (has(heading, word) ? 6 : has(title, word) ? 4 : has(text, word) ? 1 : 0))
  if (worths.filter((worth) => worth > 0).length < least) return 0
  const rank = worths.reduce<number>((sum, worth) => sum + worth, 0)
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
