import { expect, test } from 'vitest'
import { Shop } from '../orders/testing/shop.ts'
import { ownViews, views } from './collections.ts'
import { openingView, withOpeningView } from './kept-views.ts'
import { type ListView, readView, writeView } from './view.ts'

const VIEW: ListView = {
  filter: [{ field: 'responsible', is: 'in', values: ['@me'] }],
  search: '',
  sort: [{ field: 'total', down: true }],
  group: ['state'],
  columns: [{ field: 'number', width: 140 }, { field: 'total' }],
}
const PLAIN: ListView = { filter: [], search: '', sort: [], group: [], columns: [{ field: 'number' }] }

test('a view is kept as it is written, shared as it was, and undoing makes it private again', () => {
  const shop = new Shop('A')
  const values = { list: 'orders/work', name: 'Mine', ...writeView(VIEW) }
  shop.do('createRecord', { collection: 'ownViews', id: 'olga_1', values })
  expect(readView(shop.row(ownViews, 'olga_1'), PLAIN)).toEqual(VIEW)

  const act = shop.do('shareView', { id: 'olga_1', to: 'shared1' })
  expect(shop.row(ownViews, 'olga_1').gone).toBe(true)
  expect(shop.row(views, 'shared1')).toMatchObject(values)

  shop.do('undoAct', { act })
  expect([shop.row(ownViews, 'olga_1').gone, shop.row(views, 'shared1').gone]).toEqual([false, true])
})

test('each list opens with one view at most', () => {
  const lines = withOpeningView(withOpeningView([], 'orders/work', 'a'), 'customers', 'b')
  expect([openingView(lines, 'orders/work'), openingView(lines, 'customers'), openingView(lines, 'orders')]).toEqual([
    'a',
    'b',
    null,
  ])
  expect(withOpeningView(withOpeningView(lines, 'customers', 'c'), 'customers', null)).toEqual(['orders/work=a'])
})
