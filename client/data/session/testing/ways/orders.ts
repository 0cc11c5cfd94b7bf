import { COMPLETED } from '../../../../../shared/orders/moves/completed.ts'
import { completed, customer, firstLine, fresh, heads, LINE, order, product, START } from './made.ts'
import type { Ways } from './way.ts'

const DAY = '2026-10-05'

/** Orders: their fields, lines and moves, and what is made of them. */
export const ORDER_WAYS: Ways<
  | 'createOrder'
  | 'setOrder'
  | 'addLine'
  | 'setLine'
  | 'removeLine'
  | 'postOrder'
  | 'moveOrder'
  | 'undoOneMove'
  | 'moveCard'
  | 'spreadDiscount'
  | 'takePrices'
  | 'copyOrder'
  | 'orderFromTemplate'
  | 'orderOnBasis'
  | 'saveTemplate'
> = {
  createOrder: {
    'with lines': async ({ one }) => {
      const about = fresh('orders', one)
      return { args: { id: about.id, fields: { sort: 'work' }, lines: [LINE, LINE], start: START }, about: [about] }
    },
  },
  setOrder: {
    fields: async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, fields: { note: null, contact: 'Лонгрен', tags: ['срочно'] } }, about: [about] }
    },
  },
  addLine: {
    'at the end': async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, fields: { text: 'Фасад', quantity: 1000, price: 700 } }, about: [about] }
    },
  },
  setLine: {
    'quantity and price': async ({ one }) => {
      const about = await order(one)
      const line = await firstLine(one, about)
      return { args: { id: about.id, line, fields: { quantity: 3000, price: null } }, about: [about] }
    },
  },
  removeLine: {
    'the first': async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, line: await firstLine(one, about) }, about: [about] }
    },
  },
  postOrder: {
    posted: async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, posted: true }, about: [about] }
    },
  },
  moveOrder: {
    'to another state': async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, state: 'made' }, about: [about] }
    },
    'cancelled with a reason': async ({ one }) => {
      const about = await order(one)
      const how = { completion: 'cancelled', reason: 'price', comment: 'дорого' } as const
      return { args: { id: about.id, state: COMPLETED, ...how }, about: [about] }
    },
    reopened: async ({ one }) => {
      const about = await completed(one)
      return { args: { id: about.id, state: 'new', comment: 'передумали' }, about: [about] }
    },
  },
  undoOneMove: {
    'the last one': async ({ one }) => {
      const about = await order(one)
      await one.run('moveOrder', { id: about.id, state: 'made' })
      return { args: { id: about.id, move: (await heads(one, about))[0] ?? '' }, about: [about] }
    },
  },
  moveCard: {
    'to a state, a lane and a place among others': async ({ one }) => {
      const [about, tied] = [await order(one), await order(one)]
      const to = { kind: 'kitchens', state: 'made' }
      const between = { above: 'a0', below: 'a1', tied: [tied.id] }
      const args = {
        id: about.id,
        seen: { heads: await heads(one, about), responsible: null },
        to,
        responsible: 'grey',
        between,
      }
      return { args, about: [about, tied] }
    },
    'out of «Завершен»': async ({ one }) => {
      const about = await completed(one)
      const to = { kind: 'kitchens', state: 'new', comment: 'передумали' }
      return { args: { id: about.id, seen: null, to, responsible: null }, about: [about] }
    },
  },
  spreadDiscount: {
    'one rouble over two lines': async ({ one }) => {
      const about = await order(one)
      return { args: { id: about.id, off: 100 }, about: [about] }
    },
  },
  takePrices: {
    'of a line': async ({ one }) => {
      const [about, goods] = [await order(one), await product(one)]
      await one.run('setPrice', { id: goods.id, priceType: 'retail', date: DAY, price: 700 })
      await one.run('addLine', { id: about.id, fields: { ...LINE, product: goods.id } })
      await one.run('setOrder', { id: about.id, fields: { priceType: 'retail' } })
      return { args: { id: about.id, day: DAY }, about: [about] }
    },
  },
  copyOrder: {
    'with its lines': async ({ one }) => {
      const [about, { id }] = [fresh('orders', one), await order(one)]
      return { args: { id: about.id, from: id, start: START }, about: [about] }
    },
  },
  orderFromTemplate: {
    'with its lines': async ({ one }) => {
      const [about, template, { id }] = [fresh('orders', one), fresh('orderTemplates', one), await order(one)]
      await one.run('saveTemplate', { id: template.id, order: id, name: 'Кухня' })
      return { args: { id: about.id, template: template.id, start: START }, about: [about] }
    },
  },
  orderOnBasis: {
    'of a customer': async ({ one }) => {
      const [about, basis] = [fresh('orders', one), await customer(one)]
      return { args: { id: about.id, basis, sort: 'customer', start: START }, about: [about] }
    },
  },
  saveTemplate: {
    'of an order': async ({ one }) => {
      const [about, { id }] = [fresh('orderTemplates', one), await order(one)]
      return { args: { id: about.id, order: id, name: 'Кухня' }, about: [about] }
    },
  },
}
