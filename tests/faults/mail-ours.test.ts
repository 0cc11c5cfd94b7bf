import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { comesInStep } from '../../agents/mail/testing/in-step.ts'
import { beginAgents } from '../../agents/mail/testing/mail-room.ts'
import { letterOf, putLetters } from '../../agents/mail/testing/maildir.ts'
import { readServiceKey } from '../../agents/runtime/connection/join.ts'
import { type Dovecot, startDovecot } from '../../agents/sending/testing/dovecot.ts'
import { makeBackup } from '../../sync-server/keeping/backup/make.ts'
import { restore } from '../../sync-server/keeping/restore/restore.ts'
import { startServer, type TestServer } from '../support/server.ts'
import { times } from './support/length.ts'
import { openMailOffice } from './support/mail-office.ts'

const WITHIN = times(3, 20) * 60_000

let dovecot: Dovecot
let server: TestServer
let office: Awaited<ReturnType<typeof openMailOffice>>
let end: () => Promise<void>
let folder: string
let user: string
let users = 0
beforeAll(async () => {
  dovecot = await startDovecot()
})
afterAll(() => dovecot.stop())
beforeEach(async () => {
  user = `user${++users}`
  folder = await mkdtemp(join(tmpdir(), 'voronka-mail-ours-'))
  server = await startServer({ args: ['--host', '127.0.0.1'] })
  office = await openMailOffice(server, dovecot.imap, user)
  const address = { address: server.url, secret: await readServiceKey(server.data) }
  ;({ end } = await beginAgents({ address, folder: server.data, log: pino({ level: 'silent' }) }))
})
afterEach(async () => {
  office.leave()
  await end()
  await server.close()
  await rm(folder, { recursive: true })
})

const boxed = () => ({ room: office, dovecot, user, account: 'sales' })
const put = (count: number) =>
  putLetters(
    dovecot,
    user,
    Array.from({ length: count }, () => letterOf({})),
  )
const count = async () => (await office.rows('sales')).length

/** All that the server lists is in the ledger, and each letter is one record, and no other is there. */
async function expectWhole(expected: number): Promise<void> {
  const rows = await comesInStep(boxed(), expected)
  expect(new Set(rows.map(({ letter }) => letter)).size).toBe(expected)
  expect((await office.all()).map(({ id }) => id).sort()).toEqual(rows.map(({ letter }) => letter).sort())
}

test(`MB4: our own server is killed amid the taking, ${times(1, 30)} times`, { timeout: WITHIN }, async () => {
  const [kills, each] = [times(1, 30), 40]
  for (let i = 0; i < kills; i++) {
    const before = await count()
    await put(each)
    await expect.poll(count, { interval: 20, timeout: 60_000 }).toBeGreaterThan(before)
    await server.kill()
    await server.restart()
  }
  await expectWhole(kills * each)
})

test(`MB4: a backup is restored amid the taking, ${times(1, 10)} times`, { timeout: WITHIN }, async () => {
  const [restores, each] = [times(1, 10), 40]
  await put(each)
  await expect.poll(count, { interval: 20, timeout: 60_000 }).toBeGreaterThan(5)
  for (let i = 0; i < restores; i++) {
    const from = await makeBackup({ data: server.data, to: folder, now: Date.now() })
    await put(each)
    const before = await count()
    await expect.poll(count, { interval: 20, timeout: 60_000 }).toBeGreaterThan(before + 5)
    office.leave()
    await server.kill()
    await restore({ from: from.folder, data: server.data, now: Date.now() })
    await server.restart()
  }
  await expectWhole((restores + 1) * each)
})
