import { decimalText } from '../../../lists/sheet.ts'
import type {
  Counterparty,
  ExchangeDiscount,
  ExchangeLine,
  ExchangeOrder,
  NamedValue,
} from '../../reading/commerceml/exchange.ts'
import { type XmlNode, xmlFrame, xmlText } from '../xml.ts'

/** The version of the form: the one that every program of exchange reads. */
const VERSION = '2.05'

/** Orders as a file of CommerceML 2, as 1C takes it; `made` is when, `YYYY-MM-DDTHH:MM:SS`. Read again, it gives the same orders. */
export function writeOrders(orders: readonly ExchangeOrder[], made: string): string {
  return ordersFile(orders.map(orderText), made).join('')
}

/** The same of orders that were written part by part. */
export function ordersFile(texts: readonly string[], made: string): string[] {
  const attributes = { xmlns: 'urn:1C.ru:commerceml_2', ВерсияСхемы: VERSION, ДатаФормирования: made }
  const { head, foot } = xmlFrame('КоммерческаяИнформация', attributes)
  return [head, ...texts, foot]
}

/** One order of such a file. */
export function orderText(order: ExchangeOrder): string {
  return xmlText(orderNode(order))
}

function orderNode(order: ExchangeOrder): XmlNode {
  return [
    'Документ',
    [
      ['Ид', order.id],
      ['Номер', order.number],
      ['Дата', order.date],
      optional('ХозОперация', order.operation),
      optional('Роль', order.role),
      optional('Валюта', order.currency),
      money('Сумма', order.sum),
      list('Контрагенты', order.parties.map(partyNode)),
      optional('Время', order.time),
      optional('Комментарий', order.comment),
      list('Товары', order.lines.map(lineNode)),
      details(order.details),
    ],
  ]
}

function partyNode(party: Counterparty): XmlNode {
  return [
    'Контрагент',
    [
      optional('Ид', party.id),
      ['Наименование', party.name],
      optional('Роль', party.role),
      optional('ПолноеНаименование', party.fullName),
      optional('ИНН', party.inn),
      optional('КПП', party.kpp),
      party.address === null ? null : ['АдресРегистрации', [['Представление', party.address]]],
      list(
        'Контакты',
        party.contacts.map(
          ({ name, value }) =>
            [
              'Контакт',
              [
                ['Тип', name],
                ['Значение', value],
              ],
            ] as const,
        ),
      ),
    ],
  ]
}

function lineNode(line: ExchangeLine): XmlNode {
  return [
    'Товар',
    [
      optional('Ид', line.id),
      optional('Артикул', line.article),
      ['Наименование', line.name],
      optional('БазоваяЕдиница', line.unit),
      money('ЦенаЗаЕдиницу', line.price),
      optional('Количество', line.quantity === null ? null : decimalText(line.quantity, 3, '.')),
      money('Сумма', line.sum),
      line.vat === null
        ? null
        : [
            'СтавкиНалогов',
            [
              [
                'СтавкаНалога',
                [
                  ['Наименование', 'НДС'],
                  ['Ставка', line.vat],
                ],
              ],
            ],
          ],
      list('Скидки', line.discounts.map(discountNode)),
      details(line.details),
    ],
  ]
}

function discountNode({ name, percent, sum, isCounted }: ExchangeDiscount): XmlNode {
  return [
    'Скидка',
    [
      ['Наименование', name],
      optional('Процент', percent === null ? null : decimalText(percent, 2, '.')),
      money('Сумма', sum),
      ['УчтеноВСумме', String(isCounted)],
    ],
  ]
}

function details(values: readonly NamedValue[]): XmlNode | null {
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
  return list('ЗначенияРеквизитов', nodes)
}

function list(name: string, nodes: readonly XmlNode[]): XmlNode | null {
  return nodes.length === 0 ? null : [name, nodes]
}

function optional(name: string, text: string | null): XmlNode | null {
  return text === null ? null : [name, text]
}

function money(name: string, sum: number | null): XmlNode | null {
  return optional(name, sum === null ? null : decimalText(sum, 2, '.'))
}
