import type { RequestListener } from 'node:http'
import { join } from 'node:path'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { type Accounts, createAccounts } from './accounts/accounts.ts'
import { whoMaySignIn } from './accounts/people/list-members.ts'
import { writePeople } from './accounts/people/people.ts'
import { foundingIn } from './accounts/set-up/founding.ts'
import { setUpDemo } from './accounts/set-up/set-up.ts'
import { newSetUpCode } from './accounts/set-up/set-up-code.ts'
import { Feeds } from './calendar/feeds.ts'
import { CounterpartySettings } from './counterparties/service.ts'
import { openStorageOf } from './databases.ts'
import { Errands } from './effects/errands.ts'
import { Feed } from './effects/feed.ts'
import { Ledger } from './effects/ledger.ts'
import { ledgerMetrics } from './effects/metrics.ts'
import { Eraser } from './erasing/eraser.ts'
import { Files } from './files/files.ts'
import { openFront, type TrustPage } from './front.ts'
import { isOwnOrigin } from './http/guard/origin.ts'
import { createHttp } from './http/http.ts'
import type { Access, Ports } from './http/ports.ts'
import { PARCELS } from './keeping/backup/copy.ts'
import { noteDatabase } from './keeping/database/elsewhere.ts'
import { keepingMetrics } from './keeping/metrics.ts'
import { Backups } from './keeping/nightly/backups.ts'
import { takeFolder } from './keeping/restore/restore.ts'
import { MailAccounts } from './mail/accounts/accounts.ts'
import { Consents } from './mail/consents/consents.ts'
import { MailLedger } from './mail/ledger/ledger.ts'
import type { Options } from './options.ts'
import { announce } from './running.ts'
import { Sending } from './sending/sending.ts'
import { Door } from './site/door.ts'
import { SHOP, SiteSettings } from './site/settings/settings.ts'
import type { Storage } from './storage/storage.ts'
import { Ahead } from './sync/parcels/ahead.ts'
import { parcelMetrics } from './sync/parcels/metrics.ts'
import { Parcels } from './sync/parcels/parcels.ts'
import { readServiceKey } from './sync/service-key.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { Telephony } from './telephony/telephony.ts'

/** In a data folder: what the company's site keeps. */
const SITE = 'site'

/** The whole server, running. */
export interface Running {
  readonly port: number
  /** With HTTPS: the page by which devices come to trust the server. */
  readonly trust: TrustPage | null
  readonly company: string
  /** By which the first start proves itself from elsewhere; null where there is a company already. */
  readonly setUpCode: string | null
  /** Answers what came, closes all sockets and files. */
  stop(): Promise<void>
}

interface House {
  readonly storage: Storage
  readonly accounts: Accounts
  readonly sync: Sync
  readonly registry: Registry
  readonly serviceKey: string
  readonly feed: Feed
  readonly ledger: Ledger
  readonly backups: Backups
  readonly files: Files
  readonly parcels: Parcels
  readonly mailAccounts: MailAccounts
  readonly errands: Errands
  readonly telephony: Telephony
  readonly ahead: Ahead
  readonly door: Door
  readonly siteSettings: SiteSettings
  readonly eraser: Eraser
}

/**
 * Starts the server. The port is taken first, so that the address is known and a taken port is told at once; requests
 * that come before all is ready are answered 503.
 */
export async function serve(options: Options, log: Logger): Promise<Running> {
  const lock = takeFolder(options.data)
  let answer: RequestListener = (_request, response) => response.writeHead(503, { 'retry-after': '1' }).end()
  const front = await openFront(options, (request, response) => answer(request, response), log)
  const { server, port, scheme } = front
  const address = options.address ?? `${scheme}://localhost:${port}`
  const { origins, behindProxy, https: ownAuthority } = options
  const access = { address, origins, behindProxy, ownAuthority }
  const house = await furnish(options, access, log)
  const { storage, accounts, sync, feed, ledger, backups, files, parcels, mailAccounts, telephony, errands, ahead } =
    house
  if (options.demo) await accounts.alone(() => setUpDemo(accounts, { author: sync.author, files }))
  await writePeople(accounts, sync.author)
  await mailAccounts.begin()
  await telephony.phones.begin()
  const setUpCode = (await foundingIn(accounts.context.adapter)) ? null : newSetUpCode()
  answer = getRequestListener(httpOf(house, options, { access, setUpCode, log }).fetch)
  sync.attach(server, telephony.takeUpgrade)
  ledger.begin()
  backups.begin()
  files.begin()
  ahead.begin()
  house.eraser.begin()
  const word = announce(options.data, { scheme, host: options.host, port })
  const stop = async () => {
    word.withdraw()
    front.close()
    feed.end()
    errands.end()
    files.stop()
    await ledger.stop()
    await Promise.all([backups.stop(), house.eraser.stop()])
    await Promise.all([ahead.stop(), parcels.end()])
    await mailAccounts.stop()
    await telephony.stop()
    house.door.close()
    await sync.stop()
    server.closeAllConnections()
    await accounts.close()
    await storage.close()
    lock.release()
  }
  return { port, trust: front.trust, company: storage.company, setUpCode, stop }
}

