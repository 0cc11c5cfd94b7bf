import type { TargetWords } from '../../../../shared/importing/layout/guess.ts'
import { LAID_OUT, type LaidOut, targetsOf } from '../../../../shared/importing/layout/layout.ts'
import type { ChoiceWords } from '../../../../shared/importing/layout/mapping-of.ts'
import { DICTIONARIES } from '../../../../shared/locales/dictionaries.ts'

const WORDS = Object.values(DICTIONARIES)

/** What targets are called on the screens of every language: files that this program wrote are read with no question. */
export const TARGETS: TargetWords = Object.fromEntries(LAID_OUT.map((what) => [what, wordsOf(what)])) as TargetWords

/** The words of choices in every language. */
export const CHOICES: ChoiceWords = Object.fromEntries(
  WORDS.flatMap(({ records }) => Object.entries(records.choices).map(([choice, word]) => [word.toLowerCase(), choice])),
)

function wordsOf(what: LaidOut): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    targetsOf(what).map((target) => {
      const fields = WORDS.map(({ records }): Readonly<Record<string, string>> => records[what].fields)
      return [target, fields.flatMap((names) => names[target] ?? [])]
    }),
  )
}
