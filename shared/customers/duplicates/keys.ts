import { folded } from '../../filters/values/folded.ts'

/** What stands before or behind a name and says only what kind of company or person it is. */
const LEGAL_FORMS = new Set(
  (
    'ооо оао зао пао нао ао одо тоо ип чп пбоюл гуп муп фгуп фгбу гбу мбу ано нко снт тсж тсн кфх чоу ' +
    'общество с ограниченной ответственностью публичное открытое закрытое непубличное акционерное индивидуальный предприниматель ' +
    'llc ltd limited inc corp gmbh ag sa co company'
  ).split(' '),
)

/**
 * A name as it is compared: without legal form, quotes, signs, sizes of letters and order of words: ООО «Ромашка» is
 * «Ромашка ООО», «Иванов Иван» «Иван Иванов». Empty where there is no letter or digit.
 */
export function nameKey(name: string): string {
  const words = wordsIn(name)
  const telling = words.filter((word) => !LEGAL_FORMS.has(word))
  return (telling.length > 0 ? telling : words).sort().join(' ')
}

/** Words of addresses that some write and some do not. */
const OF_ADDRESSES = new Set(
  (
    'россия рф российская федерация город г улица ул проспект пр пркт кт просп переулок пер бульвар бул б р шоссе ш площадь пл ' +
    'набережная наб дом д корпус корп к строение стр с квартира кв офис оф помещение пом комната ком область обл край район рн р н'
  ).split(' '),
)
const POSTCODE = /^\d{6}$/
/** With fewer words an address is a town, which many share. */
const TELLING = 3

/** An address as it is compared; null where it says no house. */
export function addressKey(address: string): string | null {
  const words = wordsIn(address).filter((word) => !OF_ADDRESSES.has(word) && !POSTCODE.test(word))
  const hasHouse = words.some((word) => /\d/.test(word))
  return hasHouse && words.length >= TELLING ? words.join(' ') : null
}

/** The key of an e-mail address: letters have no size in it. */
export function emailKey(email: string): string | null {
  const key = email.trim().toLowerCase()
  return key.includes('@') ? key : null
}

function wordsIn(text: string): string[] {
  return folded(text).match(/[\p{L}\p{N}]+/gu) ?? []
}
