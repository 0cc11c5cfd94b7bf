/** Codes of ISO 4217 as the engine's own lists have them (CLDR), those of the past included. */
let known: ReadonlySet<string> | undefined

/** Whether a text is the code of a currency by ISO 4217, in capitals as papers have it. */
export function isCurrencyCode(text: string): boolean {
  known ??= new Set(Intl.supportedValuesOf('currency'))
  return known.has(text)
}

/** Whether a text can be a code at all: what else people wrote for a currency stands beside its sums as it is. */
export function isCodeLike(text: string): boolean {
  return /^[a-z]{3}$/i.test(text)
}

/** How many digits a currency's minor unit stands for: 2 of roubles, 0 of yen; of what is no code 2. */
export function minorDigits(currency: string): number {
  if (!isCodeLike(currency)) return 2
  const format = new Intl.NumberFormat('en', { style: 'currency', currency })
  return format.resolvedOptions().maximumFractionDigits ?? 2
}
