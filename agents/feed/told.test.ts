import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { customers } from '../../shared/customers/collections.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { Clock } from '../../shared/records/keys/stamp.ts'
import { type Change, RecordSet } from '../../shared/records/reading/record-set.ts'
import { Transaction } from '../../shared/records/writing/transaction.ts'
import { tell } from './told.ts'

function changesOf(...acts: readonly ((tx: Transaction, id: string) => void)[]): Change[] {
  const doc = new Y.Doc()
  const records = new RecordSet(doc, customers)
  const document = { name: 'c/customers/common', doc, records: () => records as never }
  const clock = new Clock('here', Date.now)
  const id = newId('common', Date.now())
  const changes: Change[] = []
  records.observe((found) => changes.push(...(found as readonly Change[])))
  for (const act of acts) {
    const tx = new Transaction({ clock, person: null, open: () => document })
    act(tx, id)
    tx.commit('test')
  }
  return changes
}

test('a change is told by field names, never by what stands in them', () => {
  const changes = changesOf(
    (tx, id) => tx.create(customers, id, { name: 'Иванова Анна', phone: '+7 900 000-00-00' }),
    (tx, id) => tx.set(customers, id, { phone: '+7 900 000-00-01', note: 'secret' }),
    (tx, id) => tx.remove(customers, id),
    (tx, id) => tx.restore(customers, id),
  )
  const told = changes.map(tell)
  expect(told.map((one) => [one?.change, one?.fields])).toEqual([
    ['made', ['name', 'phone']],
    ['changed', ['phone', 'note']],
    ['removed', []],
    ['restored', []],
  ])
  expect(JSON.stringify(told)).not.toMatch(/Иванова|900|secret/)
})
