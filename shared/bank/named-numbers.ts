/** Latin letters that stand in numbers of documents for Cyrillic ones that look the same. */
const TWINS: Readonly<Record<string, string>> = {
  A: 'А',
  B: 'В',
  C: 'С',
  E: 'Е',
  H: 'Н',
  K: 'К',
  M: 'М',
  O: 'О',
  P: 'Р',
  T: 'Т',
  X: 'Х',
  Y: 'У',
}

/** What has digits and is no number of an order: dates, sums, percents, accounts and tax numbers, contracts. */
const NOISE = [
  /\d{1,2}[./]\d{1,2}[./](?:\d{4}|\d{2})(?!\d)/g,
  /\d[\d\s]*[-.,=]\d{2}(?!\d)\s*(?:р(?:уб)?(?![\p{L}])\.?|rub)?/giu,
  /\d+(?:[.,]\d+)?\s*%/g,
  /(?<!\d)\d{20}(?!\d)/g,
  /(?:инн|кпп|бик)\s*:?\s*\d+/giu,
  /(?<![\p{L}])(?:договор\p{L}*|дог|контракт\p{L}*)\.?\s*(?:№|N|#)?\s*[\p{L}\d/-]*\d[\p{L}\d/-]*/giu,
]
/** Words behind which a number is one of an order or an invoice, with what may stand between. */
const LEAD =
  /(?<![\p{L}\d])(?:сч[её]т\p{L}*|сч|заказ\p{L}*|зак|invoice|order|N|No)(?![\p{L}\d])[.:]?(?:\s*-?\s*(?:на\s+оплату|покупател\p{L}*|наряд\p{L}*))?\s*(?:№|N|#)?[\s:]*|№[\s:]*/giu
const NUMBER = /^[\p{L}]*[-/]?\d[\p{L}\d]*(?:[-/][\p{L}\d]+)*/u
const BETWEEN = /^\s*(?:[,;]|и(?![\p{L}])|and(?![\p{L}]))\s*(?:№|N|#)?\s*/iu
/** Letters and digits together: a number wherever it stands. */
const SPEAKING = /(?<![\p{L}\d-])\p{L}{1,4}\d{0,2}-\d{2,}(?:[-/]\d+)*(?![\p{L}\d])/gu

/** Numbers of documents that a payment's purpose names, as `plainNumber` gives them. */
export function namedNumbers(purpose: string): ReadonlySet<string> {
  const text = NOISE.reduce((rest, noise) => rest.replace(noise, ' ; '), purpose)
  const led = [...text.matchAll(LEAD)].flatMap((lead) => numbersFrom(text.slice(lead.index + lead[0].length)))
  const speaking = [...text.matchAll(SPEAKING)].map(([number]) => number)
  return new Set([...led, ...speaking].map(plainNumber))
}

/** The numbers that a text begins with, one after another: `12, 13 и 14`. */
function numbersFrom(text: string): string[] {
  const numbers: string[] = []
  for (let rest = text; ; ) {
    const [number] = NUMBER.exec(rest) ?? []
    if (number === undefined) return numbers
    numbers.push(number)
    const behind = rest.slice(number.length)
    const [between] = BETWEEN.exec(behind) ?? []
    if (between === undefined) return numbers
    rest = behind.slice(between.length)
  }
}

/** A number as it is compared: in Cyrillic capitals, without spaces. */
export function plainNumber(number: string): string {
  return number
    .toUpperCase()
    .replace(/\s/g, '')
    .replace(/[A-Z]/g, (letter) => TWINS[letter] ?? letter)
}

/** The digits at a number's end without the zeros before them: people write «счет 123» for «АС00-000123». Null: none. */
export function tailOf(plain: string): string | null {
  return /(\d+)$/.exec(plain)?.[1]?.replace(/^0+(?=\d)/, '') ?? null
}
