import { pino } from 'pino'
import type { HeldAccount } from '../../../../shared/letters/accounts.ts'
import { type Letter, letters } from '../../../../shared/letters/collections.ts'
import { SERVICE_KEY, startServer } from '../../../../sync-server/http/testing/server.ts'
import { setUp } from '../../../../sync-server/sync/testing/samples.ts'
import type { AgentGround } from '../../../runtime/agent.ts'
import { joinServer } from '../../../runtime/connection/join.ts'
import { Documents } from '../../../runtime/documents/documents.ts'
import { Replica } from '../../../runtime/replica.ts'
import { binder } from '../../binding/binder.ts'
import { type ToTake, takeLetter } from '../take-letter.ts'

/** Of the company, and of Anna. */
const SALES = { id: 'sales', owner: null, address: 'sales@assol.example' } satisfies Partial<HeldAccount>
export const ANNAS = { id: 'annas', owner: 'anna', address: 'anna@assol.example' } satisfies Partial<HeldAccount>

/** A company on a real server, and an agent that takes letters in. */
export async function openTaking() {
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
  const server = await startServer()
  await setUp(server.author)
  const replica = new Replica(await joinServer({ address: server.url, secret: SERVICE_KEY, as: 'agents' }, 'test'), log)
  const documents = new Documents(replica)
  await documents.start((error) => faults.push(String(error)))
  let uid = 0
  return {
    server,
    replica,
    documents,
    /** Takes a letter of text, or of bytes, into a folder of an account. */
    take(
      text: string | Uint8Array,
      change: Partial<ToTake> & { readonly received?: number; readonly flags?: string } = {},
    ) {
      const raw = new Uint8Array(Buffer.from(text))
      const { received = Date.now(), flags = '', ...rest } = change
      uid++
      const listed = { uid, flags, received, size: raw.length }
      return takeLetter({ replica, documents }, { account: SALES, folder: 'INBOX', uid, listed, raw, ...rest })
    },
    /** Runs the agent that binds what was nobody’s; gives its end. */
    startBinder(): () => Promise<void> {
      const stopping = new AbortController()
      const ground = { replica, documents, log, signal: stopping.signal } as unknown as AgentGround
      const over = binder.run(ground)
      return async () => {
        stopping.abort()
        await over
      }
    },
    /** A letter of the company as the server has it. */
    async read(id: string): Promise<Letter | null> {
      return await server.author.write((tx) => tx.find(letters, id))
    },
    async close() {
      documents.stop()
      replica.stop()
      await server.close()
      if (faults.length > 0) throw new Error(faults.join(''))
    },
  }
}

/** The text of a letter. */
export function letterText(headers: Readonly<Record<string, string>>, body = 'Добрый день'): string {
  const all = { From: 'Ivan <ivan@client.example>', To: 'sales@assol.example', Subject: 'Kitchen', ...headers }
  const lines = Object.entries(all).map(([name, value]) => `${name}: ${value}`)
  return [...lines, 'Content-Type: text/plain; charset=utf-8', '', body].join('\r\n')
}
