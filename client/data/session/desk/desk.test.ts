import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { Failure } from '../../../../shared/errors.ts'
import type { Progress } from '../../../../shared/under-way.ts'
import { socketWith } from '../../../../sync-server/sync/testing/device.ts'
import { eventually } from '../../../../sync-server/sync/testing/eventually.ts'
import { startSync, type TestSync } from '../../../../sync-server/sync/testing/sync-server.ts'
import { openStores } from '../../device/device-stores.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import { DataClient } from '../../page/client.ts'
import type { Account, News } from '../../protocol.ts'
import type { StatusAnswer } from '../../queries/query.ts'
import { Session } from '../session.ts'
import { Desk, type Keep } from './desk.ts'
import { wipe } from './wipe.ts'

let server: TestSync
const ports: MessagePort[] = []
beforeEach(async () => {
  server = await startSync()
  vi.stubGlobal('WebSocket', socketWith('mira'))
})
afterEach(async () => {
  for (const port of ports.splice(0)) port.close()
  vi.unstubAllGlobals()
  await server.stop()
})

/** A device's worker: what it keeps outlives its sessions. */
function worker() {
  const disk = new TestDisk()
  const open: Keep['open'] = async (account, url) => {
    const replica = await server.storage.addReplica(account.user, 'test', Date.now())
    const kept = await openStores(disk, `${account.company}/${account.user}`)
    return Session.open({ account, kept, given: { replica, key: null, offset: 0 }, url })
  }
  return new Desk({ open, wipe: (account, url) => wipe(disk, account, url) })
}

function account(): Account {
  const names = { name: 'Mira', email: '', person: null, companyName: '' }
  return { ...names, user: 'mira', role: 'manager', company: server.company }
}

/** A tab in front of a worker. */
async function tab(desk: Desk) {
  const { port1, port2 } = new MessageChannel()
  ports.push(port1, port2)
  port2.onmessage = ({ data }) => void desk.take(port2, data)
  const heard: News[] = []
  const url = server.url.replace('ws', 'http').replace('/sync', '')
  const { page, leave } = await pageLock()
  const opening = { url, device: 'test', page, onNews: (news: News) => heard.push(news) }
  const opened = new DataClient(port1, account(), opening)
  const client = opened.opened.then(() => opened)
  return { client, heard, leave }
}

/** A lock as pages hold one as long as they live. */
async function pageLock() {
  const page = `page/${crypto.randomUUID()}`
  const { promise: gone, resolve: leave } = Promise.withResolvers<void>()
  await new Promise<void>((hold) => {
    void navigator.locks.request(page, () => {
      hold()
      return gone
    })
  })
  return { page, leave }
}

function statusOf(client: DataClient): Promise<StatusAnswer> {
  return new Promise((resolve) => {
    const subscription = client.subscribe({ what: 'status' }, (answer) => {
      subscription.end()
      resolve(answer as StatusAnswer)
    })
  })
}

test('signing out in one tab tells the other; the session opens anew in the same worker', async () => {
  const desk = worker()
  const [first, second] = [await tab(desk), await tab(desk)]
  const [a, b] = [await first.client, await second.client]
  await b.saveDraft('common-1', { note: 'begun' })
  await a.close()
  await eventually(() => second.heard).toEqual(['ended'])
  expect(first.heard).toEqual([])
  await expect(b.newId('orders')).rejects.toMatchObject({ code: 'sign-in-needed' })

  const again = await (await tab(desk)).client
  await eventually(async () => (await statusOf(again)).online).toBe(true)
  const drafts = await new Promise((resolve) => again.subscribe({ what: 'drafts' }, resolve))
  expect(drafts).toMatchObject({ drafts: [{ id: 'common-1', draft: { note: 'begun' } }] })
  await again.close()
})

test('with another role the session waits until every tab has saved what was typed in it, and for none that says nothing', async () => {
  const desk = worker()
  const [first, second] = [await tab(desk), await tab(desk)]
  const [a, b] = [await first.client, await second.client]
  let isOver = false
  const closing = a.close('other-role').then(() => {
    isOver = true
  })
  const id = await b.newId('customers')
  await b.run('createRecord', { collection: 'customers', id, values: { name: 'typed' } })
  expect(isOver).toBe(false)
  await b.close('other-role')
  await closing
  const again = await (await tab(desk)).client
  const silent = await tab(desk)
  await silent.client
  await again.close('other-role')
  await eventually(() => silent.heard).toEqual(['other-role'])
})

test('a worker that waits for another one to let the account go says so, to every tab, and then opens', async () => {
  const [old, fresh] = [worker(), worker()]
  const holder = await (await tab(old)).client
  const waiting = await tab(fresh)
  await eventually(() => waiting.heard).toEqual(['held-elsewhere'])
  const late = await tab(fresh)
  await eventually(() => late.heard).toEqual(['held-elsewhere'])
  await holder.close()
  const open = await waiting.client
  expect(await open.newId('orders')).toEqual(expect.any(String))
  await (await late.client).close()
})

