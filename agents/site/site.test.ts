import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { customers } from '../../shared/customers/collections.ts'
import { productGroups, products } from '../../shared/goods/collections.ts'
import { setProductPicture } from '../../shared/goods/pictures/set-product-picture.ts'
import { messages } from '../../shared/messages/collections.ts'
import { kinds } from '../../shared/orders/collections.ts'
import { SITE, sites } from '../../shared/site/collections.ts'
import { DOT, DOT_HASH } from '../../sync-server/site/testing/samples.ts'
import { findIn } from '../runtime/find.ts'
import { openSiteRoom, type SiteRoom } from './testing/site-room.ts'

let room: SiteRoom
beforeEach(async () => {
  room = await openSiteRoom()
})
afterEach(async () => {
  await room.close()
  expect(room.faults).toEqual([])
})

const shown = () => room.server.door.store.catalogue()
const names = () => shown()?.goods.map(({ name }) => name)
const site = () => findIn(room.device)(sites, SITE)
const settled = () => expect.poll(async () => (await room.waiting()).length, { timeout: 10_000 }).toBe(0)

describe('WB13: published as it changes', () => {
  test('goods, prices, groups and settings; the record says when, and how many', async () => {
    room.begin()
    await expect.poll(names, { timeout: 10_000 }).toEqual(['Стол'])
    await expect.poll(() => site()?.goods).toBe(1)
    expect(site()?.published).toBe(shown()?.made)
    room.device.write((tx) => {
      tx.create(productGroups, 'kitchen', { name: 'Кухня' })
      tx.create(products, 'chair', { name: 'Стул', price: 5_000, group: 'kitchen', type: 'goods' })
    })
    await expect.poll(names).toEqual(['Стол', 'Стул'])
    expect(shown()?.groups).toMatchObject([{ name: 'Кухня' }])
    await room.setSite({ slogan: 'Мебель на века', isOn: false })
    await expect.poll(() => shown()?.slogan).toBe('Мебель на века')
    expect(shown()?.isOn).toBe(false)
    room.device.run('removeRecord', { collection: 'products', id: 'table' })
    await expect.poll(names).toEqual(['Стул'])
  })

  test('a door that has another catalogue than was sent gets it anew', async () => {
    room.begin()
    await expect.poll(names, { timeout: 10_000 }).toEqual(['Стол'])
    const was = shown()
    if (was) room.server.door.store.publish({ ...was, made: 1, goods: [] })
    await expect.poll(names, { timeout: 5_000 }).toEqual(['Стол'])
  })
})

test('WB15: a picture is brought once, and again when it changes', async () => {
  const image = `data:image/png;base64,${Buffer.from(DOT).toString('base64')}`
  await room.device.openNamed([room.full('pictures', 'table')])
  room.device.write((tx) => setProductPicture(tx, { id: 'table', image }))
  room.begin()
  await expect.poll(() => shown()?.goods[0]?.pictures, { timeout: 10_000 }).toEqual([DOT_HASH])
  await expect.poll(() => room.server.door.store.lacking(shown())).toEqual([])
  room.device.write((tx) => setProductPicture(tx, { id: 'table', image: null }))
  await expect.poll(() => shown()?.goods[0]?.pictures).toEqual([])
  room.device.write((tx) => setProductPicture(tx, { id: 'table', image: `${image.slice(0, -4)}AAAA` }))
  await expect.poll(() => shown()?.goods[0]?.pictures.length).toBe(1)
  expect(shown()?.goods[0]?.pictures).not.toEqual([DOT_HASH])
})

describe('WB16: what visitors order', () => {
  test('becomes an order with its customer, is settled, and the visitor has a letter', async () => {
    room.begin()
    const visit = room.visit({ note: 'После шести' })
    await settled()
    const [order] = await room.orders()
    expect(order).toMatchObject({ posted: true, source: 'Сайт', visitor: visit.token, number: expect.any(String) })
    expect([...room.device.rows(customers)]).toMatchObject([{ name: 'Анна', id: order?.customer }])
    await expect.poll(() => [...room.device.rows(messages)].length).toBe(1)
    const [letter] = [...room.device.rows(messages)]
    expect(letter).toMatchObject({ to: 'anna@example.com', state: 'waiting', order: order?.id })
    expect(letter?.subject).toBe(`Ваш заказ № ${order?.number} принят: Ассоль`)
    expect(letter?.body).toContain(`/order/${visit.token}`)
  })

  test('WB7: taken by two at once, and again behind cuts, it is one', async () => {
    const visits = [room.visit(), room.visit({ phone: '', email: '', name: 'Борис' })]
    // The settling is cut off a few times: the door gives them again.
    const { queue } = room.server.door.store
    const settle = queue.settle.bind(queue)
    let cuts = 4
    queue.settle = (upTo) => (cuts-- > 0 ? undefined : settle(upTo))
    room.begin('one')
    room.begin('two')
    await settled()
    expect(cuts).toBeLessThan(0)
    expect((await room.orders()).map(({ visitor }) => visitor).sort()).toEqual(visits.map(({ token }) => token).sort())
    expect([...room.device.rows(customers)].length).toBe(2)
    await expect.poll(() => [...room.device.rows(messages)].length).toBe(1)
  })

  test('WB14: without a kind of order it waits at the door, which the site’s record says', async () => {
    const all = [...room.device.rows(kinds)].map(({ id }) => id)
    await room.server.author.write((tx) => {
      for (const id of all) tx.remove(kinds, id)
    })
    room.begin()
    const { token } = room.visit()
    await expect.poll(() => site()?.trouble, { timeout: 10_000 }).toBe('noKind')
    expect(room.server.door.store.queue.waiting(token)).not.toBeNull()
    await room.server.author.write((tx) => {
      for (const id of all) tx.restore(kinds, id)
    })
    await expect.poll(() => room.server.door.store.queue.waiting(token), { timeout: 15_000 }).toBeNull()
    room.faults.splice(0)
  })

  test('what can never be taken stands aside, said and counted; nothing waits behind it, and nothing is lost', async () => {
    const { queue } = room.server.door.store
    for (let i = 0; i < 3; i++) room.visit({ id: `broken-${i}`, lines: null as never })
    room.begin()
    const visit = room.visit()
    await expect
      .poll(async () => (await room.orders()).map(({ visitor }) => visitor), { timeout: 30_000 })
      .toEqual([visit.token])
    await expect.poll(() => site()?.aside, { timeout: 30_000 }).toBe(3)
    await settled()
    expect(queue.setAside([])).toBe(3)
    room.faults.splice(0)
  }, 60_000)
})

test('WB19: the page follows the order, also one that moved while no agent ran', async () => {
  const end = room.begin()
  const visit = room.visit()
  await settled()
  const [order] = await room.orders()
  const state = () => room.server.door.store.state(visit.token)
  await expect.poll(() => state()?.number, { timeout: 10_000 }).toBe(order?.number)
  expect(state()).toMatchObject({ total: 10_000, lines: [{ name: 'Стол', price: 10_000 }], isDone: false })
  room.device.run('moveOrder', { id: order?.id ?? '', state: 'completed', completion: 'success' })
  await expect.poll(() => state()?.isDone).toBe(true)
  await end()
  room.device.run('moveOrder', { id: order?.id ?? '', state: order?.moves[0]?.state ?? '', comment: 'Еще не все' })
  await room.device.saved([room.full('orders', order?.id ?? '')])
  room.begin()
  await expect.poll(() => state()?.isDone, { timeout: 10_000 }).toBe(false)
})
