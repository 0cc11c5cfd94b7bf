import { afterEach, beforeEach, expect, test } from 'vitest'
import { devices } from '../../../shared/company/collections.ts'
import { comments } from '../../../shared/discussion/collections.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { Device, Held } from '../testing/device.ts'
import { eventually } from '../testing/eventually.ts'
import { startSync, type TestSync } from '../testing/sync-server.ts'

const EVENTS = `events/${COMMON}/${quarterOf(Date.now())}`
const SAID = newId(COMMON, Date.now())

let server: TestSync
beforeEach(async () => {
  server = await startSync()
})
afterEach(() => server.stop())

/** A device of the user with the quarter's document, known as held by the person of that name. */
async function held(user: string): Promise<{ readonly device: Device; readonly events: Held }> {
  const device = await server.device(user)
  await server.sync.author.write((tx) => tx.create(devices, device.options.replica, { person: user, label: user }))
  return { device, events: await device.synced(EVENTS) }
}

/** Mira's comment, saved and come to the device. */
async function said(by: { readonly device: Device; readonly events: Held }, at: { readonly events: Held }) {
  by.device.run('addComment', { id: SAID, about: 'customers/x', text: 'Цена 100' })
  await by.device.saved(by.events)
  await eventually(() => at.events.records(comments).get(SAID)?.text).toBe('Цена 100')
}

test.each<[string, (tx: Transaction) => void]>([
  ['its text', (tx) => tx.set(comments, SAID, { text: 'Цена 90' })],
  ['what it is about', (tx) => tx.set(comments, SAID, { about: 'customers/y' })],
  ['that it is taken back', (tx) => tx.remove(comments, SAID)],
])('J39: what another said is not changed by hand: %s', async (_name, act) => {
  const [mira, max] = [await held('mira'), await held('max')]
  await said(mira, max)
  max.device.act(act)
  await eventually(() => max.events.reasons).toContain('refused:comment-of-another')
  const fresh = await (await server.device('olga')).synced(EVENTS)
  expect(fresh.records(comments).get(SAID)).toMatchObject({ text: 'Цена 100', about: 'customers/x', gone: false })
})

test('J39: nor is it made once more, as of before, in the name of who brings it', async () => {
  const [mira, max] = [await held('mira'), await held('max')]
  await said(mira, max)
  const early = await server.device('max', max.device.options.replica)
  const empty = early.attach(EVENTS)
  early.act((tx) => tx.create(comments, SAID, { about: 'customers/x', text: 'Цена 90', at: 1 }))
  await eventually(() => empty.reasons).toContain('refused:comment-of-another')
})

test('J39: its author changes it on each of his devices, and what the server brought in his name', async () => {
  const [mira, tablet] = [await held('mira'), await held('mira')]
  await said(mira, tablet)
  const brought = newId(COMMON, Date.now())
  await server.sync.author.write((tx) =>
    tx.create(comments, brought, { about: 'customers/x', text: 'Раньше', author: 'mira' }),
  )
  await eventually(() => tablet.events.records(comments).get(brought)?.text).toBe('Раньше')
  tablet.device.act((tx) => {
    tx.set(comments, SAID, { text: 'Цена 110' })
    tx.set(comments, brought, { text: 'Теперь' })
  })
  await tablet.device.saved(tablet.events)
  await eventually(() => mira.events.records(comments).get(SAID)?.text).toBe('Цена 110')
  expect(tablet.events.reasons).toEqual([])
})
