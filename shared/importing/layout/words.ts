import { DICTIONARIES } from '../../locales/dictionaries.ts'
import type { TargetWords } from './guess.ts'
import { LAID_OUT, type LaidOut, targetsOf } from './layout.ts'
import { choiceWords } from './mapping-of.ts'

const WORDS = Object.values(DICTIONARIES)

/** What targets are called on the screens of every language: files that this program wrote are read with no question. */
export const TARGETS: TargetWords = Object.fromEntries(LAID_OUT.map((what) => [what, wordsOf(what)])) as TargetWords

/** The words of choices in every language. */
export const CHOICES = choiceWords(WORDS.map(({ records }) => records.choices))

function wordsOf(what: LaidOut): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    targetsOf(what).map((target) => {
      const fields = WORDS.map(({ records }): Readonly<Record<string, string>> => records[what].fields)
      return [target, fields.flatMap((names) => names[target] ?? [])]
    }),
  )
}
