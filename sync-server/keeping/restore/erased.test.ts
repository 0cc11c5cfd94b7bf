import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { customers } from '../../../shared/customers/collections.ts'
import { erasures } from '../../../shared/erasures/collections.ts'
import { eraserOf, makePerson } from '../../erasing/testing/person.ts'
import { startSync } from '../../sync/testing/sync-server.ts'
import { makeBackup } from '../backup/make.ts'
import { startOn, temporaryFolder } from '../testing/company.ts'
import { restore } from './restore.ts'

let stage: Awaited<ReturnType<typeof temporaryFolder>>
let data: string
beforeEach(async () => {
  stage = await temporaryFolder()
  data = join(stage.folder, 'data')
  await (await startOn(data)).stop()
})
afterEach(() => stage.remove())

const backup = (now: number) => makeBackup({ data, to: join(stage.folder, 'backups'), now })

/** Does what is asked for at the start of a server; gives the person’s name then, and how each erasure stands. */
async function started(id: string) {
  const server = await startSync({ folder: data })
  const eraser = eraserOf(server)
  const before = await server.sync.author.write((tx) => tx.get(customers, id).name)
  eraser.begin()
  await eraser.idle()
  const after = await server.sync.author.write((tx) => tx.get(customers, id).name)
  const states = (await server.sync.inSetup(erasures)).map(({ state }) => state)
  await eraser.stop()
  await server.stop()
  return { before, after, states }
}

test.each([
  ['the folder knows who was erased', false],
  ['a newer backup beside it does', true],
])('ER13: persons who were erased since the backup are erased again by the first start: %s', async (_what, isEmpty) => {
  const server = await startSync({ folder: data })
  const { id } = await makePerson(server)
  await server.stop()
  const { folder: old } = await backup(Date.now() - 60_000)
  const later = await startSync({ folder: data })
  const eraser = eraserOf(later)
  await eraser.ask({ person: { is: 'customer', customer: id } }, 'заявление № 3', 'olga')
  await eraser.idle()
  await eraser.stop()
  await later.stop()
  await backup(Date.now())
  if (isEmpty) rmSync(data, { recursive: true })
  const { erased } = await restore({ from: old, data, now: Date.now() })
  expect(erased).toBe(1)
  expect(await started(id)).toEqual({ before: 'Жанна-метка', after: 'Покупатель удален', states: ['erased'] })
  const { folder: newer } = await backup(Date.now() + 60_000)
  expect((await restore({ from: newer, data, now: Date.now() })).erased, 'one that knows it asks for nothing').toBe(0)
})
