import { decimalText } from '../../../lists/decimal-text.ts'
import type { NamedValue } from '../../reading/commerceml/exchange.ts'
import { type XmlNode, xmlFrame } from '../xml.ts'

/** The version of the form: the one that every program of exchange reads. */
const VERSION = '2.05'

/** A file of CommerceML 2 around what was written; `made` is when, `YYYY-MM-DDTHH:MM:SS`. */
export function exchangeFile(texts: readonly string[], made: string): string[] {
  const attributes = { xmlns: 'urn:1C.ru:commerceml_2', ВерсияСхемы: VERSION, ДатаФормирования: made }
  const { head, foot } = xmlFrame('КоммерческаяИнформация', attributes)
  return [head, ...texts, foot]
}

export function detailsNode(values: readonly NamedValue[]): XmlNode | null {
  const nodes = values.map(
    ({ name, value }) =>
      [
        'ЗначениеРеквизита',
        [
          ['Наименование', name],
          ['Значение', value],
        ],
      ] as const,
  )
  return listNode('ЗначенияРеквизитов', nodes)
}

/** The rate as it is told of goods and lines. */
export function vatNode(vat: string | null): XmlNode | null {
  if (vat === null) return null
  const rate: XmlNode = [
    'СтавкаНалога',
    [
      ['Наименование', 'НДС'],
      ['Ставка', vat],
    ],
  ]
  return ['СтавкиНалогов', [rate]]
}

/** Elements in one; without any there is none. */
export function listNode(name: string, nodes: readonly XmlNode[]): XmlNode | null {
  return nodes.length === 0 ? null : [name, nodes]
}

export function optionalNode(name: string, text: string | null): XmlNode | null {
  return text === null ? null : [name, text]
}

/** `sum` in minor units. */
export function moneyNode(name: string, sum: number | null): XmlNode | null {
  return optionalNode(name, sum === null ? null : decimalText(sum, 2, '.'))
}
