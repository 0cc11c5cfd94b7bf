import type { Order } from '../../../orders/collections.ts'
import type { Known } from '../../sources/known.ts'
import type { Fact } from '../columns.ts'
import { dayNumber } from '../days.ts'
import { type AboutOrder, aboutOrder, type RawFact, type RawLayout, readOrder } from './raw.ts'

type Settle = (raw: RawFact, at: number, about: Rated) => number

interface Rated extends AboutOrder {
  readonly unrated: 0 | 1
  readonly rated: (sum: number) => number
}

/** Gives facts of orders their days in the company's zone, and sums in its currency. */
export class Settling {
  readonly #layout: RawLayout
  readonly #known: Known
  readonly #sums: readonly Settle[]
  readonly #ofOrder: readonly string[]

  constructor(layout: RawLayout, known: Known) {
    this.#layout = layout
    this.#known = known
    this.#sums = layout.sums.map((name, at) => settling(layout, known, name, at))
    this.#ofOrder = layout.dimensions.slice(layout.own)
  }

  /** The facts of an order; of one that has none nothing is asked. */
  settled(raws: readonly RawFact[], aboutOf: () => AboutOrder): readonly Fact[] {
    if (raws.length === 0) return []
    const about = aboutOf()
    const rated = { ...about, ...ratedOf(about, this.#known) }
    const keys = this.#ofOrder.map((name) => about.keys[name] ?? null)
    const facts = raws.map((raw) => ({
      day: raw.day ?? (raw.at === null ? null : dayNumber(this.#known.dayOf(raw.at))),
      keys: [...raw.keys, ...keys],
      sums: this.#sums.map((settle, at) => settle(raw, at, rated)),
    }))
    return this.#layout.isByDay ? facts.toSorted((one, other) => (one.day ?? 0) - (other.day ?? 0)) : facts
  }
}

/** The facts of an order that is at hand. */
export function factsOfOrder(layout: RawLayout, order: Order, known: Known): readonly Fact[] {
  const read = readOrder(order)
  return new Settling(layout, known).settled(layout.rawOf(read), () => aboutOrder(read))
}

function settling({ kept, money, instants = [] }: RawLayout, known: Known, name: string, at: number): Settle {
  if (name === 'unrated') return (_, __, { unrated }) => unrated
  if (name === 'dated') return (_, __, { dated }) => dated
  if (at >= kept) return () => 0
  if (money.includes(name)) return ({ sums }, at, { rated }) => rated(sums[at] ?? 0)
  if (instants.includes(name)) return ({ sums }, at) => dayNumber(known.dayOf(sums[at] ?? 0)) ?? 0
  return ({ sums }, at) => sums[at] ?? 0
}

/** Turns an order's sums into the company's currency; without a rate each is nothing, and `unrated` is 1 (company/SPEC S3). */
function ratedOf({ currency, dated }: AboutOrder, known: Known): Pick<Rated, 'unrated' | 'rated'> {
  const { toCompany } = known.exchange()
  const unrated = toCompany(1, currency, dated) === null ? 1 : 0
  return { unrated, rated: (sum) => toCompany(sum, currency, dated) ?? 0 }
}
