import { decimalText } from '../../../lists/decimal-text.ts'
import type { Counterparty, ExchangeDiscount, ExchangeLine, ExchangeOrder } from '../../reading/commerceml/exchange.ts'
import { type XmlNode, xmlText } from '../xml.ts'
import { detailsNode, exchangeFile, listNode, moneyNode, optionalNode, vatNode } from './nodes.ts'

/** Orders as a file of CommerceML 2, as 1C takes it; `made` is when, `YYYY-MM-DDTHH:MM:SS`. Read again, it gives the same orders. */
export function writeOrders(orders: readonly ExchangeOrder[], made: string): string {
  return exchangeFile(orders.map(orderText), made).join('')
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
      optionalNode('ХозОперация', order.operation),
      optionalNode('Роль', order.role),
      optionalNode('Валюта', order.currency),
      moneyNode('Сумма', order.sum),
      listNode('Контрагенты', order.parties.map(partyNode)),
      optionalNode('Время', order.time),
      optionalNode('Комментарий', order.comment),
      listNode('Товары', order.lines.map(lineNode)),
      detailsNode(order.details),
    ],
  ]
}

function partyNode(party: Counterparty): XmlNode {
  return [
    'Контрагент',
    [
      optionalNode('Ид', party.id),
      ['Наименование', party.name],
      optionalNode('Роль', party.role),
      optionalNode('ПолноеНаименование', party.fullName),
      optionalNode('ИНН', party.inn),
      optionalNode('КПП', party.kpp),
      party.address === null ? null : ['АдресРегистрации', [['Представление', party.address]]],
      listNode(
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
      optionalNode('Ид', line.id),
      optionalNode('Артикул', line.article),
      ['Наименование', line.name],
      optionalNode('БазоваяЕдиница', line.unit),
      moneyNode('ЦенаЗаЕдиницу', line.price),
      optionalNode('Количество', line.quantity === null ? null : decimalText(line.quantity, 3, '.')),
      moneyNode('Сумма', line.sum),
      vatNode(line.vat),
      listNode('Скидки', line.discounts.map(discountNode)),
      detailsNode(line.details),
    ],
  ]
}

function discountNode({ name, percent, sum, isCounted }: ExchangeDiscount): XmlNode {
  return [
    'Скидка',
    [
      ['Наименование', name],
      optionalNode('Процент', percent === null ? null : decimalText(percent, 2, '.')),
      moneyNode('Сумма', sum),
      ['УчтеноВСумме', String(isCounted)],
    ],
  ]
}
