import type { CollectionName } from '../../../../shared/collections.ts'
import type { CommandArgs, CommandName, RecordOf } from '../../../../shared/commands.ts'
import { COMMON } from '../../../../shared/documents/families.ts'
import type { DatedPrice } from '../../../../shared/goods/collections.ts'
import { partsOfImport } from '../../../../shared/importing/import-records.ts'
import type { Line, Payment } from '../../../../shared/orders/collections.ts'
import { COMPLETED } from '../../../../shared/orders/moves/completed.ts'
import { standingOf } from '../../../../shared/orders/moves/moves.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import type { Undone } from '../../../../shared/records/writing/undo.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import type { TestDevice } from './test-device.ts'
import { haveBoth, movesOf, recordOf, type Two } from './two.ts'

/** Commands that undo does not take back, and why. */
export const NOT_UNDOABLE = {
  keepValue: 'changes no value: it says that another one was seen, and what was seen stays seen',
} as const satisfies { readonly [N in CommandName]?: string }

export type Undoable = Exclude<CommandName, keyof typeof NOT_UNDOABLE>

/** A command with what it is given, and the records that it is about. */
interface Deed<N extends CommandName> {
  readonly args: CommandArgs<N>
  readonly about: readonly RecordOf[]
}

/** Makes what a command needs, and says what is to be done. */
export type Way<N extends CommandName> = (two: Two) => Promise<Deed<N>>

/** Every command that is undone, in each of the ways that it can be done. A new one does not compile before it stands here. */
type Walk = { readonly [N in Undoable]: { readonly [way: string]: Way<N> } }

const START = { kind: 'kitchens', state: 'new' } as const
const SUCCESS = { state: COMPLETED, completion: 'success' } as const
const DAY = '2026-10-05'
const PICTURE = 'data:image/png;base64,iVBORw0KGgo='
const LINE = { text: 'Столешница', quantity: 2000, price: 500 } as const

