import { mkdtemp, rm } from 'node:fs/promises'
import type { Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join as joined } from 'node:path'
import { serve } from '@hono/node-server'
import { pino } from 'pino'
import { Registry } from 'prom-client'
import type { SetupRequest } from '../../../shared/accounts/api.ts'
import type { PersonRole } from '../../../shared/accounts/rights.ts'
import { createAccounts } from '../../accounts/accounts.ts'
import { whoMaySignIn } from '../../accounts/people/list-members.ts'
import { Feeds } from '../../calendar/feeds.ts'
import { CounterpartySettings } from '../../counterparties/service.ts'
import { openStorageOf } from '../../databases.ts'
import { Errands } from '../../effects/errands.ts'
import { Feed } from '../../effects/feed.ts'
import { Ledger } from '../../effects/ledger.ts'
import { ledgerMetrics } from '../../effects/metrics.ts'
import { Eraser } from '../../erasing/eraser.ts'
import { Files } from '../../files/files.ts'
import { Backups } from '../../keeping/nightly/backups.ts'
import { MailAccounts } from '../../mail/accounts/accounts.ts'
import { Consents } from '../../mail/consents/consents.ts'
import { MailLedger } from '../../mail/ledger/ledger.ts'
import { Sending } from '../../sending/sending.ts'
import { Door } from '../../site/door.ts'
import { SHOP, SiteSettings } from '../../site/settings/settings.ts'
import type { Author } from '../../sync/author.ts'
import { Parcels } from '../../sync/parcels/parcels.ts'
import { createSync } from '../../sync/sync.ts'
import type { Patience } from '../../telephony/bridge/bridge.ts'
import { Telephony } from '../../telephony/telephony.ts'
import { isOwnOrigin } from '../guard/origin.ts'
import { createHttp } from '../http.ts'
import type { Access, Ports } from '../ports.ts'
import { Browser } from './browser.ts'

/** The first start that tests make. */
export const SETUP: SetupRequest = {
  company: 'ООО «Ромашка»',
  language: 'ru',
  zone: 'Europe/Moscow',
  currency: 'RUB',
  demo: false,
  owner: { name: 'Анна', email: 'anna@romashka.test', password: 'correct horse' },
}

export const ACCESS: Access = {
  address: 'http://localhost',
  origins: ['https://trusted.test'],
  behindProxy: true,
  ownAuthority: false,
}
export const SETUP_CODE = '4821-0937-5526'
/** The greatest file that the tests' server takes, bytes. */
export const FILE_LIMIT = 8 * 1024 * 1024
export const SERVICE_KEY = 'service-key-of-tests'

type ServerChange = Partial<Ports> & { readonly fileLimit?: number; readonly patience?: Patience }

