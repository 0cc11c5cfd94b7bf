import type { Exchange, ExchangeProduct, NamedValue, Offer } from '../reading/commerceml/exchange.ts'
import type { SheetRow } from '../reading/sheet.ts'
import { addedCells, addedColumns, addedTargets } from './added-columns.ts'
import { type Table, toldApart } from './table.ts'
import { rateOf } from './vat-rates.ts'

/** The elements of CommerceML that become columns, and where their cells go. */
const TARGETS = {
  Наименование: 'name',
  Вид: 'type',
  Артикул: 'article',
  Штрихкод: 'barcode',
  Группа: 'category',
  БазоваяЕдиница: 'unit',
  СтавкаНалога: 'vat',
  ЦенаЗаЕдиницу: 'price',
} as const
const KEY = 'Ид'
/**
 * Goods of an exchange and what they cost, as rows: an offer of goods that stand in the same file is their price, any other a row
 * of its own (SPEC X8, X18). Of several price types the first counts.
 */
export function goodsTable(file: string, exchange: Exchange): Table {
  const groups = new Map(exchange.groups.map(({ id, name }) => [id, name]))
  const offers = new Map(exchange.offers.map((offer) => [offer.id, offer]))
  const here = new Set(exchange.products.map(({ id }) => id))
  const goods = exchange.products.filter(({ isRemoved }) => !isRemoved)
  const added = addedColumns('products', goods.map(detailsOf), [KEY, ...Object.keys(TARGETS)])
  const rows: readonly SheetRow[] = [
    ...goods.map((product) => ({
      line: product.line,
      cells: {
        ...productCells(product, groups, offers.get(product.id), exchange),
        ...addedCells(added, detailsOf(product)),
      },
    })),
    ...exchange.offers
      .filter(({ id }) => !here.has(id))
      .map((offer) => ({ line: offer.line, cells: offerCells(offer, exchange) })),
  ]
  const layout = {
    what: 'products',
    key: KEY,
    targets: { ...TARGETS, ...addedTargets(added) },
    changed: 'update',
  } as const
  const columns = [KEY, ...Object.keys(TARGETS), ...added.keys()]
  return {
    title: '',
    sheet: { file, columns, rows: toldApart(rows), broken: [] },
    known: { source: 'commerceml', layout },
  }
}

/** What a file says of a product by names of its own. */
function detailsOf({ details, traits }: ExchangeProduct): readonly NamedValue[] {
  return [...details, ...traits]
}

function productCells(
  product: ExchangeProduct,
  groups: ReadonlyMap<string, string>,
  offer: Offer | undefined,
  exchange: Exchange,
): SheetRow['cells'] {
  const kind = product.details.find(({ name }) => name === 'ТипНоменклатуры')?.value.toLowerCase() ?? ''
  return {
    [KEY]: product.id,
    Наименование: product.name,
    Вид: kind.startsWith('услуг') ? 'service' : kind.startsWith('работ') ? 'work' : 'goods',
    Артикул: product.article ?? '',
    Штрихкод: product.barcode ?? '',
    Группа: groups.get(product.groups[0] ?? '') ?? '',
    БазоваяЕдиница: product.unit ?? '',
    СтавкаНалога: rateOf(product.vat),
    ЦенаЗаЕдиницу: offer ? priceOf(offer, exchange) : '',
  }
}

function offerCells(offer: Offer, exchange: Exchange): SheetRow['cells'] {
  return { [KEY]: offer.id, Наименование: offer.name ?? '', ЦенаЗаЕдиницу: priceOf(offer, exchange) }
}

/** The price of the first type that the file names, in whole units with kopecks; empty where it has none. */
function priceOf({ prices }: Offer, { priceTypes }: Exchange): string {
  const first = priceTypes.flatMap(({ id }) => prices.find(({ type }) => type === id) ?? [])[0] ?? prices[0]
  return first ? (first.sum / 100).toFixed(2) : ''
}
