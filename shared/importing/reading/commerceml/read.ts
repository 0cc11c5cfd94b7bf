import { type FileProblem, problemAt } from '../problem.ts'
import type { XmlElement } from '../xml/element.ts'
import { readXml } from '../xml/read.ts'
import type {
  Before,
  Exchange,
  ExchangeGroup,
  ExchangeOrder,
  ExchangeProduct,
  Located,
  Offer,
  PriceType,
} from './exchange.ts'
import { groupsIn, offerOf, type Property, priceTypesIn, productOf, propertiesIn } from './goods.ts'
import { orderOf } from './orders.ts'
import { checkReferences } from './references.ts'
import { Values } from './values.ts'

const ROOT = 'КоммерческаяИнформация'

/** What a file of CommerceML holds; `exchange` is null where it is of another form. */
export interface ReadExchange {
  readonly exchange: Exchange | null
  readonly problems: readonly FileProblem[]
}

/**
 * Reads a file of CommerceML 2 (standard of 1C, versions 2.04 to 2.10), however large, element by element. What is not well-formed,
 * lacks what it cannot be without, or refers to what is not there is told with its line and left out; the rest goes on.
 */
export function readExchange(text: string, before: Before | null = null): ReadExchange {
  const reading = new ExchangeReading()
  const broken = readXml(text, reading)
  if (!reading.isExchange) return { exchange: null, problems: [...broken, problemAt(null, 'exchange-other')] }
  const read = reading.exchange()
  const { exchange, problems } = checkReferences(read, before)
  const all = [...broken, ...reading.problems, ...problems]
  return { exchange, problems: all.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)) }
}

class ExchangeReading {
  readonly problems: FileProblem[] = []
  isExchange = false
  readonly #values = new Values(this.problems)
  readonly #groups: ExchangeGroup[] = []
  readonly #priceTypes: PriceType[] = []
  readonly #properties = new Map<string, Property>()
  readonly #products: (ExchangeProduct & Located)[] = []
  readonly #offers: (Offer & Located)[] = []
  readonly #orders: (ExchangeOrder & Located)[] = []
  #version: string | null = null
  #isPartial = false

  /** By the end of a path, what is done with the element there. A package of changes has the same parts as a whole one. */
  readonly #places: Readonly<Record<string, (element: XmlElement) => void>> = {
    'Классификатор/Группы': (element) => this.#groups.push(...groupsIn(element, this.#values)),
    'Классификатор/Свойства': (element) => this.#addProperties(element),
    'Классификатор/ТипыЦен': (element) => this.#addPriceTypes(element),
    'ПакетПредложений/ТипыЦен': (element) => this.#addPriceTypes(element),
    'ИзмененияПакетаПредложений/ТипыЦен': (element) => this.#addPriceTypes(element),
    'Каталог/Товары/Товар': (element) => add(this.#products, productOf(element, this.#values, this.#properties)),
    'ПакетПредложений/Предложения/Предложение': (element) => add(this.#offers, offerOf(element, this.#values)),
    'ИзмененияПакетаПредложений/Предложения/Предложение': (element) =>
      add(this.#offers, offerOf(element, this.#values)),
    Документ: (element) => add(this.#orders, orderOf(element, this.#values)),
    'Контейнер/Документ': (element) => add(this.#orders, orderOf(element, this.#values)),
  }

  readonly isRoot = (name: string, attributes: ReadonlyMap<string, string>): boolean => {
    this.isExchange = name === ROOT
    this.#version = attributes.get('ВерсияСхемы') ?? null
    return this.isExchange
  }

  readonly takes = (path: string, attributes: ReadonlyMap<string, string>): boolean => {
    if (path === `${ROOT}/Каталог`) this.#isPartial = attributes.get('СодержитТолькоИзменения') === 'true'
    return this.#place(path) !== undefined
  }

  readonly take = (path: string, element: XmlElement): void => this.#place(path)?.(element)

  exchange(): Exchange {
    return {
      version: this.#version,
      isPartial: this.#isPartial,
      groups: this.#groups,
      priceTypes: this.#priceTypes,
      products: this.#products,
      offers: this.#offers,
      orders: this.#orders,
    }
  }

  #place(path: string): ((element: XmlElement) => void) | undefined {
    const place = path.slice(ROOT.length + 1)
    return Object.hasOwn(this.#places, place) ? this.#places[place] : undefined
  }

  #addProperties(element: XmlElement): void {
    for (const [id, property] of propertiesIn(element)) this.#properties.set(id, property)
  }

  #addPriceTypes(element: XmlElement): void {
    const known = new Set(this.#priceTypes.map((type) => type.id))
    this.#priceTypes.push(...priceTypesIn(element, this.#values).filter((type) => !known.has(type.id)))
  }
}

function add<T>(list: T[], one: T | null): void {
  if (one !== null) list.push(one)
}
