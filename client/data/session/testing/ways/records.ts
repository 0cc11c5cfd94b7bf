import { COMMON } from '../../../../../shared/documents/families.ts'
import { partsOfImport } from '../../../../../shared/importing/import-records.ts'
import { newId } from '../../../../../shared/records/keys/id.ts'
import { eventually } from '../../../../../sync-server/sync/testing/eventually.ts'
import { haveBoth, recordOf } from '../two.ts'
import { customer, fresh, many, order, organisation, SUCCESS, writtenBy } from './made.ts'
import type { Ways } from './way.ts'

/** Records of any collection, many at once, and what was undone. */
export const RECORD_WAYS: Ways<
  | 'createRecord'
  | 'setRecord'
  | 'addEntry'
  | 'removeEntry'
  | 'removeRecord'
  | 'restoreRecord'
  | 'restoreRecords'
  | 'bringBack'
  | 'undoAct'
  | 'changeRecords'
  | 'shareView'
  | 'answerRings'
  | 'importRecords'
  | 'fillCustomer'
  | 'mergeCustomers'
  | 'splitCustomer'
> = {
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
  shareView: {
    'to all': async ({ one }) => {
      const own = { collection: 'ownViews', id: `${one.user}_${newId(COMMON, one.session.now).slice(-12)}` } as const
      const shared = fresh('views', one)
      await one.run('createRecord', { ...own, values: { list: 'orders', name: 'Мои', search: 'кухня' } })
      return { args: { id: own.id, to: shared.id }, about: [own, shared] }
    },
  },
  answerRings: {
    'heard, after it was snoozed': async ({ one }) => {
      const own = { collection: 'rings', id: `${one.user}_${newId(COMMON, one.session.now).slice(-12)}` } as const
      const heard = [{ id: own.id, about: 'events/e', at: 1_000 }]
      await one.run('answerRings', { heard, until: 2_000 })
      return { args: { heard, until: null }, about: [own] }
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
  fillCustomer: {
    'one whose name is another, and whose head nobody knows': async ({ one }) => {
      const known = await customer(one)
      const offers = [
        { field: 'name', now: null, found: 'ООО «Кухни»' },
        { field: 'head', now: null, found: 'Греф Иван Петрович', post: 'Директор' },
      ] as const
      return { args: { id: known.id, offers }, about: [known] }
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
}
