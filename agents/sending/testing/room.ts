import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { documentOf } from '../../../shared/documents/documents.ts'
import type { AccountChange, AccountStanding, HeldAccount } from '../../../shared/letters/accounts.ts'
import { bodyOfText, writeBody } from '../../../shared/messages/body/body.ts'
import { type Message, messages } from '../../../shared/messages/collections.ts'
import type { AgentSending, HeldMail } from '../../../shared/messages/own-mail.ts'
import { type Mail, NO_SENDING, type SendingSettings, type Sms } from '../../../shared/messages/sending.ts'
import type { Draft } from '../../../shared/records/declarations/collection.ts'
import { newEntryId, newId } from '../../../shared/records/keys/id.ts'
import { SERVICE_KEY, startServer } from '../../../sync-server/http/testing/server.ts'
import { Sending } from '../../../sync-server/sending/sending.ts'
import { sampleOrder, setUp } from '../../../sync-server/sync/testing/samples.ts'
import { startRelay } from '../../../tests/support/relay/relay.ts'
import type { ReadersDoor } from '../../mailings/letters/bulk-letter.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { joinServer } from '../../runtime/connection/join.ts'
import { Documents } from '../../runtime/documents/documents.ts'
import { findIn } from '../../runtime/find.ts'
import { Replica } from '../../runtime/replica.ts'
import { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import { sender } from '../sender/sender.ts'

/** Where links of letters lead. */
export const DOOR: ReadersDoor = { publicAddress: 'https://crm.example', links: new Uint8Array(32).fill(7) }
/** A tenth of a second: what is due then can still be called off. */
const SOON = 100

/** A company on a real server, a device of it that can be cut off, and senders. */
export async function openRoom() {
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
  const server = await startServer()
  await setUp(server.author)
  const folder = await mkdtemp(join(tmpdir(), 'voronka-sender-'))
  const relay = await startRelay({ target: Number(new URL(server.url).port) })
  const ends: (() => Promise<void>)[] = []
  let accounts: readonly HeldAccount[] = []
  let settings: AgentSending = { ...NO_SENDING, own: {} }
  const standings: AccountStanding[] = []
  let door: ReadersDoor & { readonly isPublic: boolean } = { ...DOOR, isPublic: true }

  async function replicaAt(address: string, as: 'cli' | 'agents'): Promise<Replica> {
    return new Replica(await joinServer({ address, secret: SERVICE_KEY, as }, 'test'), log)
  }
  const device = await replicaAt(`http://127.0.0.1:${relay.port}`, 'cli')
  const full = (family: string, id: string) => documentOf(server.company, family, id)
  const order = sampleOrder()
  await device.openNamed([`${server.company}/setup`, full('orders', order.id), full('runs', order.id)])
  device.run('createOrder', order)
  const ledgerOf = (holder: string, signal: AbortSignal, lease = 60_000) =>
    new LedgerClient({ server: { address: server.url, secret: SERVICE_KEY }, log, holder, signal, lease })

  return {
    server,
    folder,
    relay,
    device,
    log,
    order: order.id,
    ledgerOf,
    /** Keeps settings on the server, for senders that ask it. */
    keepSettings: (change: SendingSettings) => {
      const { company, folder: at, storage } = server
      return new Sending({ store: storage.sending, company, folder: at }).change(change, 'anna', Date.now())
    },
    /** Keeps a person's own account on the server, for senders that ask it. */
    keepOwnMail: (user: string, change: AccountChange) =>
      server.mailAccounts.change(newEntryId(), change, { user, isKeeper: false }, Date.now()),
    /** What was told of accounts. */
    standings,
    use: (change: {
      readonly mail?: Mail<string>
      readonly sms?: Sms<string>
      readonly own?: Readonly<Record<string, HeldMail>>
    }) => {
      settings = { ...settings, ...change }
    },
    /** Whether links of letters may lead to the door from now on. */
    openDoor: (isPublic: boolean) => {
      door = { ...door, isPublic }
    },
    /** The accounts of mail that there are from now on. */
    haveAccounts: (all: readonly HeldAccount[]) => {
      accounts = all
    },
    /** Starts a sender, or another agent of messages, which ends with the room, or when it is asked to. */
    async startSender(read: () => Promise<AgentSending> = async () => settings, agent = sender) {
      const replica = await replicaAt(server.url, 'agents')
      const documents = new Documents(replica)
      await documents.start(() => undefined)
      const [stopping, ending] = [new AbortController(), new AbortController()]
      const ledger = ledgerOf(replica.pass.replica, ending.signal)
      const ground = {
        replica,
        documents,
        ledger,
        settings: read,
        mailAccounts: async () => accounts,
        tellStanding: async (standing: AccountStanding) => void standings.push(standing),
        door: async () => door,
        folder,
        log,
        signal: stopping.signal,
      }
      // It hears no feed and keeps no place.
      const over = agent.run(ground as unknown as AgentGround)
      const stop = async () => {
        stopping.abort()
        await over
        ending.abort()
        documents.stop()
        replica.stop()
      }
      ends.push(stop)
      return { replica, ground }
    },
    /** Writes a message on the device, as a rule makes it; it is due soon. */
    write(change: Partial<Draft<typeof messages>> = {}, time = Date.now()): string {
      const id = newId('common', time)
      const values = {
        way: 'letter',
        state: 'waiting',
        to: 'anna@example.com',
        subject: 'Заказ',
        due: Date.now() + SOON,
        ...change,
      }
      device.write((tx) =>
        tx.create(messages, id, { body: writeBody(bodyOfText('Готов')), ...values } as Draft<typeof messages>),
      )
      return id
    },
    /** Writes one that lies in the quarter of that time. */
    async writeIn(time: number): Promise<string> {
      const document = full('runs', newId('common', time))
      await device.openNamed([document])
      const id = this.write({}, time)
      await device.saved([document])
      return id
    },
    saved: () => device.saved([full('runs', order.id), full('orders', order.id)]),
    message: (id: string): Message | null => findIn(device)(messages, id),
    full,
    async close() {
      for (const end of ends.splice(0)) await end()
      device.stop()
      await relay.close()
      await server.close()
      await rm(folder, { recursive: true })
      // What goes wrong in a way that nobody foresaw is found here.
      if (faults.length > 0) throw new Error(faults.join(''))
    },
  }
}

export type SendingRoom = Awaited<ReturnType<typeof openRoom>>
