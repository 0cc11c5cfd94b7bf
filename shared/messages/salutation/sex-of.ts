import { folded } from '../../filters/values/folded.ts'
import { type Sex, sexOfName } from './names.ts'

const HER_PATRONYMIC = /(?:[а-я]{2}(?:овна|евна|ична)|^кызы)$/
/** Surnames, too, end like this: «Анна Абрамович». */
const HIS_PATRONYMIC = /(?:[а-я]{2}(?:ович|евич)|^(?:ильич|кузьмич|лукич|фомич|никитич|саввич|фокич)|^оглы)$/
const HER_SURNAME = /[а-я]{2}(?:ова|ева|ская|цкая|ная)$/
const HIS_SURNAME = /[а-я]{2}(?:ов|ев|ин|ский|цкий|ный)$/

/**
 * Of which sex somebody is, by a Russian name in any order (SPEC TX4): by the patronymic, else the given name, else the
 * surname. Null where these do not say it, or contradict each other: nobody is addressed by a guess.
 */
export function sexOf(name: string): Sex | null {
  const words = folded(name).match(/[а-я]+/g) ?? []
  if (words.some((word) => HER_PATRONYMIC.test(word))) return 'she'
  const named = words.map(sexOfName)
  const given = theOnly(named.filter((sex) => sex === 'he' || sex === 'she'))
  if (given !== null) return given
  if (named.some((sex) => sex === 'he' || sex === 'she')) return null
  const isPatronymic = words.some((word) => HIS_PATRONYMIC.test(word))
  if (isPatronymic) return words.length < 3 && named.includes('either') ? null : 'he'
  return theOnly(words.flatMap(bySurname))
}

function bySurname(word: string): readonly Sex[] {
  if (HER_SURNAME.test(word)) return ['she']
  return HIS_SURNAME.test(word) ? ['he'] : []
}

function theOnly(found: readonly Sex[]): Sex | null {
  const [first = null] = found
  return found.every((one) => one === first) ? first : null
}