/** A real server on loopback, of a data folder of its own. */
export async function startServer(
  change: ServerChange = {},
  around: (author: Author) => Author = (author) => author,
  databaseUrl: string | null = null,
) {
  const folder = await mkdtemp(joined(tmpdir(), 'voronka-http-'))
  const { log = pino({ level: 'silent' }), access = ACCESS, fileLimit: limit = FILE_LIMIT } = change
  const storage = await openStorageOf(folder, { databaseUrl })
  const accounts = await createAccounts({ folder, databaseUrl, address: access.address, log })
  const cut: string[] = []
  const { company } = storage
  const registry = new Registry()
  const isWelcome = (headers: Headers) => isOwnOrigin(headers, ACCESS)
  const { identify } = accounts
  const sync = await createSync({ storage, identify, serviceKey: SERVICE_KEY, registry, log, isWelcome })
  const author = around(sync.author)
  const kept = { data: folder, databaseUrl, keep: { daily: 7, weekly: 4, monthly: 12 } }
  const secondProcess = () => createAccounts({ folder, log })
  const parcels = new Parcels({ storage, folder: joined(folder, 'parcels'), log })
  const files = new Files({ data: folder, limit, author, log })
  const feed = new Feed(storage)
  sync.onJournal(() => feed.told())
  const { effects } = storage
  const ledger = new Ledger({ effects, figures: ledgerMetrics(registry, effects), log })
  const welcome = () => whoMaySignIn(accounts)
  const { mailAccounts: store } = storage
  const mailAccounts = new MailAccounts({ store, company, folder, author, welcome, fail: throwLate })
  const errands = change.errands ?? new Errands()
  const own = { store: storage.phones, company, folder, author, welcome, fail: throwLate }
  const telephony = new Telephony({ ...own, behindProxy: access.behindProxy, log, patience: change.patience })
  const standing = { base: SHOP, origin: access.address, behindProxy: access.behindProxy }
  const door = new Door({ ...standing, folder: joined(folder, 'site'), log })
  const site = { address: access.address, isPublic: true }
  const siteSettings = new SiteSettings({ store: storage.services, company, folder, door, own: site })
  const visits = door.store.queue
  const eraser = new Eraser({ storage, sync, files, visits, data: folder, backups: joined(folder, 'backups'), log })
  const app = createHttp({
    accounts,
    company,
    author,
    giveReplica: (user, label) => storage.addReplica(user, label, Date.now()),
    trail: storage,
    feed,
    ledger,
    sending: new Sending({ store: storage.sending, company, folder }),
    counterparties: new CounterpartySettings({ store: storage.services, company, folder }),
    mailLedger: new MailLedger(storage.mailLedger),
    mailAccounts,
    errands,
    consents: change.consents ?? new Consents(errands),
    telephony,
    door,
    siteSettings,
    parcels,
    feeds: new Feeds({ storage, parcels }),
    files,
    eraser,
    backups: new Backups({ ...kept, to: joined(folder, 'backups'), at: null, log, zone: () => sync.zone() }),
    online: () => sync.online(),
    health: () => ({ ...sync.health(), ...ledger.health() }),
    registry,
    serviceKey: SERVICE_KEY,
    setUpCode: SETUP_CODE,
    demoAsked: false,
    client: joined(folder, 'client'),
    access,
    log,
    ...change,
  })
  accounts.onCut((user) => {
    cut.push(user)
    sync.disconnect(user)
    mailAccounts.heed(user)
    telephony.phones.heed(user)
  })
  const server = serve({ fetch: app.fetch, port: 0, hostname: '127.0.0.1' }) as Server
  await new Promise((resolve) => server.once('listening', resolve))
  const { port } = server.address() as AddressInfo
  sync.attach(server, telephony.takeUpgrade)
  const url = `http://127.0.0.1:${port}`
  const close = async () => {
    feed.end()
    errands.end()
    await mailAccounts.stop()
    await telephony.stop()
    door.close()
    await sync.stop()
    await parcels.end()
    const closed = new Promise((resolve) => server.close(resolve))
    server.closeAllConnections()
    await closed
    await accounts.close()
    await storage.close()
    await rm(folder, { recursive: true })
  }
  /** Somebody who may sign in, without a way to. */
  const addUser = async (id: string) => {
    const now = new Date()
    const person = { id, name: id, email: `${id}@people.test`, emailVerified: true, role: 'manager', disabled: false }
    const data = { ...person, createdAt: now, updatedAt: now }
    await accounts.context.adapter.create({ model: 'user', data, forceAllowId: true })
  }
  const parts = {
    siteSettings,
    accounts,
    addUser,
    mailAccounts,
    telephony,
    door,
    author,
    storage,
    parcels,
    files,
    eraser,
  }
  return { url, folder, company, ...parts, cut, secondProcess, browser: () => new Browser(url), close }
}

/** Nobody waits for what failed: the run does. */
function throwLate(error: unknown): void {
  queueMicrotask(() => {
    throw error
  })
}

export type TestServer = Awaited<ReturnType<typeof startServer>>

/** A server whose company has been made, and the browser of its owner. */
export async function startCompany(change: ServerChange = {}) {
  const server = await startServer(change)
  const owner = server.browser()
  await owner.post('/api/setup', SETUP)
  return { server, owner }
}

/** A browser that an invitation by `owner` has signed in with the role; its e-mail is the role's, its password the owner's. */
export async function join(server: TestServer, owner: Browser, role: PersonRole): Promise<Browser> {
  const { body } = await owner.post('/api/invitations', { name: role, role })
  const browser = server.browser()
  const account = { name: role, email: `${role}@romashka.test`, password: SETUP.owner.password }
  await browser.post(`/api/invitations/${String(body.link).split('/').at(-1)}`, account)
  return browser
}
