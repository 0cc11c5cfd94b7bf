import type { Part, Sought } from './asked.ts'
import { fitOfWord, worthByReference, worthOf, worthOfPhone } from './fit.ts'
import type { Rating } from './index.ts'
import type { Terms } from './terms.ts'

/** What a record is worth for a part, looked at by itself: the same as an index says of it (SPEC I7). */
export function worthOfTerms(terms: Terms, part: Part, { isForgiving, named }: Rating): number {
  const byWords = Math.min(...part.words.map((sought) => worthOfWord(terms, sought, isForgiving)))
  const { phone } = part
  const byPhone = phone ? [...terms.phones].map((digits) => worthOfPhone(digits, phone)) : []
  const byReference = [...terms.references].some((id) => named.has(id)) ? worthByReference(isForgiving) : 0
  return Math.max(byWords, byReference, ...byPhone)
}

/** Whether any of a record's words fits, but for a slip. */
export function hasWord(terms: Terms, sought: Sought): boolean {
  return worthOfWord(terms, sought, false) > 0
}

function worthOfWord({ titles, texts }: Terms, sought: Sought, isForgiving: boolean): number {
  let worth = 0
  for (const [words, isTitle] of [
    [titles, true],
    [texts, false],
  ] as const) {
    for (const word of words) {
      const fit = fitOfWord(word, sought, isForgiving)
      if (fit) worth = Math.max(worth, worthOf(fit, isTitle))
    }
  }
  return worth
}
