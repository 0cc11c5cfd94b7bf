import { expect, test } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { columnsOf } from '../../../../shared/columns/columns.ts'
import { devices } from '../../../../shared/company/collections.ts'
import { comments } from '../../../../shared/discussion/collections.ts'
import { ORDER, Shop } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { Directory } from '../directory.ts'
import { discussion, touchesDiscussion } from './discussion.ts'

const id = (name: string) => derivedId('common', START, 'test', name)
const [KEPT, MERGED, FIRST, SECOND, THIRD] = ['kept', 'merged', 'first', 'second', 'third'].map(id) as [
  string,
  string,
  string,
  string,
  string,
]
const ABOUT = `customers/${KEPT}`

/** Two customers of which one was merged into the other, and what was said about both and about an order. */
function shopWithTalk() {
  const shop = new Shop('A')
  for (const one of [KEPT, MERGED])
    shop.do('createRecord', { collection: 'customers', id: one, values: { name: one.slice(-4) } })
  shop.do('mergeCustomers', { ids: [MERGED], into: KEPT })
  shop.do('addComment', { id: FIRST, about: ABOUT, text: 'Первое' })
  shop.do('addComment', { id: SECOND, about: `customers/${MERGED}`, text: 'Второе', answers: FIRST })
  shop.do('addComment', { id: THIRD, about: `orders/${ORDER}`, text: 'О заказе' })
  return shop
}

function directoryOf(shop: Shop, stands: boolean): Directory {
  const directory = new Directory(shop.device.person)
  const server = new Shop('server')
  server.run((tx) => tx.create(devices, 'A', { person: shop.device.person, label: 'Планшет' }))
  const changes = (collection: Collection, ids: readonly string[], from = shop) =>
    ids.map((one) => ({ collection, id: one, before: null, after: from.row(collection, one), origin: null }))
  directory.take(changes(COLLECTIONS.customers, [KEPT, MERGED]))
  directory.take(changes(COLLECTIONS.devices, ['A'], server))
  const said = [FIRST, SECOND, THIRD].map((one) => shop.row(comments as unknown as Collection, one))
  const rowsOf = (collection: Collection) => (collection.name === comments.name ? said : [])
  if (stands) directory.stand(columnsOf([COLLECTIONS.comments], rowsOf), true)
  else directory.take(changes(COLLECTIONS.comments, [FIRST, SECOND, THIRD]))
  return directory
}

test.each([false, true])('D6: a customer has what was said about those merged into it; from columns: %s', (stands) => {
  const shop = shopWithTalk()
  const answer = discussion(directoryOf(shop, stands), { what: 'discussion', about: ABOUT, last: 10 })
  expect(answer.rows.map(({ text }) => text)).toEqual(['Первое', 'Второе'])
  expect(answer).toMatchObject({ count: 2, earlier: 0 })
  expect(answer.rows[1]).toMatchObject({ isOwn: true, author: shop.device.person, answers: { text: 'Первое' } })
})

test('D4: what was taken back stands there without its text, and is not counted', () => {
  const shop = shopWithTalk()
  shop.do('removeComment', { id: FIRST })
  const answer = discussion(directoryOf(shop, false), { what: 'discussion', about: ABOUT, last: 1 })
  expect(answer).toMatchObject({ count: 1, earlier: 1, rows: [{ text: 'Второе', answers: { text: '' } }] })
  const all = discussion(directoryOf(shop, true), { what: 'discussion', about: ABOUT, last: 10 })
  expect(all.rows[0]).toMatchObject({ text: '', gone: { by: 'A' } })
})

test('a discussion hears of its own comments alone', () => {
  const directory = directoryOf(shopWithTalk(), false)
  const hears = (collection: CollectionName, ids: readonly string[]) =>
    touchesDiscussion(directory, { what: 'discussion', about: ABOUT, last: 1 }, new Map([[collection, new Set(ids)]]))
  expect([hears('comments', [SECOND]), hears('comments', [THIRD]), hears('orders', [ORDER])]).toEqual([
    true,
    false,
    false,
  ])
})
