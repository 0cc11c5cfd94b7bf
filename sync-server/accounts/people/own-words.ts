import { Failure } from '../../../shared/errors.ts'
import { inOtherLayout } from '../../../shared/search/typed.ts'

/** A shorter word beside others is no name that would be guessed. */
const SHORTEST = 3

/** Failure password-common for a password made of what everybody knows: the company's name, the person's own, the e-mail. */
export function checkUnlike(password: string, texts: readonly string[]): void {
  if (isMadeOf(password, texts)) throw new Failure('password-common')
}

/**
 * Whether a password has no letters but words of the texts, in any order, beside digits and signs: `Ромашка-2026`,
 * `annaromashka1`; also typed in the other layout.
 */
export function isMadeOf(password: string, texts: readonly string[]): boolean {
  const words = texts.flatMap(wordsIn).sort((a, b) => b.length - a.length)
  const small = password.toLowerCase()
  return [small, inOtherLayout(small)].some((typed) => {
    const rest = words.reduce((left, word) => left.replaceAll(word, ' '), typed)
    return rest !== typed && !/\p{L}/u.test(rest)
  })
}

function wordsIn(text: string): string[] {
  return text
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .filter((word) => word.length >= SHORTEST)
}
