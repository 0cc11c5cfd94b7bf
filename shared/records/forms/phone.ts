/** How many digits a number has with its country's code: E.164 allows 15, the shortest are those of small countries. */
const ABROAD = /^\d{8,15}$/
/** Ten digits, alone or behind 8 or the country's code. */
const HERE = /^[78]?\d{10}$/
/** Signs between the digits. */
const BETWEEN = /[\s().–-]/g
/** Of an office's inner line, behind the number: in words, or behind signs of a pause. */
export const EXTENSION =
  /\(?(?:доб(?:авочный)?|вн(?:утр(?:енний)?)?|ext(?:ension)?)\.?:?\s*\d+\)?$|(?:[,#;]|(?<=\d)[*pwx])\s*\d+$/i

/** What seems wrong about a phone number; null where it has as many digits as one has, an extension apart. Without `+` it is of this country. */
export function doubtOfPhone(text: string): 'phone' | null {
  const number = text.trim().replace(EXTENSION, '').replaceAll(BETWEEN, '')
  const isAbroad = number.startsWith('+') && !number.startsWith('+7')
  const digits = number.replace(/^\+/, '')
  return (isAbroad ? ABROAD : HERE).test(digits) ? null : 'phone'
}
