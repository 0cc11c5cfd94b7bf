import { createComponent, createRoot } from 'solid-js'
import { expect, test } from 'vitest'
import { states } from '../../../shared/orders/collections.ts'
import type { FromWorker, ToWorker } from '../protocol.ts'
import { DataClient, type WorkerPort } from './client.ts'
import { createEvery, DataProvider } from './solid.tsx'

const ACCOUNT = { user: 'u', company: 'c', role: 'owner' } as never

/** A page whose worker hears what it is asked, and answers when the test says. */
function page() {
  const heard: ToWorker[] = []
  const port: WorkerPort = { onmessage: null, postMessage: (message) => heard.push(message) }
  const client = new DataClient(port, ACCOUNT, { url: '', device: 'd', page: 'p', onNews: () => {} })
  const say = (message: FromWorker) => port.onmessage?.({ data: message } as MessageEvent<FromWorker>)
  const asked = (ask: ToWorker['ask']) => heard.filter((message) => message.ask === ask)
  const answer = (names: readonly string[]) => {
    const rows = names.map((name) => ({ id: name, name }))
    for (const message of asked('subscribe')) {
      if (message.ask === 'subscribe')
        say({ say: 'answer', sub: message.sub, answer: { what: 'all', rows, count: rows.length } })
    }
  }
  const look = () =>
    createRoot((end) => {
      const names: (() => (string | null)[])[] = []
      createComponent(DataProvider, {
        client,
        get children() {
          const rows = createEvery(states)
          names.push(() => rows().map(({ name }) => name))
          return null
        },
      })
      return { names: () => names[0]?.(), end }
    })
  return { answer, asked, look }
}

test('a whole collection is asked for once for all that look at it, until the last of them is gone', () => {
  const { answer, asked, look } = page()
  const one = look()
  const two = look()
  expect([asked('subscribe').length, one.names()]).toEqual([1, []])
  answer(['Замер'])
  expect([one.names(), two.names()]).toEqual([['Замер'], ['Замер']])
  one.end()
  answer(['Замер', 'Монтаж'])
  expect(two.names()).toEqual(['Замер', 'Монтаж'])
  const three = look()
  expect([asked('subscribe').length, three.names()], 'who comes later has it at once').toEqual([1, ['Замер', 'Монтаж']])
  expect(asked('unsubscribe')).toEqual([])
  two.end()
  three.end()
  expect(asked('unsubscribe')).toHaveLength(1)
  look()
  expect(asked('subscribe')).toHaveLength(2)
})
