import { inOtherLayout, wordsOf } from './typed.ts'

/**
 * How well a text fits what was typed, from 0 (not at all) to 100 (it is the same). Both are folded. Every word must be
 * found: at the beginning of the text, of a word in it, or anywhere.
 */
export function fitOf(text: string, words: readonly string[]): number {
  let least = words.length === 0 ? 0 : 80
  for (const word of words) {
    const found = place(text, word)
    if (found === 0) return 0
    least = Math.min(least, found)
  }
  return text.startsWith(words[0] ?? ' ') && text === words.join(' ') ? 100 : least
}

/** The same for text with one letter too many, too few, another, or two of them exchanged in a word; at most 20. */
function nearFit(text: string, words: readonly string[]): number {
  if (words.length === 0) return 0
  const own = text.split(/[^\p{L}\p{N}]+/u)
  return words.every((word) => own.some((one) => isNear(one, word))) ? 20 : 0
}

/** What was typed, read both ways: as it is, and as the same keys in the other layout, which counts a little less. */
export interface Typed {
  readonly words: readonly string[]
  readonly otherWords: readonly string[]
}

export function readTyped(text: string): Typed {
  return { words: wordsOf(text), otherWords: wordsOf(inOtherLayout(text)) }
}

/** How well a folded text fits what was typed in either layout. */
export function fitTyped(text: string, { words, otherWords }: Typed): number {
  const asTyped = fitOf(text, words)
  return asTyped > 0 ? asTyped : fitOf(text, otherWords) * 0.9
}

/** As `fitTyped`, forgiving a slip. */
export function nearFitTyped(text: string, { words, otherWords }: Typed): number {
  return Math.max(nearFit(text, words), nearFit(text, otherWords) * 0.9)
}

function place(text: string, word: string): number {
  let at = text.indexOf(word)
  if (at === 0) return 80
  const first = at
  while (at > 0) {
    if (!/[\p{L}\p{N}]/u.test(text.charAt(at - 1))) return 60
    at = text.indexOf(word, at + 1)
  }
  return first > 0 ? 40 : 0
}

/** Words shorter than this are too like each other to forgive anything. */
const FORGIVING = 4

/** Whether `own` begins with `word`, but for one slip. */
export function isNear(own: string, word: string): boolean {
  if (word.length < FORGIVING) return own.startsWith(word)
  let i = 0
  while (i < word.length && own[i] === word[i]) i++
  if (i === word.length) return true
  const rest = word.slice(i + 1)
  const exchanged = word[i] === own[i + 1] && word[i + 1] === own[i] && own.startsWith(word.slice(i + 2), i + 2)
  return exchanged || own.startsWith(rest, i + 1) || own.startsWith(rest, i) || own.startsWith(word.slice(i), i + 1)
}
