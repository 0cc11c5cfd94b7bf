import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { COLLECTIONS } from '../../../shared/collections.ts'
import { COMMANDS } from '../../../shared/commands.ts'
import { documentOf } from '../../../shared/documents/documents.ts'
import type { Collection } from '../../../shared/records/collection.ts'
import { newId } from '../../../shared/records/id.ts'
import { RecordSet } from '../../../shared/records/record-set.ts'
import { Clock } from '../../../shared/records/stamp.ts'
import { type OpenDocument, Transaction } from '../../../shared/records/transaction.ts'
import { Directory } from './directory.ts'
import { Funnels } from './funnels.ts'
import type { FunnelQuery } from './query.ts'

/** Documents in memory whose changes reach a directory and the funnels over it. */
function stage() {
  const directory = new Directory()
  const funnels = new Funnels(directory)
  const documents = new Map<string, OpenDocument>()
  const clock = new Clock('TEST', () => Date.now())
  const open = (collection: Collection, id: string): OpenDocument => {
    const name = documentOf('c', collection.family, id)
    const known = documents.get(name)
    if (known) return known
    const doc = new Y.Doc()
    const sets = new Map<string, RecordSet<Collection>>()
    for (const one of Object.values<Collection>(COLLECTIONS).filter(({ family }) => family === collection.family)) {
      const set = new RecordSet(doc, one)
      set.observe((changes) => funnels.take(directory.take(changes)))
      sets.set(one.name, set)
    }
    const fresh = { name, doc, records: (one: Collection) => sets.get(one.name) } as unknown as OpenDocument
    documents.set(name, fresh)
    return fresh
  }
  const run = (act: (tx: Transaction) => void) => {
    const tx = new Transaction({ clock, person: null, open })
    act(tx)
    tx.commit('test')
  }
  return { funnels, run }
}

const query: FunnelQuery = {
  what: 'funnel',
  kinds: null,
  period: { from: Number.NEGATIVE_INFINITY, to: Number.POSITIVE_INFINITY, basis: 'order' },
  moment: 'now',
  mode: 'reached',
  by: 'order',
  filter: [],
  search: '',
  spread: false,
}

test('an open report takes up moves, removals and new groups, and stays what it would be if opened anew', () => {
  const { funnels, run } = stage()
  run((tx) => {
    for (const id of ['s1', 's2']) COMMANDS.createRecord(tx, { collection: 'states', id, values: { name: id } })
    COMMANDS.createRecord(tx, { collection: 'kinds', id: 'k', values: { name: 'Кухни', sort: 'work' } })
    COMMANDS.addStates(tx, { id: 'k', states: ['s1', 's2'] })
  })
  const ids = [1, 2, 3].map(() => newId('common', Date.now()))
  const make = (id: string, customer: string) =>
    run((tx) =>
      COMMANDS.createOrder(tx, {
        id,
        fields: { sort: 'work', customer },
        lines: [{ quantity: 1000, price: 100 }],
        start: { kind: 'k', state: 's1' },
      }),
    )
  const byOrder = funnels.open(query)
  const byCustomer = funnels.open({ ...query, by: 'customer' })
  const same = () => {
    for (const [open, asked] of [
      [byOrder, query],
      [byCustomer, { ...query, by: 'customer' as const }],
    ] as const) {
      const sorted = (blocks: readonly { readonly group?: string | null }[]) =>
        blocks.map(({ group, ...rest }) => [group ?? '', rest] as const).sort(([a], [b]) => (a < b ? -1 : 1))
      const anew = funnels.open(asked)
      const counted = (answer: ReturnType<typeof anew.answer>) =>
        sorted(
          answer.report.blocks.map(({ rows, ...block }) => ({
            ...block,
            rows: rows.map(({ hours: _, ...row }) => row),
          })),
        )
      expect(counted(open.answer())).toEqual(counted(anew.answer()))
      anew.close()
    }
  }
  make(ids[0] ?? '', 'c1')
  same()
  make(ids[1] ?? '', 'c2')
  run((tx) => COMMANDS.moveOrder(tx, { id: ids[0] ?? '', state: 's2' }))
  same()
  expect(byOrder.answer().report.blocks[0]?.rows.map((row) => row.reached)).toEqual([2, 1, 0])
  run((tx) => COMMANDS.removeRecord(tx, { collection: 'orders', id: ids[1] ?? '' }))
  same()
  expect(byCustomer.answer().report.blocks.map((block) => block.group)).toEqual(['c1'])
})
