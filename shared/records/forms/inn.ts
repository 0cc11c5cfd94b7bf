/** The weights of a tax number's check digits (order of the Federal Tax Service of 29 June 2012, ММВ-7-6/435). */
const COMPANY = [2, 4, 10, 3, 5, 9, 4, 6, 8]
const PERSON = [
  [7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
  [3, 7, 2, 4, 10, 3, 5, 9, 4, 6, 8],
]

/** What seems wrong about an INN; null where nothing does: 10 digits of a company or 12 of a person, the last ones following from the others. */
export function doubtOfInn(text: string): 'inn-length' | 'inn-digits' | null {
  const digits = text.replaceAll(/\s/g, '')
  if (!/^(\d{10}|\d{12})$/.test(digits)) return 'inn-length'
  const checks = digits.length === 10 ? [COMPANY] : PERSON
  return checks.every((weights) => checkDigit(digits, weights) === Number(digits[weights.length])) ? null : 'inn-digits'
}

/** A person has 12 digits, a company 10. */
export function isPersonsInn(text: string): boolean {
  return text.replaceAll(/\s/g, '').length === 12
}

function checkDigit(digits: string, weights: readonly number[]): number {
  const sum = weights.reduce((total, weight, at) => total + weight * Number(digits[at]), 0)
  return (sum % 11) % 10
}
