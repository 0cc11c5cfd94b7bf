/** How far the search may step where no needle has two bytes that follow each other. */
const FURTHEST = 255
const PAIRS = 1 << 16

interface Needle {
  readonly bytes: Uint8Array
  readonly next: Needle | undefined
}

/**
 * Texts that are looked for in bytes, all of them in one pass (Wu and Manber, 1994): what is looked at is the last two bytes
 * of a window as long as the shortest needle; no needle has them nearer to the window's end than the search then steps.
 */
export class Needles {
  /** Bytes of a needle that are looked at: those of the shortest. */
  readonly #window: number
  /** By two bytes, how far the search steps; 0: a needle's window may end here. */
  readonly #steps: Uint8Array
  /** By a sum over a window, the needles that begin so. */
  readonly #byWindow = new Map<number, Needle>()
  /** By two bytes, 1: a needle begins with them. */
  readonly #begins = new Uint8Array(PAIRS)

  /** Each of two bytes and more. */
  constructor(texts: Iterable<string>) {
    const all = Array.from(texts, (text) => new TextEncoder().encode(text))
    this.#window = all.reduce((least, { length }) => Math.min(least, length), FURTHEST)
    this.#steps = new Uint8Array(PAIRS).fill(Math.max(1, this.#window - 1))
    for (const bytes of all) this.#add(bytes)
  }

  /** Where any of them stands in the bytes, in order; where one ends inside another, both count. */
  *placesIn(bytes: Uint8Array): Generator<number> {
    if (this.#byWindow.size === 0) return
    const [steps, begins, back] = [this.#steps, this.#begins, this.#window - 1]
    for (let end = back; end < bytes.length; ) {
      const step = steps[pairAt(bytes, end - 1)] as number
      if (step === 0 && begins[pairAt(bytes, end - back)] === 1 && this.#isAt(bytes, end - back)) yield end - back
      end += step || 1
    }
  }

  #add(bytes: Uint8Array): void {
    const last = this.#window - 2
    for (let at = 0; at <= last; at++) {
      const pair = pairAt(bytes, at)
      this.#steps[pair] = Math.min(this.#steps[pair] as number, last - at)
    }
    this.#begins[pairAt(bytes, 0)] = 1
    const sum = this.#sumAt(bytes, 0)
    this.#byWindow.set(sum, { bytes, next: this.#byWindow.get(sum) })
  }

  #isAt(bytes: Uint8Array, at: number): boolean {
    for (let one = this.#byWindow.get(this.#sumAt(bytes, at)); one; one = one.next)
      if (standsAt(one.bytes, bytes, at)) return true
    return false
  }

  #sumAt(bytes: Uint8Array, from: number): number {
    let sum = 0
    for (let at = from; at < from + this.#window; at++) sum = (Math.imul(sum, 31) + (bytes[at] as number)) | 0
    return sum
  }
}

function pairAt(bytes: Uint8Array, at: number): number {
  return ((bytes[at] as number) << 8) | (bytes[at + 1] as number)
}

function standsAt(needle: Uint8Array, bytes: Uint8Array, from: number): boolean {
  return needle.every((byte, at) => bytes[from + at] === byte)
}
