import { type Part, readAsked, type Sought } from '../../../shared/search/index/asked.ts'
import { fitOfWord, worthOf } from '../../../shared/search/index/fit.ts'
import { stemOf, wordsIn } from '../../../shared/search/index/words.ts'
import type { SiteProduct } from '../../../shared/site/catalogue.ts'

/** A word of the goods, with the places of those that have it. */
interface Entry {
  readonly stem: string
  /** In what they are called by, and in their other texts. */
  readonly titles: number[]
  readonly texts: number[]
}

type Worths = Map<number, number>

/** The words of all goods: made once for a catalogue, asked for each search (shared/search/index/SPEC I1 to I6). */
export class GoodsIndex {
  readonly #goods: readonly SiteProduct[]
  readonly #words = new Map<string, Entry>()

  constructor(goods: readonly SiteProduct[]) {
    this.#goods = goods
    for (const [at, { name, article, text }] of goods.entries()) {
      for (const word of new Set(wordsIn(`${name} ${article}`))) this.#entry(word).titles.push(at)
      for (const word of new Set(wordsIn(text))) this.#entry(word).texts.push(at)
    }
  }

  /** The goods that fit what was typed, the best first. */
  find(text: string): readonly SiteProduct[] {
    const exact = this.#rated(text, false)
    const found = exact.size > 0 ? exact : this.#rated(text, true)
    // Sorting is stable: of equal ones the first of the catalogue stands first.
    const best = [...found].sort(([a, x], [b, y]) => y - x || a - b)
    return best.flatMap(([at]) => this.#goods[at] ?? [])
  }

  #rated(text: string, isForgiving: boolean): Worths {
    const best: Worths = new Map()
    for (const { parts, weight } of readAsked(text)) {
      const worths = this.#ofAll(parts, isForgiving)
      for (const [at, worth] of worths) if (worth * weight > (best.get(at) ?? 0)) best.set(at, worth * weight)
    }
    return best
  }

  /** All words must be found; a product is worth its worst one. */
  #ofAll(parts: readonly Part[], isForgiving: boolean): Worths {
    const [first, ...others] = parts.flatMap(({ words }) => words)
    let worths: Worths = first ? this.#ofWord(first, isForgiving) : new Map()
    for (const other of others) {
      const own = this.#ofWord(other, isForgiving)
      worths = new Map(
        [...worths].flatMap(([at, worth]) => (own.has(at) ? [[at, Math.min(worth, own.get(at) ?? 0)]] : [])),
      )
    }
    return worths
  }

  #ofWord(sought: Sought, isForgiving: boolean): Worths {
    const worths: Worths = new Map()
    for (const [word, { stem, titles, texts }] of this.#words) {
      const fit = fitOfWord(word, sought, isForgiving, stem)
      if (fit === null) continue
      for (const [places, isTitle] of [
        [titles, true],
        [texts, false],
      ] as const) {
        const worth = worthOf(fit, isTitle)
        for (const at of places) if (worth > (worths.get(at) ?? 0)) worths.set(at, worth)
      }
    }
    return worths
  }

  #entry(word: string): Entry {
    const standing = this.#words.get(word)
    if (standing) return standing
    const entry = { stem: stemOf(word), titles: [], texts: [] }
    this.#words.set(word, entry)
    return entry
  }
}
