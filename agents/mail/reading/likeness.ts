/** How often letters come in Russian texts, in thousandths. */
const OFTEN: Readonly<Record<string, number>> = {
  ...{ о: 110, е: 85, а: 80, и: 74, н: 67, т: 63, с: 55, р: 47, в: 45, л: 44, к: 35, м: 32, д: 30, п: 28 },
  ...{ у: 26, я: 20, ы: 19, ь: 17, г: 17, з: 16, б: 16, ч: 14, й: 12, х: 10, ж: 9, ш: 7, ю: 6, ц: 5, щ: 4, э: 3, ф: 3 },
}
/** What a sign that is no Russian letter and no ASCII takes off. */
const STRANGE = -120
/** A capital inside of a word stands where the charset turns letters round, and hardly elsewhere. */
const TURNED = /\p{Ll}\p{Lu}/gu

/** How much a text is like Russian: the higher, the more. Of two readings of the same bytes, the better is meant. */
export function likeness(text: string): number {
  let sum = 0
  for (const sign of text) if (sign > '\u007f') sum += weightOf(sign)
  return sum + (text.match(TURNED)?.length ?? 0) * STRANGE
}

function weightOf(sign: string): number {
  const weight = OFTEN[sign.toLowerCase()]
  if (weight !== undefined) return sign === sign.toLowerCase() ? weight : weight / 2
  return /[ёЁ№«»—–…\u00a0]/.test(sign) ? 0 : STRANGE
}

/** Letters beyond ASCII, one behind another. */
const RUNS = /\P{ASCII}+/gu
const CYRILLIC = /[а-яё№«»—–…\u00a0]/gi

/**
 * Whether a reading is Russian: nearly all beyond ASCII is Cyrillic, and stands in words of its own. In Western texts these letters stand
 * one by one amid others.
 */
export function isRussian(text: string): boolean {
  const runs = [...text.matchAll(RUNS)]
  const signs = runs.reduce((sum, [run]) => sum + run.length, 0)
  const amid = runs.filter(({ 0: run, index }) => isLatin(text[index - 1]) || isLatin(text[index + run.length]))
  const long = runs.filter(([run]) => run.length > 1)
  const cyrillic = text.match(CYRILLIC)?.length ?? 0
  return signs > 0 && cyrillic >= 0.8 * signs && amid.length <= 0.2 * runs.length && long.length >= 0.5 * runs.length
}

function isLatin(sign: string | undefined): boolean {
  return sign !== undefined && /[a-z]/i.test(sign)
}