export const WALK: Walk = {
  createRecord: {
    'a customer': async ({ one }) => {
      const about = fresh('customers', one)
      return { args: { ...about, values: { name: 'Ассоль', phone: '+79161234567' } }, about: [about] }
    },
  },
  setRecord: {
    'two fields, one emptied': async ({ one }) => {
      const about = await customer(one)
      return { args: { ...about, values: { name: 'Грей', phone: null } }, about: [about] }
    },
  },
  addEntry: {
    'a phone of a customer': async ({ one }) => {
      const about = await customer(one)
      return { args: { ...about, list: 'phones', values: { number: '+79167654321' } }, about: [about] }
    },
  },
  removeEntry: {
    'an account of an organisation': async ({ one }) => {
      const about = await organisation(one)
      return { args: { ...about, list: 'accounts', entry: 'main' }, about: [about] }
    },
    'a phone of a customer': async ({ one }) => {
      const about = await customer(one)
      await one.run('addEntry', { ...about, list: 'phones', values: { number: '+79167654321' } })
      const { row } = await recordOf(one, about)
      const [phone] = (row?.phones ?? []) as unknown as readonly { readonly id: string }[]
      return { args: { ...about, list: 'phones', entry: phone?.id ?? '' }, about: [about] }
    },
  },
  removeRecord: {
    'a customer': async ({ one }) => {
      const about = await customer(one)
      return { args: about, about: [about] }
    },
  },
  restoreRecord: {
    'a customer': async ({ one }) => {
      const about = await customer(one)
      await one.run('removeRecord', about)
      return { args: about, about: [about] }
    },
  },
  restoreRecords: {
    'an order and a customer': async ({ one }) => {
      const about = [await order(one), await customer(one)]
      for (const record of about) await one.run('removeRecord', record)
      return { args: { records: about }, about }
    },
  },
  bringBack: {
    'what another device has overwritten apart': async (two) => {
      const { one, other } = two
      const about = await order(one)
      await haveBoth(two, about)
      other.line.cut()
      await other.run('setOrder', { id: about.id, fields: { note: 'apart' } })
      await one.run('setOrder', { id: about.id, fields: { note: 'later' } })
      other.line.restore()
      // Which of two that wrote in one moment stands is up to their clocks.
      await eventually(async () => (await recordOf(one, about)).apart).toMatchObject([{ path: 'note' }])
      const [lost] = (await recordOf(one, about)).apart
      return { args: { ...about, path: 'note', value: lost?.value ?? null }, about: [about] }
    },
  },
  undoAct: {
    'an edit': async ({ one }) => {
      const about = await order(one)
      const edit = { id: about.id, fields: { note: 'edited' } }
      const { act } = await one.run('setOrder', edit)
      const { result } = await one.session.undo(act)
      await one.run('setOrder', edit)
      return { args: { act: writtenBy(result) }, about: [about] }
    },
  },
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
  changeRecords: {
    move: async ({ one }) => {
      const about = [await order(one), await order(one)]
      return { args: { ...many(about), change: { what: 'move', ...SUCCESS } }, about }
    },
    field: async ({ one }) => {
      const about = [await customer(one), await customer(one)]
      return { args: { ...many(about), change: { what: 'field', field: 'note', value: 'всем' } }, about }
    },
    post: async ({ one }) => {
      const about = [await order(one), await order(one)]
      return { args: { ...many(about), change: { what: 'post' } }, about }
    },
    remove: async ({ one }) => {
      const about = [await order(one), await order(one)]
      return { args: { ...many(about), change: { what: 'remove' } }, about }
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
  shareView: {
    'to all': async ({ one }) => {
      const own = { collection: 'ownViews', id: `${one.user}_${newId(COMMON, one.session.now).slice(-12)}` } as const
      const shared = fresh('views', one)
      await one.run('createRecord', { ...own, values: { list: 'orders', name: 'Мои', search: 'кухня' } })
      return { args: { id: own.id, to: shared.id }, about: [own, shared] }
    },
  },
  importRecords: {
    'a record made and one changed': async ({ one }) => {
      const [old, made] = [fresh('customers', one), fresh('customers', one)]
      await one.run('createRecord', { ...old, values: { name: 'Ассоль' } })
      const parts = partsOfImport([
        { command: 'createRecord', args: { ...made, values: { name: 'Грей' } } },
        { command: 'setRecord', args: { ...old, values: { phone: '+7 900 000-00-01' } } },
      ])
      return { args: { imported: parts }, about: [old, made] }
    },
  },
  takeStatement: {
    'a payment': async ({ one }) => {
      const about = await posted(one)
      const of = { payment: newId(COMMON, one.session.now).slice(COMMON.length + 1), order: about.id, invoice: null }
      return { args: { payments: [{ ...of, sum: 300, date: DAY, comment: 'п/п 17' }] }, about: [about] }
    },
  },
  undoOneMove: {
    'the last one': async ({ one }) => {
      const about = await order(one)
      await one.run('moveOrder', { id: about.id, state: 'made' })
      return { args: { id: about.id, move: (await heads(one, about))[0] ?? '' }, about: [about] }
    },
  },
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
  makeInvoice: {
    'of an order': async ({ one }) => {
      const [about, { id }] = [fresh('invoices', one), await order(one)]
      return { args: { id: about.id, order: id, fields: { due: DAY } }, about: [about] }
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
  addState: {
    'a new one': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'paid' }, about: [about] }
    },
    'one that was taken out': async ({ one }) => {
      const about = await kind(one)
      await one.run('removeState', { id: about.id, state: 'new' })
      return { args: { id: about.id, state: 'new' }, about: [about] }
    },
  },
  mergeCustomers: {
    'one that has another already': async ({ one }) => {
      const [into, other, third] = [await customer(one), await customer(one), await customer(one)]
      await one.run('mergeCustomers', { ids: [third.id], into: other.id })
      return { args: { ids: [other.id], into: into.id }, about: [into, other, third] }
    },
  },
  splitCustomer: {
    'one that was merged': async ({ one }) => {
      const [into, other] = [await customer(one), await customer(one)]
      await one.run('mergeCustomers', { ids: [other.id], into: into.id })
      return { args: { id: other.id }, about: [into, other] }
    },
  },
  addStates: {
    'two of three': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, states: ['new', 'paid', 'sent'] }, about: [about] }
    },
  },
  removeState: {
    'the first': async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'new' }, about: [about] }
    },
  },
  shiftState: {
    down: async ({ one }) => {
      const about = await kind(one)
      return { args: { id: about.id, state: 'new', by: 1 }, about: [about] }
    },
  },
  putGroup: {
    'under another': async ({ one }) => {
      const [about, parent] = [fresh('productGroups', one), fresh('productGroups', one)]
      for (const group of [about, parent]) await one.run('createRecord', { ...group, values: { name: 'Кухни' } })
      return { args: { id: about.id, parent: parent.id }, about: [about] }
    },
  },
  setPrice: {
    'a first one': async ({ one }) => {
      const about = await product(one)
      return { args: { id: about.id, priceType: 'retail', date: DAY, price: 700 }, about: [about] }
    },
    'of the same day': async ({ one }) => {
      const about = await product(one)
      await one.run('setPrice', { id: about.id, priceType: 'retail', date: DAY, price: 700 })
      return { args: { id: about.id, priceType: 'retail', date: DAY, price: 800 }, about: [about] }
    },
  },
  setPrices: {
    'of two': async ({ one }) => {
      const about = [await product(one), await product(one)]
      const rule = { from: { priceType: null }, percent: 1000, sum: 0, step: 1, way: 'half' } as const
      return { args: { ids: about.map(({ id }) => id), priceType: 'retail', date: DAY, rule }, about }
    },
  },
  removePrice: {
    'the only one': async ({ one }) => {
      const about = await product(one)
      await one.run('setPrice', { id: about.id, priceType: 'retail', date: DAY, price: 700 })
      const prices = ((await recordOf(one, about)).row?.prices ?? []) as unknown as readonly DatedPrice[]
      return { args: { id: about.id, entry: prices[0]?.id ?? '' }, about: [about] }
    },
  },
  setProductPicture: {
    'a first one': async ({ one }) => {
      const about = await product(one)
      return { args: { id: about.id, image: PICTURE }, about: [about, { collection: 'productPictures', id: about.id }] }
    },
    'taken away': async ({ one }) => {
      const about = await product(one)
      await one.run('setProductPicture', { id: about.id, image: PICTURE })
      return { args: { id: about.id, image: null }, about: [about, { collection: 'productPictures', id: about.id }] }
    },
  },
  setPicture: {
    'a logo': async ({ one }) => {
      const about = await organisation(one)
      return { args: { id: about.id, use: 'logo', image: PICTURE }, about: [about] }
    },
  },
}

