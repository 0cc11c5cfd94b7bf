import type { Product } from '../../goods/collections.ts'
import { takenFrom } from '../../goods/prices/line-price.ts'
import { fill, type Words } from '../../locales/index.ts'
import type { LineFields } from '../../orders/commands.ts'
import { isTooLarge } from '../../orders/totals.ts'
import type { Figures } from '../../print/figures.ts'
import type { SiteOrder } from '../catalogue.ts'
import { said } from './said.ts'

/** What lines are read against. */
export interface LinesLook {
  readonly productOf: (id: string) => Product | null
  readonly priceType: string | null
  /** The company's day, `YYYY-MM-DD`. */
  readonly day: string
  readonly words: Words['site']['order']
  readonly figures: Pick<Figures, 'sum' | 'quantity'>
}

/** An order's lines, and what of them its reader is to know, a line of the note each. */
export interface TakenLines {
  readonly lines: readonly LineFields[]
  readonly marks: readonly string[]
}

/** More lines no cart has; what a visitor sends beyond is no order of a person. */
const MOST_LINES = 500
const MOST_PRICE = 1_000_000_000_000
const MOST_QUANTITY = 1_000_000_000
const ONE = 1_000

/** Lines at the prices that the visitor saw; what differs from today, and goods that are gone, are told of (SPEC WB9). */
export function linesOf({ lines }: Pick<SiteOrder, 'lines'>, look: LinesLook): TakenLines {
  const taken = lines.slice(0, MOST_LINES).map((line) => lineOf(line, look))
  if (!isTooLarge({ lines: taken.map(({ line }) => ({ discount: null, ...priced(line) })) }))
    return { lines: taken.map(({ line }) => line), marks: taken.flatMap(({ marks }) => marks) }
  const bare = taken.map(({ line }) => ({ ...line, price: null }))
  const odd = taken.map(({ line, name }) => told(look, 'tooLarge', name, line))
  return { lines: bare, marks: [...taken.flatMap(({ marks }) => marks), ...odd] }
}

function priced({ quantity = null, price = null }: LineFields) {
  return { quantity, price }
}

function lineOf(ordered: SiteOrder['lines'][number], look: LinesLook) {
  const name = said(ordered.name) || '—'
  const price = within(ordered.price, 0, MOST_PRICE) ? ordered.price : null
  const quantity = within(ordered.quantity, 1, MOST_QUANTITY) ? ordered.quantity : ONE
  const product = look.productOf(ordered.product)
  if (product === null || product.gone) {
    const line: LineFields = { section: 'goods', text: name, quantity, price }
    return { name, line, marks: [fill(look.words.gone, { name })] }
  }
  const { unit, vat, ...held } = takenFrom(product, look.priceType, look.day)
  const section = product.type === 'work' ? 'works' : 'goods'
  const isSame = held.price === price
  const source = isSame ? { priceType: held.priceType, priceDate: held.priceDate } : {}
  const line: LineFields = { section, product: product.id, quantity, unit, vat, price, ...source }
  const today = held.price === null ? look.words.noPrice : look.figures.sum(held.price)
  const differs = fill(look.words.priceDiffers, { name, shown: look.figures.sum(price), price: today })
  return { name, line, marks: isSame ? [] : [differs] }
}

function told({ words, figures }: LinesLook, word: 'tooLarge', name: string, line: LineFields): string {
  const { quantity, price } = priced(line)
  return fill(words[word], { name, quantity: figures.quantity(quantity), shown: figures.sum(price) })
}

function within(value: number, least: number, most: number): boolean {
  return Number.isSafeInteger(value) && value >= least && value <= most
}
