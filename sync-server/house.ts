import { join } from 'node:path'
import type { Logger } from 'pino'
import { Registry } from 'prom-client'
import { type Accounts, createAccounts } from './accounts/accounts.ts'
import { whoMaySignIn } from './accounts/people/list-members.ts'
import { Feeds } from './calendar/feeds.ts'
import { CounterpartySettings } from './counterparties/service.ts'
import { openStorageOf } from './databases.ts'
import { Errands } from './effects/errands.ts'
import { Feed } from './effects/feed.ts'
import { Ledger } from './effects/ledger.ts'
import { ledgerMetrics } from './effects/metrics.ts'
import { Eraser } from './erasing/eraser.ts'
import { Files } from './files/files.ts'
import { isOwnOrigin } from './http/guard/origin.ts'
import type { Access } from './http/ports.ts'
import { PARCELS } from './keeping/backup/copy.ts'
import { noteDatabase } from './keeping/database/elsewhere.ts'
import { keepingMetrics } from './keeping/metrics.ts'
import { Backups } from './keeping/nightly/backups.ts'
import { MailAccounts } from './mail/accounts/accounts.ts'
import { Consents } from './mail/consents/consents.ts'
import { MailLedger } from './mail/ledger/ledger.ts'
import type { Options } from './options.ts'
import { Sending } from './sending/sending.ts'
import { Door } from './site/door.ts'
import { SHOP, SiteSettings } from './site/settings/settings.ts'
import { SITE } from './site/store/database.ts'
import type { Storage } from './storage/storage.ts'
import { Ahead } from './sync/parcels/ahead.ts'
import { parcelMetrics } from './sync/parcels/metrics.ts'
import { Parcels } from './sync/parcels/parcels.ts'
import { readServiceKey } from './sync/service-key.ts'
import { createSync, type Sync } from './sync/sync.ts'
import { Telephony } from './telephony/telephony.ts'

/** What rooms of the server stand on. */
interface Ground {
  readonly storage: Storage
  readonly accounts: Accounts
  readonly sync: Sync
  readonly registry: Registry
  readonly log: Logger
}

/** The server's storage and line, and its rooms: what HTTP needs of each, and what begins and ends with it. */
export type House = Awaited<ReturnType<typeof furnish>>

export async function furnish(options: Options, access: Access, log: Logger) {
  const { data } = options
  const storage = await openStorageOf(data, options)
  noteDatabase(data, options.databaseUrl)
  // A port that the system chose for once, as for an import, is no address to put into later links.
  const known = options.address === null && options.port === 0 && !options.https ? {} : { address: access.address }
  const accounts = await createAccounts({ folder: data, databaseUrl: options.databaseUrl, ...known, log })
  const [registry, serviceKey] = [new Registry(), readServiceKey(data)]
  const sync = await createSync({
    ...{ storage, identify: accounts.identify, serviceKey, registry, log, redisUrl: options.redisUrl },
    ...{ limit: options.limitMb * 1024 * 1024, compactAfter: options.compactAfter },
    isWelcome: (headers) => isOwnOrigin(headers, access),
  })
  accounts.onCut((user) => sync.disconnect(user))
  const ground = { storage, accounts, sync, registry, log }
  const parcels = new Parcels({ storage, folder: join(data, PARCELS), log })
  const ahead = new Ahead({ storage, parcels, log })
  parcelMetrics(registry, parcels, ahead)
  const site = siteOf(options, access, ground)
  const rooms = {
    ...{ accounts, parcels, registry, serviceKey, company: storage.company, author: sync.author, trail: storage },
    ...site,
    ...roomsOfCompany(options, ground, { parcels, visits: site.door.store.queue }),
    ...roomsForAgents(options, ground),
    giveReplica: (user: string, label: string) => storage.addReplica(user, label, Date.now()),
    online: () => sync.online(),
  }
  return { storage, sync, ahead, rooms }
}

interface Beside {
  readonly parcels: Parcels
  readonly visits: Door['store']['queue']
}

function roomsOfCompany(options: Options, ground: Ground, { parcels, visits }: Beside) {
  const { storage, sync, registry, log } = ground
  const { data } = options
  const files = new Files({ data, limit: options.fileLimitMb * 1024 * 1024, author: sync.author, log })
  const backups = backupsOf(options, sync, log)
  keepingMetrics(registry, backups)
  return {
    files,
    backups,
    eraser: new Eraser({ storage, sync, files, data, visits, backups: options.backups, log }),
    feeds: new Feeds({ storage, parcels }),
  }
}

/** Of several servers the keeper makes the backup of the night. */
function backupsOf({ data, backups, backupAt, keep, databaseUrl }: Options, sync: Sync, log: Logger): Backups {
  const ways = { zone: () => sync.zone(), isKeeper: () => sync.isKeeper() }
  return new Backups({ data, databaseUrl, to: backups, at: backupAt, keep, log, ...ways })
}

/** What agents hear, do and are set up with. */
function roomsForAgents(options: Options, ground: Ground) {
  const { storage, sync, registry, log } = ground
  const feed = new Feed(storage)
  sync.onJournal(() => feed.told())
  const { effects, services, company } = storage
  const errands = new Errands()
  return {
    feed,
    errands,
    ledger: new Ledger({ effects, figures: ledgerMetrics(registry, effects), log }),
    sending: new Sending({ store: storage.sending, company, folder: options.data }),
    counterparties: new CounterpartySettings({ store: services, company, folder: options.data }),
    mailLedger: new MailLedger(storage.mailLedger),
    consents: new Consents(errands),
    mailAccounts: mailAccountsOf(options, ground),
    telephony: telephonyOf(options, ground),
  }
}

function mailAccountsOf({ data: folder }: Options, ground: Ground): MailAccounts {
  const { mailAccounts: store, company } = ground.storage
  const mailAccounts = new MailAccounts({ store, company, folder, ...ofPeople(ground, 'an account of mail') })
  ground.accounts.onCut((user) => mailAccounts.heed(user))
  return mailAccounts
}

function telephonyOf({ data: folder, behindProxy }: Options, ground: Ground): Telephony {
  const { phones: store, company } = ground.storage
  const ways = { ...ofPeople(ground, 'a phone'), behindProxy, log: ground.log }
  const telephony = new Telephony({ store, company, folder, ...ways })
  ground.accounts.onCut((user) => telephony.phones.heed(user))
  return telephony
}

/** What is of people, and told in records: who writes these, who may sign in, and who hears of what was not written. */
function ofPeople({ accounts, sync, log }: Ground, what: string) {
  return {
    author: sync.author,
    welcome: () => whoMaySignIn(accounts),
    fail: (err: unknown) => log.error({ err, what }, 'what is known of it is not written'),
  }
}

/** The door is this server's own, wherever the site stands: links of earlier letters lead here. */
function siteOf(
  { data: folder, address: told, behindProxy }: Options,
  { address }: Access,
  { storage, log }: Pick<Ground, 'storage' | 'log'>,
) {
  const door = new Door({ folder: join(folder, SITE), base: SHOP, origin: address, behindProxy, log })
  const { services: store, company } = storage
  const own = { address, isPublic: told !== null }
  return { door, siteSettings: new SiteSettings({ store, company, folder, door, own }) }
}
