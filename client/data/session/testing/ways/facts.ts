import { COMMON } from '../../../../../shared/documents/families.ts'
import type { Payment } from '../../../../../shared/orders/collections.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import { recordOf } from '../two.ts'
import { firstLine, fresh, order, posted } from './made.ts'
import type { Ways } from './way.ts'

const DAY = '2026-10-05'

/** What happened to orders: shipments, payments, invoices. */
export const FACT_WAYS: Ways<
  'ship' | 'takeBack' | 'takePayment' | 'refund' | 'undoFacts' | 'takeStatement' | 'makeInvoice'
> = {
  ship: {
    'all that is left': async ({ one }) => {
      const about = await posted(one)
      return { args: { id: about.id, date: DAY }, about: [about] }
    },
    'a part': async ({ one }) => {
      const about = await posted(one)
      const parts = [{ line: await firstLine(one, about), quantity: 500 }]
      return { args: { id: about.id, date: DAY, parts, comment: 'первая машина' }, about: [about] }
    },
  },
  takeBack: {
    'all that was shipped': async ({ one }) => {
      const about = await posted(one)
      await one.run('ship', { id: about.id, date: DAY })
      return { args: { id: about.id, date: DAY }, about: [about] }
    },
  },
  takePayment: {
    'all that is due': async ({ one }) => {
      const about = await posted(one)
      return { args: { id: about.id, date: DAY, way: 'card' }, about: [about] }
    },
  },
  refund: {
    'a part': async ({ one }) => {
      const about = await posted(one)
      await one.run('takePayment', { id: about.id, date: DAY, way: 'cash' })
      return { args: { id: about.id, date: DAY, way: 'cash', sum: 300 }, about: [about] }
    },
  },
  undoFacts: {
    'a payment': async ({ one }) => {
      const about = await posted(one)
      await one.run('takePayment', { id: about.id, date: DAY, way: 'cash' })
      const payments = ((await recordOf(one, about)).row?.payments ?? []) as unknown as readonly Payment[]
      return { args: { id: about.id, list: 'payments', facts: payments.map(({ id }) => id) }, about: [about] }
    },
  },
  takeStatement: {
    'a payment': async ({ one }) => {
      const about = await posted(one)
      const of = { payment: newId(COMMON, one.session.now).slice(COMMON.length + 1), order: about.id, invoice: null }
      return { args: { payments: [{ ...of, sum: 300, date: DAY, comment: 'п/п 17' }] }, about: [about] }
    },
  },
  makeInvoice: {
    'of an order': async ({ one }) => {
      const [about, { id }] = [fresh('invoices', one), await order(one)]
      return { args: { id: about.id, order: id, fields: { due: DAY } }, about: [about] }
    },
  },
}
