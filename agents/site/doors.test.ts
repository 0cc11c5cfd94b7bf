import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { bodyOfText, writeBody } from '../../shared/messages/body/body.ts'
import { messages, messageTemplates } from '../../shared/messages/collections.ts'
import { SITE, sites } from '../../shared/site/collections.ts'
import { ACCESS, SERVICE_KEY } from '../../sync-server/http/testing/server.ts'
import { Door } from '../../sync-server/site/door.ts'
import { findIn } from '../runtime/find.ts'
import { openSiteRoom, type SiteRoom } from './testing/site-room.ts'

const MAIN = join(import.meta.dirname, '..', 'main.ts')
let room: SiteRoom
let folder: string
const closing: (() => Promise<void> | void)[] = []
beforeEach(async () => {
  room = await openSiteRoom()
  folder = mkdtempSync(join(tmpdir(), 'voronka-door-'))
})
afterEach(async () => {
  for (const close of closing.splice(0)) await close()
  await room.close()
  rmSync(folder, { recursive: true })
})

/** A door that stands apart; `port` 0: any. */
async function openDoor(port = 0) {
  const standing = { base: '', origin: 'https://shop.example', behindProxy: false }
  const door = new Door({ ...standing, folder, log: pino({ level: 'silent' }) })
  const server = serve({ fetch: door.app.fetch, port, hostname: '127.0.0.1' }) as Server
  await once(server, 'listening')
  const close = async () => {
    if (!server.listening) return
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    door.close()
    await closed
  }
  closing.push(close)
  return { door, close, port: (server.address() as AddressInfo).port }
}

const moveTo = (port: number, key: string) =>
  room.server.siteSettings.change({ apart: { address: `http://127.0.0.1:${port}`, key } }, 'anna', Date.now())
const site = () => findIn(room.device)(sites, SITE)
const letters = () => [...room.device.rows(messages)]

test('WB14, WB16, WB17: a door apart that refuses the key, is away, and comes back with what visitors did meanwhile', async () => {
  const { door, close, port } = await openDoor()
  await moveTo(port, 'another-key')
  room.begin()
  await expect.poll(() => site()?.trouble, { timeout: 10_000 }).toBe('keyRefused')
  await moveTo(port, door.key)
  await expect.poll(() => door.store.catalogue()?.name, { timeout: 10_000 }).toBe('Ассоль')
  await expect.poll(() => site()?.trouble).toBeNull()
  await close()
  await room.setSite({ slogan: 'Вдали' })
  await expect.poll(() => site()?.trouble, { timeout: 10_000 }).toBe('unreachable')
  const again = await openDoor(port)
  const order = { ...room.visit({ id: 'here' }), id: 'there', token: 'token-there', phone: '', email: '' }
  again.door.store.queue.order(order)
  await expect.poll(() => again.door.store.catalogue()?.slogan, { timeout: 15_000 }).toBe('Вдали')
  // At the server's own door something is done still.
  await expect.poll(async () => (await room.orders()).length, { timeout: 15_000 }).toBe(2)
  await expect.poll(() => again.door.store.state('token-there')?.number, { timeout: 15_000 }).toBeTruthy()
  room.faults.splice(0)
}, 60_000)

test('WB16: killed again and again while orders come, each is one order with one letter', async () => {
  const visits = Array.from({ length: 8 }, (_, i) => room.visit({ id: `v${i}`, phone: `+7 916 000-00-0${i}` }))
  const args = [MAIN, 'site', '--url', room.server.url, '--data', folder, '--key', SERVICE_KEY]
  const start = () => spawn(process.execPath, args, { stdio: 'ignore' })
  let child: ChildProcess = start()
  const kill = async () => {
    const gone = once(child, 'exit')
    child.kill('SIGKILL')
    await gone
  }
  closing.push(kill)
  for (const atLeast of [1, 3]) {
    await expect
      .poll(async () => (await room.orders()).length, { timeout: 20_000, interval: 5 })
      .toBeGreaterThanOrEqual(atLeast)
    await kill()
    child = start()
  }
  await expect.poll(async () => (await room.waiting()).length, { timeout: 20_000 }).toBe(0)
  expect((await room.orders()).map(({ visitor }) => visitor).sort()).toEqual(visits.map(({ token }) => token).sort())
  expect(new Set((await room.orders()).map(({ customer }) => customer)).size).toBe(1)
  await expect.poll(() => letters().length).toBe(visits.length)
}, 60_000)

test('WB18: by the company’s template, with the page behind it; in own words where it cannot be filled', async () => {
  const body = writeBody(bodyOfText('Заказ принят'))
  room.device.write((tx) =>
    tx.create(messageTemplates, 'thanks', {
      name: 'Спасибо',
      way: 'letter',
      sort: 'customer',
      subject: 'Спасибо',
      body,
    }),
  )
  await room.device.saved([`${room.server.company}/automation`])
  await room.setSite({ template: 'thanks' })
  room.begin()
  room.visit({ id: 'one' })
  await room.orders()
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(1)
  const [filled] = letters()
  expect(filled).toMatchObject({ subject: 'Спасибо', template: 'thanks' })
  expect(filled?.body).toContain('Заказ принят')
  expect(filled?.body).toContain(`${ACCESS.address}/shop/order/token-one`)
  room.device.run('removeRecord', { collection: 'messageTemplates', id: 'thanks' })
  await room.device.saved([`${room.server.company}/automation`])
  room.visit({ id: 'two' })
  await expect.poll(() => letters().length, { timeout: 10_000 }).toBe(2)
  expect(letters().find(({ template }) => template === null)?.subject).toContain('принят: Ассоль')
})
