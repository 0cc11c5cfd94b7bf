import { afterEach, expect, test } from 'vitest'
import { eventually } from '../../../sync-server/sync/testing/eventually.ts'
import { DataClient } from '../page/client.ts'
import type { FromWorker, Request } from '../protocol.ts'
import type { Answer } from '../queries/query.ts'
import { openHost } from './hub.ts'
import { TabPort } from './tab-port.ts'

const account = { name: 'Mira', email: '', person: null, companyName: '', user: 'mira', role: 'manager' } as const
const STATUS = { what: 'status' } as const

const ends: (() => void)[] = []
afterEach(() => {
  for (const end of ends.splice(0)) end()
})

/** A worker that says to each request what it is told to say, until it is killed. */
function host(name: string, answer: (request: Request, call: number) => FromWorker | null) {
  const asked: string[] = []
  let isAlive = true
  const close = openHost(name, (port, { call, ...request }) => {
    if (!isAlive) return
    asked.push(request.ask)
    const said = answer(request, call)
    if (said) port.postMessage(said)
  })
  const kill = () => {
    isAlive = false
    close()
  }
  ends.push(kill)
  return { asked, kill }
}

function tab(name: string) {
  const port = new TabPort(name)
  ends.push(() => port.close())
  const opening = { url: '', device: 'test', page: 'page', onNews: () => {} }
  const client = new DataClient(port, { ...account, company: 'c' }, opening)
  return client.opened.then(() => client)
}

const done = (call: number, result: unknown = null): FromWorker => ({ say: 'done', call, result })

/** Answers everything but commands and ids; live queries with `online`. */
const busy = (online: boolean) => (request: Request, call: number) => {
  if (request.ask === 'command' || request.ask === 'newId') return null
  // Only what tells the workers apart is looked at.
  if (request.ask === 'subscribe')
    return { say: 'answer', sub: request.sub, answer: { ...STATUS, online } as Answer } as const
  return done(call)
}

test('a tab that came before its host, and one that came after it, are served on lines of their own', async () => {
  const name = crypto.randomUUID()
  const early = tab(name)
  const { asked } = host(name, (request, call) => done(call, request.ask === 'newId' ? `id ${call}` : null))
  const late = tab(name)
  expect(await (await early).newId('orders')).toMatch(/^id /)
  expect(await (await late).newId('orders')).toMatch(/^id /)
  expect(asked.toSorted()).toEqual(['newId', 'newId', 'open', 'open'])
})

test('another host is asked anew: live queries go on, what may be asked twice is answered, an act fails in words', async () => {
  const name = crypto.randomUUID()
  const first = host(name, busy(false))
  const client = await tab(name)
  const heard: Answer[] = []
  client.subscribe(STATUS, (answer) => heard.push(answer))
  client.look({ collection: 'orders', id: 'common-1', path: null })
  const id = client.newId('orders')
  const act = client.run('removeRecord', { collection: 'orders', id: 'common-1' })
  act.catch(() => undefined)
  await eventually(() => heard).toMatchObject([{ online: false }])
  await eventually(() => first.asked).toContain('command')
  first.kill()

  const second = host(name, (request, call) =>
    request.ask === 'newId' ? done(call, 'fresh') : busy(true)(request, call),
  )
  await expect(act).rejects.toMatchObject({ code: 'answer-lost' })
  expect(await id).toBe('fresh')
  await eventually(() => heard).toMatchObject([{ online: false }, { online: true }])
  // The last two: how it stands with saving, since the act is over.
  await eventually(() => second.asked).toEqual(['open', 'subscribe', 'look', 'newId', 'subscribe', 'unsubscribe'])
})

test('an act that went to a host which was gone already is done by the next one, once', async () => {
  const name = crypto.randomUUID()
  const first = host(name, busy(false))
  const client = await tab(name)
  first.kill()
  const act = client.run('removeRecord', { collection: 'orders', id: 'common-1' })
  const second = host(name, (_request, call) => done(call, { act: 1, result: null }))
  expect(await act).toEqual({ act: 1, result: null })
  expect(first.asked).toEqual(['open'])
  expect(second.asked).toEqual(['open', 'command'])
})

test('a tab whose session has ended opens none at another host', async () => {
  const name = crypto.randomUUID()
  const first = host(name, (request, call) => (request.ask === 'newId' ? { say: 'news', news: 'ended' } : done(call)))
  const client = await tab(name)
  void client.newId('orders')
  await eventually(() => first.asked).toContain('newId')
  first.kill()
  const second = host(name, busy(true))
  await tab(name)
  expect(second.asked).toEqual(['open'])
})
