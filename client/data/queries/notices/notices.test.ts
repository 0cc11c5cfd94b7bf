import { expect, test, vi } from 'vitest'
import { COLLECTIONS, type CollectionName } from '../../../../shared/collections.ts'
import { columnsOf } from '../../../../shared/columns/columns.ts'
import { devices, settings } from '../../../../shared/company/collections.ts'
import { chosen } from '../../../../shared/notices/kinds.ts'
import { markOf, seenId } from '../../../../shared/notices/seen.ts'
import { ORDER, Shop, shopWithOrder } from '../../../../shared/orders/testing/shop.ts'
import type { Collection } from '../../../../shared/records/declarations/collection.ts'
import { derivedId } from '../../../../shared/records/keys/id.ts'
import type { Change } from '../../../../shared/records/reading/record-set.ts'
import { START } from '../../../../shared/records/simulation/chance/deeds.ts'
import { exchange } from '../../../../shared/records/simulation/world/desk.ts'
import { Directory } from '../directory.ts'
import { Notices } from './notices.ts'

const DAY = 86_400_000
const idOf = (name: string, time = START) => derivedId('common', time, 'test', name)
const ABOUT = `orders/${ORDER}`
const ASK = { what: 'notices', onlyUnread: true, to: 10 } as const

/** Mira has an order; Timur writes about it, each on a device of theirs. What Mira's device has is told to her notices. */
function miraAndTimur({ knowsDevices = true, now = START } = {}) {
  const [mira, timur, server] = [shopWithOrder('A'), new Shop('B'), new Shop('server')]
  for (const replica of ['A', 'B'])
    server.run((tx) => tx.create(devices, replica, { person: `person-${replica}`, label: replica }))
  mira.do('setOrder', { id: ORDER, fields: { responsible: 'person-A' } })
  exchange(mira, timur)
  if (knowsDevices) exchange(server, mira)
  const directory = new Directory('person-A', () => now)
  const notices = new Notices(directory, () => {})
  const take = (shop: Shop, name: CollectionName, ...ids: string[]) => {
    const collection: Collection = COLLECTIONS[name]
    const changes: Change[] = ids.map((id) => ({
      ...{ collection, id, before: null, origin: null },
      after: shop.row(collection, id),
    }))
    directory.take(changes)
    notices.take(changes)
  }
  if (knowsDevices) take(mira, 'devices', 'A', 'B')
  take(mira, 'orders', ORDER)
  const unread = () => {
    notices.flush()
    return notices.answer(ASK)
  }
  const say = (name: string, text: string, time = START) => {
    timur.do('addComment', { id: idOf(name, time), about: ABOUT, text })
    exchange(timur, mira)
    return idOf(name, time)
  }
  return { mira, timur, server, directory, notices, take, unread, say }
}

test('O4: what is marked is read, what comes later is unread though it was said before', () => {
  const { mira, take, unread, say, notices } = miraAndTimur()
  const [early, late] = [say('early', 'Раньше'), say('late', 'Позже')]
  expect(unread().unread).toBe(0)
  take(mira, 'comments', late)
  expect(unread()).toMatchObject({ unread: 1, groups: [{ id: ABOUT, unread: 1, notices: [{ text: 'Позже' }] }] })
  const id = seenId('mira', START)
  mira.do('markSeen', { id, marks: [markOf(`comments/${late}`)] })
  take(mira, 'seenNotices', id)
  notices.touches(ASK, new Map([['seenNotices', new Set([id])]]))
  expect(unread().unread).toBe(0)
  take(mira, 'comments', early)
  expect(unread()).toMatchObject({ unread: 1, groups: [{ notices: [{ text: 'Раньше', isUnread: true }] }] })
  expect(notices.unread({ what: 'unread', about: ABOUT }).comments).toEqual([early])
})

test('O4: what happened more than ninety days ago counts as seen', () => {
  const { mira, take, unread, say } = miraAndTimur({ now: START + 91 * DAY })
  take(mira, 'comments', say('old', 'Давно'))
  expect(unread()).toMatchObject({ unread: 0, count: 0 })
})

test('O1: twice is once, and whose device it was may be known later', () => {
  const { mira, server, take, unread, say } = miraAndTimur({ knowsDevices: false })
  const said = say('said', 'Кто это?')
  take(mira, 'comments', said)
  take(mira, 'comments', said)
  expect(unread().unread).toBe(0)
  exchange(server, mira)
  take(mira, 'devices', 'A', 'B')
  expect(unread().unread).toBe(1)
})

test('O2: whoever comes to answer for a record is told of what was said about it', () => {
  const { mira, timur, take, unread, say } = miraAndTimur()
  mira.do('setOrder', { id: ORDER, fields: { responsible: 'person-B' } })
  take(mira, 'orders', ORDER)
  take(mira, 'comments', say('said', 'Чей заказ?'))
  expect(unread().unread).toBe(0)
  exchange(mira, timur)
  timur.do('setOrder', { id: ORDER, fields: { responsible: 'person-A' } })
  exchange(timur, mira)
  take(mira, 'orders', ORDER)
  expect(
    unread()
      .groups[0]?.notices.map(({ kind }) => kind)
      .sort(),
  ).toEqual(['comment', 'given'])
})

test('O6: a kind that is switched off stands nowhere, until it is switched on', () => {
  const { mira, take, unread, say } = miraAndTimur()
  take(mira, 'comments', say('said', 'Да'))
  const choices = chosen([], 'comment', 'program', false)
  mira.run((tx) => tx.create(settings, 'mira', { notices: choices }))
  take(mira, 'settings', 'mira')
  expect(unread()).toMatchObject({ unread: 0, count: 0 })
  mira.run((tx) => tx.set(settings, 'mira', { notices: [] }))
  take(mira, 'settings', 'mira')
  expect(unread().unread).toBe(1)
})

test('FT8: of what a feature that is off has, nothing is told or counted', () => {
  const { take, unread, say, notices, mira } = miraAndTimur()
  take(mira, 'comments', say('said', 'Да'))
  expect(unread()).toMatchObject({ unread: 1, count: 1 })
  expect(notices.answer({ ...ASK, without: ['orders'] })).toMatchObject({ unread: 0, count: 0, groups: [] })
})

test('O7: a change has its own record looked at, and what was said about it; nothing else', () => {
  const { mira, directory, notices, take, unread, say } = miraAndTimur()
  const ids = Array.from({ length: 500 }, (_, i) => idOf(`event ${i}`))
  for (const id of ids) {
    const values = { kind: 'call', subject: 'Звонок', responsible: 'person-A' }
    mira.do('createRecord', { collection: 'events', id, values })
  }
  const rows = ids.map((id) => mira.row(COLLECTIONS.events as unknown as Collection, id))
  const rowsOf = (collection: Collection) => (collection.name === 'events' ? rows : [])
  directory.stand(columnsOf([COLLECTIONS.events], rowsOf), true)
  notices.stand('events', ids)
  unread()
  const looked = vi.spyOn(directory.rows('events'), 'ifNaming')
  const said = say('said', 'Да')
  take(mira, 'comments', said)
  take(mira, 'events', ids[0] ?? '')
  expect(unread().unread).toBe(1)
  expect(looked.mock.calls.map(([id]) => id)).toEqual([ids[0]])
})
