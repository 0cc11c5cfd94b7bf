import { type TypedPhone, typedPhone } from '../phone.ts'
import { inOtherLayout } from '../typed.ts'
import { hasDigit, numberIn, stemsOf, wordsIn } from './words.ts'

/** A word that is sought. */
export interface Sought {
  readonly word: string
  /** The stems that its forms may have. */
  readonly stems: readonly string[]
  readonly hasDigit: boolean
  /** Whether it is looked for in the middle of words, too. */
  readonly isInside: boolean
  /** Of a number, itself without the zeros before it. */
  readonly number: string | null
}

/** Words of which all are sought; what looks like a phone, or a part of one, as that, too. */
export interface Part {
  readonly words: readonly Sought[]
  readonly phone: TypedPhone | null
}

/** What was typed, read in one layout: all parts are sought. */
export interface Reading {
  readonly parts: readonly Part[]
  /** What a record that fits is worth, of 1: the other layout's reading counts less. */
  readonly weight: number
}

/** Fewer letters than this stand in the middle of too many words. */
const WORTH_LOOKING_INSIDE = 3
const OTHER_LAYOUT = 0.9
/** Digits as phones are spelled, with what people put between them. */
const RUN = /\+?\(?\d[\d\s()./–-]*/g

/** Reads what was typed, in both layouts of the keys (SPEC I3, F6); no reading where there is no word. */
export function readAsked(text: string): readonly Reading[] {
  const asTyped = partsOf(text)
  const otherwise = partsOf(inOtherLayout(text))
  const isOther = otherwise.length > 0 && JSON.stringify(otherwise) !== JSON.stringify(asTyped)
  const readings = [
    { parts: asTyped, weight: 1 },
    { parts: isOther ? otherwise : [], weight: OTHER_LAYOUT },
  ]
  return readings.filter(({ parts }) => parts.length > 0)
}

function partsOf(text: string): readonly Part[] {
  const parts: Part[] = []
  let end = 0
  for (const run of text.matchAll(RUN)) {
    const phone = isApart(text, run) ? typedPhone(run[0].trim()) : null
    if (phone === null) continue
    parts.push(...singly(text.slice(end, run.index)), { words: soughtIn(run[0]), phone })
    end = run.index + run[0].length
  }
  return [...parts, ...singly(text.slice(end))]
}

/** Digits inside a word are no phone. */
function isApart(text: string, { 0: run, index }: RegExpExecArray): boolean {
  const letter = /[\p{L}\p{N}]/u
  const next = text.charAt(index + run.length)
  return !letter.test(text.charAt(index - 1)) && !(letter.test(next) && /\d$/.test(run))
}

function singly(text: string): readonly Part[] {
  return soughtIn(text).map((word) => ({ words: [word], phone: null }))
}

function soughtIn(text: string): readonly Sought[] {
  return wordsIn(text).map((word) => ({
    word,
    stems: stemsOf(word),
    hasDigit: hasDigit(word),
    isInside: hasDigit(word) || word.length >= WORTH_LOOKING_INSIDE,
    number: numberIn(word),
  }))
}