function fresh<C extends CollectionName>(collection: C, device: TestDevice) {
  return { collection, id: newId(COMMON, device.session.now) } as const
}

async function customer(device: TestDevice) {
  const about = fresh('customers', device)
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', phone: '+79161234567' } })
  return about
}

async function organisation(device: TestDevice) {
  const about = fresh('organisations', device)
  const accounts = { main: { bank: 'Южный банк', place: 'a0' } }
  await device.run('createRecord', { ...about, values: { name: 'Ассоль', accounts } })
  return about
}

async function product(device: TestDevice) {
  const about = fresh('products', device)
  await device.run('createRecord', { ...about, values: { name: 'Стол', type: 'goods', price: 500 } })
  return about
}

async function order(device: TestDevice) {
  const about = fresh('orders', device)
  const fields = { sort: 'work', note: 'first' } as const
  await device.run('createOrder', { id: about.id, fields, lines: [LINE, LINE], start: START })
  return about
}

/** An order that is posted. */
async function posted(device: TestDevice) {
  const about = await order(device)
  await device.run('postOrder', { id: about.id, posted: true })
  return about
}

/** An order that was completed with success. */
async function completed(device: TestDevice) {
  const about = await order(device)
  await device.run('moveOrder', { id: about.id, ...SUCCESS })
  return about
}

async function kind(device: TestDevice) {
  const about = { collection: 'kinds', id: newId(COMMON, device.session.now).slice(-12) } as const
  const states = { new: { place: 'a0' }, made: { place: 'a1' } }
  await device.run('createRecord', { ...about, values: { name: 'Ремонт', sort: 'work', states } })
  return about
}

/** The first line of an order. */
async function firstLine(device: TestDevice, about: RecordOf): Promise<string> {
  const lines = (await recordOf(device, about)).row?.lines ?? []
  return (lines as unknown as readonly Line[])[0]?.id ?? ''
}

async function heads(device: TestDevice, about: RecordOf): Promise<string[]> {
  return standingOf({ moves: movesOf((await recordOf(device, about)).row) }).heads.map((head) => head.id)
}

function many(about: readonly RecordOf[]) {
  return { collection: about[0]?.collection ?? 'orders', ids: about.map((record) => record.id) }
}

/** The writes of an act that was undone. */
function writtenBy(result: unknown): readonly Written[] {
  return (result as Undone).undone
}
