import { float, int } from '../../../funnel/columns/cells.ts'
import { Interner } from '../../../funnel/columns/interner.ts'
import type { Order } from '../../../orders/collections.ts'
import {
  ABOUT_ORDER,
  type AboutOrder,
  aboutOrder,
  type OrderRead,
  type RawFact,
  type RawLayout,
  readOrder,
} from './raw.ts'

type Ints = Int32Array<ArrayBuffer>
type Floats = Float64Array<ArrayBuffer>

/**
 * The raw facts of a document's orders by source, with numbers of their own for texts (SPEC RP18). What is of orders stands in
 * their order; facts behind those of the order before.
 */
export interface FactBundle {
  readonly texts: readonly string[]
  /** `<dimension>` of orders; of a source `<source> counts` by order, `<source> days` (AT: an instant), `<source>.<dimension>`. */
  readonly ints: { readonly [name: string]: Ints }
  /** `dated` of orders; of a source `<source> instants`, those of facts without a day one after the other, `<source>.<sum>`. */
  readonly floats: { readonly [name: string]: Floats }
}

/** In the place of a day: an instant stands for it; nothing does. */
const [AT, NEVER] = [-(2 ** 31), -(2 ** 31) + 1]

type Layouts = { readonly [source: string]: RawLayout }

/** Bundles what orders say; null stands for one that says nothing. */
export function bundleFacts(orders: readonly (Order | null)[], layouts: Layouts): FactBundle {
  const texts = new Interner()
  const reads = orders.map((order) => order && readOrder(order))
  const abouts = reads.map((read) => read && aboutOrder(read))
  const parts = Object.entries(layouts).map(([source, layout]) => partOf(source, layout, reads, texts))
  const ofOrders = ABOUT_ORDER.map((name) => [
    name,
    Int32Array.from(abouts, (about) => texts.numberOrNone(about?.keys[name])),
  ])
  const dated = Float64Array.from(abouts, (about) => about?.dated ?? 0)
  return {
    texts: texts.all(),
    ints: Object.assign(Object.fromEntries(ofOrders), ...parts.map(({ ints }) => ints)),
    floats: Object.assign({ dated }, ...parts.map(({ floats }) => floats)),
  }
}

function partOf(
  source: string,
  layout: RawLayout,
  reads: readonly (OrderRead | null)[],
  texts: Interner,
): Pick<FactBundle, 'ints' | 'floats'> {
  const each = reads.map((read) => (read ? layout.rawOf(read) : []))
  const all = each.flat()
  const dayOf = ({ day, at }: RawFact) => day ?? (at === null ? NEVER : AT)
  const keys = layout.dimensions
    .slice(0, layout.own)
    .map((name, at) => [`${source}.${name}`, Int32Array.from(all, ({ keys }) => texts.numberOrNone(keys[at]))])
  const sums = layout.sums
    .slice(0, layout.kept)
    .map((name, at) => [`${source}.${name}`, Float64Array.from(all, ({ sums }) => sums[at] ?? 0)])
  const counts = Int32Array.from(each, ({ length }) => length)
  const instants = Float64Array.from(all.flatMap(({ day, at }) => (day === null && at !== null ? [at] : [])))
  return {
    ints: {
      ...Object.fromEntries(keys),
      [`${source} counts`]: counts,
      [`${source} days`]: Int32Array.from(all, dayOf),
    },
    floats: { ...Object.fromEntries(sums), [`${source} instants`]: instants },
  }
}

/** Reads a source's facts out of a bundle, order by order as they stand in it. */
export function* factsIn(
  bundle: FactBundle,
  source: string,
  layout: RawLayout,
): Generator<readonly [raws: readonly RawFact[], about: () => AboutOrder]> {
  const { texts, ints, floats } = bundle
  const [counts, days, instants] = [ints[`${source} counts`], ints[`${source} days`], floats[`${source} instants`]]
  if (!counts || !days || !instants) throw new Error(`facts of ${source} are not in the bundle`)
  const keys = layout.dimensions.slice(0, layout.own).map((name) => ints[`${source}.${name}`] as Ints)
  const sums = layout.sums.slice(0, layout.kept).map((name) => floats[`${source}.${name}`] as Floats)
  const about = aboutIn(bundle)
  let [fact, instant] = [0, 0]
  for (let order = 0; order < counts.length; order++) {
    const raws: RawFact[] = []
    for (const end = fact + int(counts, order); fact < end; fact++) {
      const day = int(days, fact)
      raws.push({
        day: day === AT || day === NEVER ? null : day,
        at: day === AT ? float(instants, instant++) : null,
        keys: keys.map((cells) => textIn(texts, int(cells, fact))),
        sums: sums.map((cells) => float(cells, fact)),
      })
    }
    yield [raws, () => about(order)]
  }
}

/** What the facts of an order of a bundle have in common, by its place. */
function aboutIn({ texts, ints, floats }: FactBundle): (order: number) => AboutOrder {
  const all = ABOUT_ORDER.map((name) => [name, ints[name] as Ints] as const)
  return (order) => {
    const keys: { [dimension: string]: string | null } = {}
    for (const [name, cells] of all) keys[name] = textIn(texts, int(cells, order))
    return { keys, currency: keys.currency ?? null, dated: float(floats.dated as Floats, order) }
  }
}

function textIn(texts: readonly string[], number: number): string | null {
  return number < 0 ? null : (texts[number] ?? null)
}
