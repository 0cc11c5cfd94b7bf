/** A record that was found. */
export interface Found {
  readonly id: string
  readonly worth: number
}

/** The best few of any number of records, and how many there were. */
export class Best {
  count = 0
  readonly #most: number
  readonly #kept: Found[] = []

  constructor(most: number) {
    this.#most = most
  }

  add(id: string, worth: number): void {
    this.count++
    const last = this.#kept[this.#kept.length - 1]
    if (this.#kept.length === this.#most && last && !isBetter(id, worth, last)) return
    let at = this.#kept.length
    while (at > 0 && isBetter(id, worth, this.#kept[at - 1] as Found)) at--
    this.#kept.splice(at, 0, { id, worth })
    if (this.#kept.length > this.#most) this.#kept.pop()
  }

  /** The best first. */
  list(): readonly Found[] {
    return this.#kept
  }
}

/** Of what fits alike the newer stands first: ids go by time. */
function isBetter(id: string, worth: number, than: Found): boolean {
  return worth === than.worth ? id > than.id : worth > than.worth
}
