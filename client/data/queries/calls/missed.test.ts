import { beforeEach, expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { Shop } from '../../../../shared/orders/testing/shop.ts'
import type { Collection, Row } from '../../../../shared/records/declarations/collection.ts'
import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import { newId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { LiveMissed } from './live-missed.ts'

const DAY = 86_400_000
const RANG = { direction: 'in', state: 'missed', number: '+79161234567' } as const

let shop: Shop
let now: number
let directory: Directory
beforeEach(() => {
  shop = new Shop('A')
  now = START
  directory = new Directory('sedova', () => now)
})

/** Makes a record or writes into it; what has changed by that. */
function put(name: CollectionName, id: string, values: JsonObject) {
  const collection = COLLECTIONS[name] as Collection
  const isThere = directory.row(name, id) !== null
  shop.do(isThere ? 'setRecord' : 'createRecord', { collection: name, id, values })
  return directory.take([{ collection, id, before: null, after: shop.row(collection, id), origin: null }])
}
/** What the server alone writes. */
function tell(name: CollectionName, row: JsonObject & { readonly id: string }): void {
  const after = { gone: false, ...row } as unknown as Row<Collection>
  directory.take([{ collection: COLLECTIONS[name], id: row.id, before: null, after, origin: null }])
}
const at = (time: number) => newId('common', time)

test('CL5: an open one is told with whose it is, who calls back and by which phone', () => {
  const [customer, call] = [at(START), at(START)]
  put('customers', customer, { name: 'Ассоль' })
  tell('people', { id: 'kuzmin', name: 'Кузьмин' })
  tell('phones', { id: 'line', name: 'Офис' })
  put('calls', call, { ...RANG, rang: START, customer, phone: 'line', responsible: 'kuzmin', note: 'Кухня' })
  const live = new LiveMissed(directory)
  expect(live.answer()).toMatchObject({
    mine: 0,
    open: [
      {
        ...{ id: call, shown: '+7 916 123 45 67', customer, customerName: 'Ассоль', responsibleName: 'Кузьмин' },
        ...{ phoneName: 'Офис', note: 'Кухня', callsBackName: null, isMine: false },
      },
    ],
  })
  expect(live.take(put('calls', call, { callsBack: 'sedova' }))).toBe(true)
  expect(live.answer()).toMatchObject({ mine: 1, open: [{ callsBack: 'sedova', isMine: true }] })
  expect(live.take(put('customers', customer, { name: 'Грей' }))).toBe(true)
  expect(live.answer().open[0]?.customerName).toBe('Грей')
  expect(live.take(put('jobs', at(START), { subject: 'Замер' }))).toBe(false)
})

test('CL4: it goes with a later talk, and is everybody’s where a line of the company rang', () => {
  put('calls', at(START), { ...RANG, rang: START })
  const live = new LiveMissed(directory)
  expect(live.answer().mine).toBe(1)
  const talk = {
    direction: 'out',
    state: 'talking',
    number: RANG.number,
    asked: START + 5,
    answered: START + 9,
  } as const
  live.take(put('calls', at(START + 5), talk))
  expect(live.answer()).toMatchObject({ open: [], mine: 0 })
})

test('CL7: a number that is not handled is not asked to be called back, from when it is put there', () => {
  put('calls', at(START), { ...RANG, rang: START })
  const live = new LiveMissed(directory)
  expect(live.take(put('ignoredNumbers', at(START), { number: '8 916 *' }))).toBe(true)
  expect(live.answer().open).toEqual([])
})

test('CL7: what was missed more than 60 days ago is asked of nobody', () => {
  put('calls', at(START), { ...RANG, rang: START })
  now = START + 59 * DAY
  const live = new LiveMissed(directory)
  expect(live.answer().open).toHaveLength(1)
  now = START + 61 * DAY
  live.turn()
  expect(live.answer().open).toEqual([])
})
