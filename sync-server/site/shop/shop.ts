import { minorDigits } from '../../../shared/company/currency-code.ts'
import { figuresOf } from '../../../shared/print/figures.ts'
import type { SiteCatalogue, SiteGroup, SiteProduct } from '../../../shared/site/catalogue.ts'
import { SHOP_WORDS, type ShopWords } from '../words.ts'
import { GoodsIndex } from './search.ts'

const LOCALES = { ru: 'ru-RU', en: 'en-GB' } as const

/** A catalogue as pages ask for it, prepared in memory. */
export class Shop {
  readonly catalogue: SiteCatalogue
  readonly words: ShopWords
  /** As people read it: `1 250,50 ₽`, and a quantity, `2,5`. */
  readonly money: (sum: number) => string
  readonly quantity: (thousandths: number) => string
  readonly #byId: ReadonlyMap<string, SiteProduct>
  readonly #bySlug: ReadonlyMap<string, SiteProduct>
  readonly #groups: ReadonlyMap<string, SiteGroup>
  readonly #groupBySlug: ReadonlyMap<string, SiteGroup>
  readonly #below: ReadonlyMap<string | null, readonly SiteGroup[]>
  readonly #goods = new Map<string, SiteProduct[]>()
  #index: GoodsIndex | null = null

  constructor(catalogue: SiteCatalogue) {
    const { goods, groups, language, currency } = catalogue
    const { quantity } = figuresOf(language, currency)
    const sums = new Intl.NumberFormat(LOCALES[language], {
      style: 'currency',
      currency,
      trailingZeroDisplay: 'stripIfInteger',
    })
    this.catalogue = catalogue
    this.words = SHOP_WORDS[language]
    this.money = (minor) => sums.format(minor / 10 ** minorDigits(currency))
    this.quantity = quantity
    this.#byId = new Map(goods.map((one) => [one.id, one]))
    this.#bySlug = new Map(goods.map((one) => [one.slug, one]))
    this.#groups = new Map(groups.map((one) => [one.id, one]))
    this.#groupBySlug = new Map(groups.map((one) => [one.slug, one]))
    this.#below = Map.groupBy(groups, ({ parent }) => parent)
    for (const one of goods) for (const { id } of this.path(one.group)) this.#at(id).push(one)
  }

  product(id: string): SiteProduct | null {
    return this.#byId.get(id) ?? null
  }

  productAt(slug: string): SiteProduct | null {
    return this.#bySlug.get(slug) ?? null
  }

  groupAt(slug: string): SiteGroup | null {
    return this.#groupBySlug.get(slug) ?? null
  }

  /** The groups right below one; null: those at the top. */
  below(group: string | null): readonly SiteGroup[] {
    return this.#below.get(group) ?? []
  }

  /** Goods at or below a group; null: all. */
  goodsOf(group: string | null): readonly SiteProduct[] {
    return group === null ? this.catalogue.goods : (this.#goods.get(group) ?? [])
  }

  /** A group behind those above it; a group that leads round to itself ends it. */
  path(group: string | null): readonly SiteGroup[] {
    const path: SiteGroup[] = []
    for (let id = group; id !== null; ) {
      const one = this.#groups.get(id)
      if (!one || path.includes(one)) break
      path.unshift(one)
      id = one.parent
    }
    return path
  }

  find(text: string): readonly SiteProduct[] {
    this.#index ??= new GoodsIndex(this.catalogue.goods)
    return this.#index.find(text)
  }

  #at(group: string): SiteProduct[] {
    const goods = this.#goods.get(group) ?? []
    this.#goods.set(group, goods)
    return goods
  }
}

/** Whether goods can be ordered: what is not there, where that is shown, cannot. */
export function isThere({ stock }: SiteProduct): boolean {
  return stock === null || stock > 0
}
