/** No text has this number, and none is none. */
const UNKNOWN = -2

/** Gives each text a small number, the same for ever. */
export class Interner {
  readonly #numbers = new Map<string, number>()
  readonly #texts: string[] = []

  constructor(first: readonly string[] = []) {
    for (const text of first) this.numberOf(text)
  }

  get size(): number {
    return this.#texts.length
  }

  /** The number of `text`, a new one where it had none. */
  numberOf(text: string): number {
    const known = this.#numbers.get(text)
    if (known !== undefined) return known
    const number = this.#texts.push(text) - 1
    this.#numbers.set(text, number)
    return number
  }

  /** The number of `text`; null where it has none. */
  numberIfAny(text: string): number | null {
    return this.#numbers.get(text) ?? null
  }

  /** The number of `text`, -1 for null. */
  numberOrNone(text: string | null | undefined): number {
    return text == null ? -1 : this.numberOf(text)
  }

  /** The numbers that another's texts have here. */
  renumbered(texts: readonly string[]): (number: number) => number {
    const numbers = new Int32Array(texts.length).fill(UNKNOWN)
    return (number) => {
      if (number < 0) return -1
      if (numbers[number] === UNKNOWN) numbers[number] = this.numberOf(texts[number] ?? '')
      return numbers[number] as number
    }
  }

  /** All texts, each at its number. */
  all(): readonly string[] {
    return this.#texts
  }

  /** The text of a number, null for -1. */
  textOf(number: number): string | null {
    return number < 0 ? null : (this.#texts[number] ?? null)
  }
}
