import { int, roomFor } from '../../funnel/columns/cells.ts'

/** A table of so many cells is looked into directly; beyond that, pairs are looked up. */
const MOST_CELLS = 2 ** 22
/** In the table: the pair has no number yet. */
const UNKNOWN = -1

/** Gives each pair of small numbers a number of its own, from 1 on, the same for ever. A pair with a 0 in it has 0. */
export class Pairs {
  firsts = new Int32Array(1)
  seconds = new Int32Array(1)
  #size = 1
  /** By rows of 2 ** `#shift`. */
  #table = new Int32Array(0)
  #shift = 0
  #far: Map<number, number> | null = null

  constructor() {
    this.#grow(1, 1)
  }

  /** One more than the last number. */
  get size(): number {
    return this.#size
  }

  /** The pair's number, a new one where it had none. */
  numberOf(first: number, second: number): number {
    if (first === 0 || second === 0) return 0
    if (this.#far) return this.#farNumber(this.#far, first, second)
    if (!this.#hasPlace(first, second)) {
      this.#grow(first, second)
      return this.numberOf(first, second)
    }
    const at = (first << this.#shift) | second
    const known = int(this.#table, at)
    if (known !== UNKNOWN) return known
    const number = this.#add(first, second)
    this.#table[at] = number
    return number
  }

  /** Puts the number of each pair of a stretch. */
  fill(firsts: Int32Array, seconds: Int32Array, into: Int32Array): void {
    if (fillKnown(this.#table, this.#shift, firsts, seconds, into)) return
    for (let at = 0; at < into.length; at++) {
      if (int(into, at) === UNKNOWN) into[at] = this.numberOf(int(firsts, at), int(seconds, at))
    }
  }

  /** Puts the number of each of a stretch with one and the same second. */
  fillWith(firsts: Int32Array, second: number, into: Int32Array): void {
    if (second >> this.#shift === 0 && fillKnownWith(this.#table, this.#shift, firsts, second, into)) return
    for (let at = 0; at < into.length; at++) into[at] = this.numberOf(int(firsts, at), second)
  }

  #hasPlace(first: number, second: number): boolean {
    return second >> this.#shift === 0 && first < this.#table.length >> this.#shift
  }

  #farNumber(far: Map<number, number>, first: number, second: number): number {
    const key = first * 2 ** 26 + second
    const known = far.get(key)
    if (known !== undefined) return known
    const number = this.#add(first, second)
    far.set(key, number)
    return number
  }

  #add(first: number, second: number): number {
    this.firsts = roomFor(this.firsts, this.#size + 1)
    this.seconds = roomFor(this.seconds, this.#size + 1)
    this.firsts[this.#size] = first
    this.seconds[this.#size] = second
    return this.#size++
  }

  /** Makes the table wide and long enough, or gives it up. */
  #grow(first: number, second: number): void {
    const before = this.#table.length >> this.#shift
    while (second >> this.#shift > 0) this.#shift++
    const rows = first < before ? before : 2 * (first + 1)
    const cells = rows * 2 ** this.#shift
    this.#far = cells > MOST_CELLS ? new Map() : null
    this.#table = new Int32Array(this.#far ? 0 : cells).fill(UNKNOWN)
    this.#table.fill(0, 0, 2 ** this.#shift)
    for (let at = 0; at < this.#table.length; at += 2 ** this.#shift) this.#table[at] = 0
    for (let number = 1; number < this.#size; number++) this.#note(number)
  }

  #note(number: number): void {
    const [first, second] = [int(this.firsts, number), int(this.seconds, number)]
    if (this.#far) this.#far.set(first * 2 ** 26 + second, number)
    else this.#table[(first << this.#shift) | second] = number
  }
}

/** Puts the numbers that are known; whether all were. Nothing is called or asked for on the way, so that it is quick. */
function fillKnown(
  table: Int32Array,
  shift: number,
  firsts: Int32Array,
  seconds: Int32Array,
  into: Int32Array,
): boolean {
  let all = 0
  for (let at = 0; at < into.length; at++) {
    const second = int(seconds, at)
    const place = (int(firsts, at) << shift) | second
    const number = second >> shift === 0 && place >>> 0 < table.length ? int(table, place) : UNKNOWN
    into[at] = number
    all |= number
  }
  return all >= 0
}

/** As `fillKnown`, where all have one second, which the table has a place for. */
function fillKnownWith(
  table: Int32Array,
  shift: number,
  firsts: Int32Array,
  second: number,
  into: Int32Array,
): boolean {
  let all = 0
  for (let at = 0; at < into.length; at++) {
    const place = (int(firsts, at) << shift) | second
    const number = place >>> 0 < table.length ? int(table, place) : UNKNOWN
    into[at] = number
    all |= number
  }
  return all >= 0
}
