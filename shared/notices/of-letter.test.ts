import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { ownCircle } from '../documents/documents.ts'
import type { letters } from '../letters/collections.ts'
import { Shop } from '../orders/testing/shop.ts'
import type { Draft } from '../records/declarations/collection.ts'
import { derivedId } from '../records/keys/id.ts'
import { START } from '../records/simulation/chance/deeds.ts'
import type { NoticeLook } from './notice.ts'
import { noticesOf } from './notices-of.ts'

const MINE = 'customers/common-mine'
const look: NoticeLook = {
  me: 'me',
  holderOf: () => null,
  concerns: (about) => about === MINE,
  hasSaid: () => false,
  authorOf: () => null,
  today: START,
  dayAfter: () => START,
}

function kinds(draft: Draft<typeof letters>, name: 'letters' | 'ownLetters' = 'letters') {
  const shop = new Shop('server')
  const id = derivedId(name === 'letters' ? 'common' : ownCircle('user'), START, 'letter', 'one')
  shop.run((tx) => tx.create(COLLECTIONS[name], id, { direction: 'in', fromName: 'Иван', received: START, ...draft }))
  return noticesOf(name, shop.row(COLLECTIONS[name], id), look).map(({ kind, more }) => [kind, more])
}

const ofMine = { customer: 'common-mine' }
const place = (seen: boolean) => ({ places: { a: { account: 'office', folder: 'INBOX', seen, place: 'a0' } } })

test('MV40: who answers for a customer is told of his letter, and of his own mail everybody', () => {
  expect(kinds({ ...ofMine, ...place(false) })).toEqual([['letter', 'Иван']])
  expect(kinds({ customer: 'common-others', ...place(false) })).toEqual([])
  expect(kinds(place(false), 'ownLetters')).toEqual([['letter', 'Иван']])
})

test('MV40: nobody is told of what no person wrote, of what we wrote, and of what was read already', () => {
  for (const automatic of ['answer', 'bulk', 'bounce'] as const) expect(kinds({ ...ofMine, automatic })).toEqual([])
  expect(kinds({ ...ofMine, direction: 'out' })).toEqual([])
  expect(kinds({ ...ofMine, ...place(true) })).toEqual([])
})
