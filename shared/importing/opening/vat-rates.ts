/** Rates as 1C writes them. */
const RATES: Readonly<Record<string, string>> = {
  'без ндс': 'none',
  '0': 'vat0',
  '5': 'vat5',
  '7': 'vat7',
  '10': 'vat10',
  '20': 'vat20',
  '22': 'vat22',
}

/** A rate by its name here; one that this program has none for is left empty. */
export function rateOf(vat: string | null): string {
  const plain = vat?.trim().toLowerCase().replace(/\s*%$/, '') ?? ''
  return Object.hasOwn(RATES, plain) ? (RATES[plain] ?? '') : ''
}

/** A rate as 1C writes it; null where none is said. */
export function rateText(vat: string | null): string | null {
  return Object.entries(RATES).find(([, name]) => name === vat)?.[0] ?? null
}
