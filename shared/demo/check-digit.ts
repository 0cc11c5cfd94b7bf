/** The digit that stands for `_` in a number so that `isRight` holds of it: numbers of the demo company add up. */
export function withCheckDigit(number: string, isRight: (number: string) => boolean): string {
  const all = Array.from({ length: 10 }, (_, digit) => number.replace('_', String(digit)))
  const right = all.find(isRight)
  if (right === undefined) throw new RangeError(`No digit fits into ${number}`)
  return right
}
