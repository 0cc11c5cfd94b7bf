import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Logger, pino } from 'pino'
import { documentOf } from '../../../shared/documents/documents.ts'
import { COMMON } from '../../../shared/documents/families.ts'
import { LARGEST_FILE_MB } from '../../../shared/files/limits.ts'
import type { AccountChange } from '../../../shared/letters/accounts.ts'
import { type Letter, letters, mailAccounts, ownLetters } from '../../../shared/letters/collections.ts'
import type { LedgerRow } from '../../../shared/letters/ledger.ts'
import { newId } from '../../../shared/records/keys/id.ts'
import { SERVICE_KEY, startServer } from '../../../sync-server/http/testing/server.ts'
import { setUp } from '../../../sync-server/sync/testing/samples.ts'
import type { AgentGround } from '../../runtime/agent.ts'
import { Cache } from '../../runtime/cache/cache.ts'
import { knowFeatures } from '../../runtime/company/features.ts'
import { joinServer } from '../../runtime/connection/join.ts'
import { Documents } from '../../runtime/documents/documents.ts'
import { Replica } from '../../runtime/replica.ts'
import type { ServerAddress } from '../../runtime/server/api.ts'
import { FeedClient } from '../../runtime/server/feed-client.ts'
import { LedgerClient } from '../../runtime/server/ledger/ledger-client.ts'
import { readMailAccounts, tellStanding } from '../../runtime/server/mail/mail-accounts.ts'
import { MailLedgerClient } from '../../runtime/server/mail/mail-ledger.ts'
import { PASSWORD } from '../../sending/testing/dovecot.ts'
import { runMail } from '../agent.ts'
import { type MailPace, PACE } from '../engine/work.ts'
import { openBox } from '../open-box.ts'

/** Nothing is waited for long. */
export const FAST: MailPace = { ...PACE, poll: 200, flags: 200, tries: [50, 50, 50], broken: { first: 20, most: 100 } }

/** The id of an account by a short name. */
export function idOf(name: string): string {
  return Buffer.from(name).toString('hex').padEnd(20, '0').slice(0, 20)
}

const NEVER = new AbortController().signal

/** An account of a mail server on loopback. */
export function accountAt(port: number, user: string, change: Partial<AccountChange> = {}): AccountChange {
  return {
    name: user,
    fromName: user,
    address: `${user}@example.com`,
    receive: { way: 'imap', host: '127.0.0.1', port, tls: 'none', user },
    send: null,
    password: PASSWORD,
    oauth: '',
    folders: [],
    since: null,
    isDefault: false,
    marksSeen: true,
    storesSent: true,
    signature: '',
    isOff: false,
    isCompanys: true,
    ...change,
  }
}

interface AgentsBegun {
  readonly address: ServerAddress
  /** Of what they keep. */
  readonly folder: string
  readonly log: Logger
  readonly pace?: MailPace
  readonly open?: typeof openBox
}

/** Begins the agent of mail in this process. */
export async function beginAgents({ address, folder, log, pace = FAST, open = openBox }: AgentsBegun) {
  const replica = new Replica(await joinServer({ ...address, as: 'agents' }, 'test'), log)
  const documents = new Documents(replica)
  await documents.start((err) => log.error({ err }, 'documents failed'))
  const cache = new Cache(folder, log)
  const [stopping, ending] = [new AbortController(), new AbortController()]
  const features = knowFeatures(replica)
  const ground = {
    replica,
    features,
    documents,
    cache,
    folder,
    log,
    signal: stopping.signal,
    feed: new FeedClient(address, log),
    ledger: new LedgerClient({ server: address, log, holder: replica.pass.replica, signal: ending.signal }),
    mailLedger: new MailLedgerClient(address, { log, signal: stopping.signal }),
    mailAccounts: () => readMailAccounts(address, { log, signal: stopping.signal }),
    tellStanding: (standing) => tellStanding(address, standing),
    settings: () => Promise.reject(new RangeError('mail is not sent here')),
    errands: () => Promise.reject(new RangeError('accounts are not tried here')),
    counterpartyService: () => Promise.resolve(null),
    tellErrand: () => Promise.reject(new RangeError('accounts are not tried here')),
    phones: () => Promise.reject(new RangeError('nothing rings here')),
    tellBridge: () => Promise.reject(new RangeError('nothing rings here')),
    door: async () => null,
    shopExchange: async () => null,
    tellExchange: async () => undefined,
    tellSite: async () => undefined,
    phonesAt: null,
  } satisfies AgentGround
  const over = runMail(ground, open, pace)
  const end = async () => {
    if (stopping.signal.aborted) return
    stopping.abort()
    await over
    ending.abort()
    documents.stop()
    features.forget()
    replica.stop()
    cache.close()
  }
  return { end, cache }
}

