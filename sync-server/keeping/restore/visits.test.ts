import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { SiteOrder } from '../../../shared/site/catalogue.ts'
import { SiteStore } from '../../site/store/store.ts'
import { ORDER } from '../../site/testing/samples.ts'
import { makeBackup } from '../backup/make.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'
import { restore } from './restore.ts'

const NOW = Date.UTC(2026, 10, 26, 3)
let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  await (await startOn(data)).stop()
})
afterEach(() => stage.remove())

async function atDoor<T>(work: (store: SiteStore) => T | Promise<T>): Promise<T> {
  const store = new SiteStore(join(data, 'site'))
  try {
    return await work(store)
  } finally {
    store.close()
  }
}

const backUp = async () => (await makeBackup({ data, to: join(stage.folder, 'backups'), now: NOW })).folder
const visit = (id: string): SiteOrder => ({ ...ORDER, id, token: `token-${id}` })
const waiting = () =>
  atDoor(async ({ queue }) =>
    (await queue.page(0, 0, new AbortController().signal)).map((one) =>
      one.did === 'ordered' ? one.order.id : `${one.did} ${one.recipient}`,
    ),
  )

test('K17: what waits at the door outlives a restore of an older backup, each once, set aside or not', async () => {
  await atDoor(({ queue }) => {
    queue.order(visit('settled before'))
    queue.settle(1)
    queue.order(visit('both'))
    queue.order(visit('settled since'))
    queue.reader({ did: 'opened', recipient: 'anna' }, 1)
  })
  const from = await backUp()
  const state = { token: 'token-both', number: '7', state: 'Новый', hue: null, total: 1, lines: [], changed: 5 }
  await atDoor((store) => {
    const { queue } = store
    queue.setAside([2])
    queue.settle(3)
    queue.order(visit('since'))
    queue.reader({ did: 'unsubscribed', recipient: 'boris', by: 'oneClick', reason: '' }, 2)
    store.tellStates([{ ...state, isDone: false, isCancelled: false }])
  })
  await restore({ from, data, now: NOW + 1000 })
  const all = ['both', 'settled since', 'opened anna', 'since', 'unsubscribed boris']
  expect(await waiting()).toEqual(all)
  await atDoor(({ queue }) => {
    expect([queue.takenAs('since'), queue.waiting('token-since')]).toEqual(['token-since', ORDER.lines])
    queue.order(visit('since'))
    queue.order(visit('settled before'))
  })
  expect(await atDoor((store) => store.state('token-both')?.number)).toBe('7')
  expect(await waiting()).toEqual(all)
  await restore({ from, data, now: NOW + 2000 })
  expect(await waiting(), 'restored once more').toEqual(all)
  await (await startOn(data)).stop()
})

test('K17: where the former door cannot be read, what the backup has stands there', async () => {
  await atDoor(({ queue }) => queue.order(visit('both')))
  const from = await backUp()
  writeFileSync(join(data, 'site', 'site.sqlite'), 'no database at all')
  await restore({ from, data, now: NOW + 1000 })
  expect(await waiting()).toEqual(['both'])
})
