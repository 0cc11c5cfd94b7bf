import { afterEach, beforeEach, expect, test } from 'vitest'
import { mailAccounts } from '../../../shared/letters/collections.ts'
import type { Author } from '../../sync/author.ts'
import { startSync, type TestSync } from '../../sync/testing/sync-server.ts'
import { Standings } from './standings.ts'

const ID = '0123456789abcdef0123'

let server: TestSync
let writes: number
let author: Author
beforeEach(async () => {
  server = await startSync()
  writes = 0
  author = {
    write: (command) => {
      writes++
      return server.sync.author.write(command)
    },
  }
  await server.sync.author.write((tx) => tx.create(mailAccounts, ID, { name: 'Продажи' }))
})
afterEach(() => server.stop())

const record = () => server.sync.author.write((tx) => tx.find(mailAccounts, ID))
const fail = (error: unknown) => {
  throw error
}

test('MA7: numbers are written every few seconds at most, the last of them by themselves', async () => {
  const standings = new Standings(author, fail, 300)
  await standings.tell(ID, { listed: 100, taken: 1 }, false)
  for (let taken = 2; taken <= 50; taken++) await standings.tell(ID, { taken }, false)
  expect([writes, await record()]).toEqual([1, expect.objectContaining({ listed: 100, taken: 1 })])
  await expect.poll(async () => (await record())?.taken).toBe(50)
  expect(writes).toBe(2)
})

test('MA7: a change of its state takes what waits along at once, and so does an end', async () => {
  const standings = new Standings(author, fail, 60_000)
  await standings.tell(ID, { taken: 1 }, false)
  await standings.tell(ID, { taken: 2 }, false)
  await standings.tell(ID, { state: 'unreachable', trouble: 'ECONNREFUSED' }, true)
  expect(await record()).toMatchObject({ taken: 2, state: 'unreachable', trouble: 'ECONNREFUSED' })
  await standings.tell(ID, { taken: 3 }, false)
  await standings.stop()
  expect((await record())?.taken).toBe(3)
  await standings.stop()
  expect(writes).toBe(3)
})

test('MA7: of an account that is gone nothing is written', async () => {
  await server.sync.author.write((tx) => tx.remove(mailAccounts, ID))
  await new Standings(author, fail).tell(ID, { taken: 1 }, false)
  await new Standings(author, fail).tell('ffffffffffffffffffff', { taken: 1 }, false)
  expect(await record()).toMatchObject({ gone: true, taken: null })
})
