const SMALL =
  'one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  )
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ')
const SCALES = ['thousand', 'million', 'billion', 'trillion', 'quadrillion']

/** A whole number from 0 in English words: «one hundred twenty-one thousand five». */
export function englishNumber(value: number): string {
  if (value === 0) return 'zero'
  const parts: string[] = below(value % 1_000)
  let rest = Math.floor(value / 1_000)
  for (const scale of SCALES) {
    if (rest % 1_000 > 0) parts.unshift(...below(rest % 1_000), scale)
    rest = Math.floor(rest / 1_000)
  }
  return parts.join(' ')
}

function below(value: number): string[] {
  const [hundreds, rest] = [Math.floor(value / 100), value % 100]
  const words = hundreds > 0 ? [SMALL[hundreds - 1], 'hundred'] : []
  if (rest < 20) words.push(SMALL[rest - 1])
  else words.push([TENS[Math.floor(rest / 10) - 2], SMALL[(rest % 10) - 1]].filter(Boolean).join('-'))
  return words.filter((word) => word !== undefined)
}