test('a session that could not be opened gives the account back', async () => {
  const failing = new Desk({ open: () => Promise.reject(new Error('no disk')), wipe: async () => 0 })
  await expect((await tab(failing)).client).rejects.toMatchObject({ code: 'unexpected' })
  const next = await tab(worker())
  const client = await next.client
  expect(next.heard).toEqual([])
  await client.close()
})

test('what happens by the way is passed over where the page undoes and repeats', async () => {
  const client = await (await tab(worker())).client
  const id = await client.newId('customers')
  await client.run('createRecord', { collection: 'customers', id, values: { name: 'first' } })
  await client.run('setRecord', { collection: 'customers', id, values: { name: 'second' } })
  await client.runPassedOver('setRecord', { collection: 'customers', id, values: { note: 'by the way' } })
  expect(await client.undo()).toMatchObject({ what: { deeds: ['name'] }, undone: 1 })
  await client.runPassedOver('setRecord', { collection: 'customers', id, values: { note: null } })
  expect(await client.redo()).toMatchObject({ what: { deeds: ['name'] }, undone: 1 })
  await client.close()
})

test('a page hears how far its change of thousands is, and stops it by a word; what is over cannot be stopped', async () => {
  const client = await (await tab(worker())).client
  const make = async () => {
    const id = await client.newId('customers')
    await client.run('createRecord', { collection: 'customers', id, values: { name: id } })
    return id
  }
  const ids = await Promise.all(Array.from({ length: 1100 }, make))
  const args = { collection: 'customers', ids, change: { what: 'field', field: 'note', value: 'many' } } as const
  const stop = new AbortController()
  const heard: Progress[] = []
  const onProgress = (progress: Progress) => {
    heard.push(progress)
    if (progress.done === 500) stop.abort(new Failure('change-stopped'))
  }
  const stopped = client.run('changeRecords', args, { onProgress, signal: stop.signal })
  await expect(stopped).rejects.toMatchObject({ code: 'change-stopped' })
  expect(heard.find(({ way }) => way === 'forth')).toEqual({ done: 0, total: 1100, way: 'forth' })
  const notes = await client.once({ what: 'all', collection: 'customers' })
  expect(notes.rows.filter(({ note }) => note !== null && note !== undefined)).toEqual([])

  const [over, undoing, half] = [new AbortController(), new AbortController(), new AbortController()]
  const { act } = await client.run('changeRecords', args, { onProgress, signal: over.signal })
  over.abort(new Failure('change-stopped'))
  const halfBack = (progress: Progress) => progress.done === 500 && half.abort(new Failure('change-stopped'))
  const undone = client.undo(act, { onProgress: halfBack, signal: half.signal })
  await expect(undone).rejects.toMatchObject({ code: 'change-stopped' })
  const still = await client.once({ what: 'all', collection: 'customers' })
  expect(still.rows.filter(({ note }) => note === 'many')).toHaveLength(1100)
  const back: Progress[] = []
  const undid = await client.undo(act, { onProgress: (progress) => back.push(progress), signal: undoing.signal })
  expect(undid).toMatchObject({ undone: 1100, kept: 0 })
  expect(back.at(-1)).toEqual({ done: 1100, total: 1100, way: 'forth' })
  await client.close()
})

test('R22: a page that goes away in the middle of thousands has them taken back, and the others are told; a single edit stands', async () => {
  const desk = worker()
  const [leaving, staying] = [await tab(desk), await tab(desk)]
  const [a, b] = [await leaving.client, await staying.client]
  const make = async () => {
    const id = await a.newId('customers')
    await a.run('createRecord', { collection: 'customers', id, values: { name: id } })
    return id
  }
  const ids = await Promise.all(Array.from({ length: 1100 }, make))
  const change = { what: 'field', field: 'note', value: 'many' } as const
  const onProgress = ({ done }: Progress) => done === 500 && leaving.leave()
  void a.run(
    'changeRecords',
    { collection: 'customers', ids, change },
    { onProgress, signal: new AbortController().signal },
  )
  void a.run('setRecord', { collection: 'customers', id: ids[0] ?? '', values: { phone: '1' } })
  await eventually(async () => (await statusOf(b)).cutOff).toMatchObject([{ name: 'changeRecords', kept: 0 }])
  const { rows } = await b.once({ what: 'all', collection: 'customers' })
  expect([rows.filter(({ note }) => note === 'many').length, rows.filter(({ phone }) => phone === '1').length]).toEqual(
    [0, 1],
  )
  const [{ act = 0 } = {}] = (await statusOf(b)).cutOff
  await b.heard(act)
  expect((await statusOf(b)).cutOff).toEqual([])
  await b.close()
})
