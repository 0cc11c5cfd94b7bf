import { exchangeFile, listNode, moneyNode, optionalNode } from '../../importing/writing/commerceml/nodes.ts'
import { type XmlNode, xmlText } from '../../importing/writing/xml.ts'
import { decimalText } from '../../lists/decimal-text.ts'
import type { SiteCatalogue, SiteGroup, SiteProduct } from '../catalogue.ts'

const CATALOGUE = 'voronka-site'
const PRICE_TYPE = 'voronka-site-price'

/** The catalogue of the site as `import.xml` of CommerceML 2: groups as a tree, and goods (SPEC WB22). `made`: `YYYY-MM-DDTHH:MM:SS`. */
export function importXml({ name, groups, goods }: SiteCatalogue, made: string): string {
  const tree = ['Классификатор', [...headOf(name), listNode('Группы', below(groups, null))]] as const
  const all = [
    'Каталог',
    [
      ['Ид', CATALOGUE],
      ['ИдКлассификатора', CATALOGUE],
      ['Наименование', name],
      ['Товары', goods.map(productNode)],
    ],
  ] as const
  return exchangeFile([xmlText(tree as XmlNode), xmlText(all as XmlNode)], made).join('')
}

/** What they cost and how much there is, as `offers.xml`. */
export function offersXml({ name, goods, currency }: SiteCatalogue, made: string): string {
  const type: XmlNode = [
    'ТипЦены',
    [
      ['Ид', PRICE_TYPE],
      ['Наименование', name],
      ['Валюта', currency],
    ],
  ]
  const offers = goods.map((one) => offerNode(one, currency))
  const all: XmlNode = [
    'ПакетПредложений',
    [
      ...headOf(name),
      ['ИдКаталога', CATALOGUE],
      ['ИдКлассификатора', CATALOGUE],
      ['ТипыЦен', [type]],
      ['Предложения', offers],
    ],
  ]
  return exchangeFile([xmlText(all)], made).join('')
}

function headOf(name: string): XmlNode[] {
  return [
    ['Ид', CATALOGUE],
    ['Наименование', name],
  ]
}

/** Groups stand behind their parents, so no ring of them comes here. */
function below(groups: readonly SiteGroup[], parent: string | null): XmlNode[] {
  return groups
    .filter((group) => group.parent === parent)
    .map(
      ({ id, name }): XmlNode => [
        'Группа',
        [['Ид', id], ['Наименование', name], listNode('Группы', below(groups, id))],
      ],
    )
}

function productNode({ id, article, name, unit, group, text }: SiteProduct): XmlNode {
  return [
    'Товар',
    [
      ['Ид', id],
      optionalNode('Артикул', article || null),
      ['Наименование', name],
      optionalNode('БазоваяЕдиница', unit || null),
      group === null ? null : ['Группы', [['Ид', group]]],
      optionalNode('Описание', text || null),
    ],
  ]
}

function offerNode({ id, name, price, unit, stock }: SiteProduct, currency: string): XmlNode {
  const cost: XmlNode = [
    'Цена',
    [
      ['ИдТипаЦены', PRICE_TYPE],
      moneyNode('ЦенаЗаЕдиницу', price),
      ['Валюта', currency],
      optionalNode('Единица', unit || null),
    ],
  ]
  const amount = stock === null ? null : decimalText(stock, 3, '.')
  return ['Предложение', [['Ид', id], ['Наименование', name], ['Цены', [cost]], optionalNode('Количество', amount)]]
}
