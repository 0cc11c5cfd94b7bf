import { pino } from 'pino'
import { accountAt, idOf } from '../../../agents/mail/testing/mail-room.ts'
import { joinServer, readServiceKey } from '../../../agents/runtime/connection/join.ts'
import { Replica } from '../../../agents/runtime/replica.ts'
import { MailLedgerClient } from '../../../agents/runtime/server/mail/mail-ledger.ts'
import { quarterOf } from '../../../shared/documents/quarter.ts'
import { type Letter, letters } from '../../../shared/letters/collections.ts'
import { Browser } from '../../../sync-server/http/testing/browser.ts'
import { SETUP } from '../../../sync-server/http/testing/server.ts'
import type { TestServer } from '../../support/server.ts'

const LOG = pino({ level: 'silent' })

/** A company on a server of its own process, with one account of mail; and how its ledger and its letters are looked at. */
export async function openMailOffice(server: TestServer, port: number, user: string) {
  const owner = new Browser(server.url)
  await owner.post('/api/setup', { ...SETUP, code: server.setUpCode })
  const put = await owner.send(`/api/mail/accounts/${idOf('sales')}`, { method: 'PUT', body: accountAt(port, user) })
  if (put.status !== 200) throw new Error(JSON.stringify(put.body))
  const address = { address: server.url, secret: await readServiceKey(server.data) }
  const ledger = new MailLedgerClient(address, { log: LOG, signal: new AbortController().signal })
  let reading: Replica | null = null
  /** One that has been told of all: after a restore it is another. */
  const reader = async () => {
    if (reading) return reading
    const fresh = new Replica(await joinServer({ ...address, as: 'cli' }, 'test'), LOG)
    await fresh.open(`letters/common/${quarterOf(Date.now())}`)
    reading = fresh
    return fresh
  }
  return {
    rows: async (name: string, path = 'INBOX') =>
      (await ledger.folder(idOf(name), path)).rows.filter(({ state }) => state !== 'gone'),
    async letter(id: string): Promise<Letter | null> {
      return [...(await reader()).rows(letters)].find((row) => row.id === id) ?? null
    },
    /** Letters that are there, by their Message-IDs. */
    all: async () => [...(await reader()).rows(letters)].filter(({ gone }) => !gone),
    leave(): void {
      reading?.stop()
      reading = null
    },
  }
}