async function furnish(options: Options, access: Access, log: Logger): Promise<House> {
  const { data, limitMb, fileLimitMb, compactAfter } = options
  const storage = await openStorageOf(data, options)
  noteDatabase(data, options.databaseUrl)
  // A port that the system chose for once, as for an import, is no address to put into later links.
  const known = options.address === null && options.port === 0 && !options.https ? {} : { address: access.address }
  const accounts = await createAccounts({ folder: data, databaseUrl: options.databaseUrl, ...known, log })
  const [registry, serviceKey] = [new Registry(), readServiceKey(data)]
  const sync = await createSync({
    storage,
    identify: accounts.identify,
    serviceKey,
    registry,
    log,
    limit: limitMb * 1024 * 1024,
    compactAfter,
    redisUrl: options.redisUrl,
    isWelcome: (headers) => isOwnOrigin(headers, access),
  })
  accounts.onCut((user) => sync.disconnect(user))
  const feed = new Feed(storage)
  sync.onJournal(() => feed.told())
  const { effects } = storage
  const ledger = new Ledger({ effects, figures: ledgerMetrics(registry, effects), log })
  const backups = backupsOf(options, sync, log)
  keepingMetrics(registry, backups)
  const files = new Files({ data, limit: fileLimitMb * 1024 * 1024, author: sync.author, log })
  const parcels = new Parcels({ storage, folder: join(data, PARCELS), log })
  const ahead = new Ahead({ storage, parcels, log })
  parcelMetrics(registry, parcels, ahead)
  const mailAccounts = mailAccountsOf(options, { storage, accounts, sync, log })
  const errands = new Errands()
  const telephony = telephonyOf(options, { storage, accounts, sync, log })
  const { door, siteSettings } = siteOf(options, access, { storage, log })
  return {
    storage,
    accounts,
    sync,
    registry,
    serviceKey,
    feed,
    ledger,
    backups,
    files,
    parcels,
    mailAccounts,
    errands,
    telephony,
    ahead,
    door,
    siteSettings,
    eraser: new Eraser({ storage, sync, files, data, visits: door.store.queue, backups: options.backups, log }),
  }
}

function mailAccountsOf(
  { data }: Options,
  { storage, accounts, sync, log }: Pick<House, 'storage' | 'accounts' | 'sync'> & { readonly log: Logger },
): MailAccounts {
  const fail = (err: unknown) => log.error({ err }, 'how an account of mail stands is not written')
  const { mailAccounts: store, company } = storage
  const welcome = () => whoMaySignIn(accounts)
  const mailAccounts = new MailAccounts({ store, company, folder: data, author: sync.author, welcome, fail })
  accounts.onCut((user) => mailAccounts.heed(user))
  return mailAccounts
}

function telephonyOf(
  { data: folder, behindProxy }: Options,
  { storage, accounts, sync, log }: Pick<House, 'storage' | 'accounts' | 'sync'> & { readonly log: Logger },
): Telephony {
  const fail = (err: unknown) => log.error({ err }, 'what is known of a phone is not written')
  const { phones: store, company } = storage
  const welcome = () => whoMaySignIn(accounts)
  const telephony = new Telephony({ store, company, folder, author: sync.author, welcome, fail, behindProxy, log })
  accounts.onCut((user) => telephony.phones.heed(user))
  return telephony
}

/** The door is this server's own, wherever the site stands: links of earlier letters lead here. */
function siteOf(
  { data: folder, address: told, behindProxy }: Options,
  { address }: Access,
  { storage, log }: Pick<House, 'storage'> & { readonly log: Logger },
): Pick<House, 'door' | 'siteSettings'> {
  const door = new Door({ folder: join(folder, SITE), base: SHOP, origin: address, behindProxy, log })
  const { services: store, company } = storage
  const own = { address, isPublic: told !== null }
  return { door, siteSettings: new SiteSettings({ store, company, folder, door, own }) }
}

/** Of several servers the keeper makes the backup of the night. */
function backupsOf({ data, backups, backupAt, keep, databaseUrl }: Options, sync: Sync, log: Logger): Backups {
  const ways = { zone: () => sync.zone(), isKeeper: () => sync.isKeeper() }
  return new Backups({ data, databaseUrl, to: backups, at: backupAt, keep, log, ...ways })
}

function httpOf(
  {
    storage,
    accounts,
    sync,
    registry,
    serviceKey,
    feed,
    ledger,
    backups,
    files,
    parcels,
    mailAccounts,
    errands,
    telephony,
    door,
    siteSettings,
    eraser,
  }: House,
  { data, demo, client }: Options,
  rest: Pick<Ports, 'access' | 'setUpCode' | 'log'>,
) {
  return createHttp({
    accounts,
    company: storage.company,
    author: sync.author,
    giveReplica: (user, label) => storage.addReplica(user, label, Date.now()),
    trail: storage,
    feed,
    ledger,
    sending: new Sending({ store: storage.sending, company: storage.company, folder: data }),
    counterparties: new CounterpartySettings({ store: storage.services, company: storage.company, folder: data }),
    mailLedger: new MailLedger(storage.mailLedger),
    mailAccounts,
    errands,
    consents: new Consents(errands),
    telephony,
    door,
    siteSettings,
    parcels,
    feeds: new Feeds({ storage, parcels }),
    files,
    eraser,
    backups,
    online: () => sync.online(),
    health: () => ({ ...sync.health(), ...ledger.health() }),
    registry,
    serviceKey,
    demoAsked: demo,
    client,
    ...rest,
  })
}
