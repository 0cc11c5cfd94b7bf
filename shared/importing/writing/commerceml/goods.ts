import type { Product, ProductType } from '../../../goods/collections.ts'
import { rateText } from '../../opening/vat-rates.ts'
import { type XmlNode, xmlText } from '../xml.ts'
import { addedDetails } from './added.ts'
import { detailsNode, exchangeFile, listNode, moneyNode, optionalNode, vatNode } from './nodes.ts'

/** What products are, as 1C calls it; orders say it of their lines, too. */
export const TYPE_WORDS = { goods: 'Товар', service: 'Услуга', work: 'Работа' } as const satisfies Record<
  ProductType,
  string
>
const CATALOGUE = 'voronka'
const PRICE_TYPE = 'voronka-price'
/** A category has no id of its own: it is told by one that is made of its name. */
const groupId = (category: string) => `voronka-${category}`

/**
 * Goods and what they cost as a file of CommerceML 2, the catalogue and its offers in one (SPEC X30); `currency` is the company's, `made` when,
 * `YYYY-MM-DDTHH:MM:SS`.
 */
export function writeGoods(products: readonly Product[], currency: string, made: string): string {
  const categories = [...new Set(products.flatMap(({ category }) => category ?? []))]
  const groups = categories.map(
    (name): XmlNode => [
      'Группа',
      [
        ['Ид', groupId(name)],
        ['Наименование', name],
      ],
    ],
  )
  const priced = products.filter(({ price }) => price !== null)
  const nodes: readonly XmlNode[] = [
    ['Классификатор', [['Ид', CATALOGUE], ['Наименование', 'Номенклатура'], listNode('Группы', groups)]],
    ['Каталог', [...headOf('Каталог товаров'), ['Товары', products.map(productNode)]]],
    [
      'ПакетПредложений',
      [...headOf('Цены'), typesNode(currency), ['Предложения', priced.map((one) => offerNode(one, currency))]],
    ],
  ]
  return exchangeFile(nodes.map(xmlText), made).join('')
}

function headOf(name: string): XmlNode[] {
  return [
    ['Ид', CATALOGUE],
    ['ИдКлассификатора', CATALOGUE],
    ['Наименование', name],
  ]
}

function typesNode(currency: string): XmlNode {
  return [
    'ТипыЦен',
    [
      [
        'ТипЦены',
        [
          ['Ид', PRICE_TYPE],
          ['Наименование', 'Цена'],
          ['Валюта', currency],
        ],
      ],
    ],
  ]
}

function productNode(product: Product): XmlNode {
  const { id, article, barcode, name, unit, category, vat, type } = product
  return [
    'Товар',
    [
      ['Ид', id],
      optionalNode('Артикул', article),
      optionalNode('Штрихкод', barcode),
      ['Наименование', name ?? ''],
      optionalNode('БазоваяЕдиница', unit),
      category === null ? null : ['Группы', [['Ид', groupId(category)]]],
      vatNode(rateText(vat)),
      detailsNode([
        ...(type === null ? [] : [{ name: 'ТипНоменклатуры', value: TYPE_WORDS[type] }]),
        ...addedDetails('products', product),
      ]),
    ],
  ]
}

function offerNode({ id, name, price }: Product, currency: string): XmlNode {
  const cost: XmlNode = ['Цена', [['ИдТипаЦены', PRICE_TYPE], moneyNode('ЦенаЗаЕдиницу', price), ['Валюта', currency]]]
  return [
    'Предложение',
    [
      ['Ид', id],
      ['Наименование', name ?? ''],
      ['Цены', [cost]],
    ],
  ]
}
