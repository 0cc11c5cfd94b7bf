/** A segment that a customer is in. */
interface Priced {
  readonly name: string | null
  readonly priceType: string | null
}

/** The price type that orders of a customer have unless another is chosen: that of its first segment by name that has one (SPEC SG11). */
export function usualPriceType(segments: readonly Priced[]): string | null {
  const priced = segments.filter(({ priceType }) => priceType !== null)
  const [first] = priced.toSorted((one, other) => ((one.name ?? '') < (other.name ?? '') ? -1 : 1))
  return first?.priceType ?? null
}
