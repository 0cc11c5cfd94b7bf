import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { inOtherLayout } from '../../../shared/search/typed.ts'

/** What somebody tries first who knows what program this is; in lower case. */
const OWN_WORDS = ['voronka', 'воронка', 'crm', 'срм']
/** A shorter rest beside digits and signs is no word that would be guessed. */
const SHORTEST = 3

/**
 * The 10,000 most used passwords, a line each, in lower case: the head of the list of @zxcvbn-ts/language-common 4.1.3 (MIT),
 * which is made from what was stolen from other places.
 */
let known: ReadonlySet<string> | undefined

/**
 * Whether a password is one of those that are tried first: a much used one, whatever its capitals, also with digits and signs
 * before and behind it (`Password2026!`), or typed in the other layout (`пароль` by the keys of `gfhjkm`).
 */
export function isPasswordCommon(password: string): boolean {
  known ??= new Set(
    readFileSync(join(import.meta.dirname, 'common-passwords.txt'), 'utf8')
      .trim()
      .split('\n'),
  )
  const whole = password.toLowerCase()
  const core = whole.replace(/^\P{L}+|\P{L}+$/gu, '')
  const words = core.length < SHORTEST ? [whole] : [whole, core]
  return words.some((word) => OWN_WORDS.includes(word) || known?.has(word) || known?.has(inOtherLayout(word)))
}
