import { afterEach, expect, test } from 'vitest'
import { DAY_MS } from '../../../shared/time/days.ts'
import { sampleOrder } from '../../../sync-server/sync/testing/samples.ts'
import { type MailingRoom, openMailings } from '../testing/room.ts'

let room: MailingRoom
afterEach(() => room.close())

const LONG = { timeout: 10_000 }
const TABLE = 5_000

test('BM19, BM20: orders of who was told stand on the mailing as they come, of others and other days never', async () => {
  room = await openMailings()
  const [told = '', twin = ''] = await room.begin(['told@client.example', 'twin@client.example'])
  const order = (customer: string | null, date: number) =>
    room.device.run('createOrder', sampleOrder({ customer, date, currency: 'RUB' }))
  order(told, Date.now() - 1)
  order(null, Date.now() + DAY_MS)
  await room.startMailer()
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ state: 'finished', sent: 2, orders: 0 })
  order(told, Date.now() + DAY_MS)
  order(told, Date.now() + 15 * DAY_MS)
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ orders: 1, ordersTotal: TABLE })
  order(twin, Date.now() + 2 * DAY_MS)
  await expect.poll(() => room.mailing(), LONG).toMatchObject({ orders: 2, ordersTotal: 2 * TABLE })
})