/** A company on a real server, and agents of mail that begin and end. */
export async function openMailRoom(fileLimit = LARGEST_FILE_MB * 1024 * 1024) {
  const faults: string[] = []
  const log = pino({ level: 'error' }, { write: (line: string) => faults.push(line) })
  const server = await startServer({ fileLimit })
  await setUp(server.author)
  const folder = await mkdtemp(join(tmpdir(), 'voronka-mail-'))
  const address = { address: server.url, secret: SERVICE_KEY }
  const how = { log, signal: NEVER }
  const ledger = new MailLedgerClient(address, how)
  const ends: (() => Promise<void>)[] = []
  const keeper = { user: 'owner', isKeeper: true }
  let changed = Date.now()
  let waiting = () => ''

  return {
    server,
    folder,
    ledger,
    faults,
    /** Puts an account in the place of what stands. */
    async put(name: string, change: AccountChange, asker = keeper): Promise<void> {
      await server.mailAccounts.change(idOf(name), change, asker, changed++)
    },
    remove: (name: string) => server.mailAccounts.remove(idOf(name), keeper),
    /** Begins an agent; its end. */
    async start(pace: MailPace = FAST, open: typeof openBox = openBox): Promise<() => Promise<void>> {
      const { end, cache } = await beginAgents({ address, folder, log, pace, open })
      waiting = () => cache.place('mail.acts').read() ?? ''
      ends.push(end)
      return end
    },
    /** Another replica that holds the letters of the present quarter: when it sees one, by its Message-ID. */
    async watch() {
      const replica = new Replica(await joinServer({ ...address, as: 'cli' }, 'test'), log)
      const waiting = new Map<string, (at: number) => void>()
      replica.observe((changes) => {
        for (const { after } of changes)
          if (after && 'messageId' in after) waiting.get(String(after.messageId))?.(performance.now())
      })
      await replica.openNamed([documentOf(server.company, letters.family, newId(COMMON, Date.now()))])
      return {
        seen: (messageId: string) => new Promise<number>((resolve) => waiting.set(messageId, resolve)),
        stop: () => replica.stop(),
      }
    },
    /** How many accounts an agent works with. */
    working: async () => (await server.storage.effects.standing()).find(({ state }) => state === 'held')?.count ?? 0,
    /** Letters that wait to be carried, as the agent that was begun last keeps them. */
    waiting: () => waiting(),
    /** What everybody may know of an account. */
    standing: (name: string) => server.author.write((tx) => tx.find(mailAccounts, idOf(name))),
    letter: (id: string) => server.author.write((tx): Letter | null => tx.find(letters, id)),
    ownLetter: (id: string) => server.author.write((tx): Letter | null => tx.find(ownLetters, id)),
    /** Does something with a letter of the company, as a person does. */
    act: (id: string, place: string, patch: Readonly<Record<string, string | boolean>>) =>
      server.author.write((tx) => tx.setEntry(letters, id, 'places', place, patch)),
    /** What the ledger has of a folder that is still there. */
    async rows(name: string, path = 'INBOX'): Promise<readonly LedgerRow[]> {
      return (await ledger.folder(idOf(name), path)).rows.filter(({ state }) => state !== 'gone')
    },
    async close() {
      for (const end of ends.splice(0)) await end()
      await server.close()
      await rm(folder, { recursive: true })
    },
  }
}

export type MailRoom = Awaited<ReturnType<typeof openMailRoom>>
