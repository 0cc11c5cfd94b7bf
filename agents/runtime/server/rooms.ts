import type { BridgeAddress } from '../../../shared/calls/phones.ts'
import type { ErrandDone } from '../../../shared/effects/errands.ts'
import type { AccountStanding } from '../../../shared/letters/accounts.ts'
import type { ExchangeStanding } from '../../../shared/site/exchange/settings.ts'
import type { SiteStanding } from '../../../shared/site/standing.ts'
import type { ServerAddress } from './api.ts'
import { readErrands, readMailAccounts, tellErrand, tellStanding } from './mail/mail-accounts.ts'
import { MailLedgerClient } from './mail/mail-ledger.ts'
import type { Patiently } from './patiently.ts'
import { readCounterpartyService } from './settings/counterparties.ts'
import { type PublicDoor, readDoor, tellSite } from './settings/door.ts'
import { readPhones, tellBridge } from './settings/phones.ts'
import { readSending } from './settings/sending.ts'
import { readShopExchange, tellExchange } from './settings/shop-exchange.ts'

/** What the rooms of the server say to agents, and are told by them: a part of what each agent works with. */
export type ServerRooms = ReturnType<typeof roomsOf>

export function roomsOf(server: ServerAddress, how: Patiently) {
  return {
    /** How the company sends letters and SMS now, with secrets: not to be kept, nor logged. */
    settings: () => readSending(server, how),
    /** Accounts of mail, the company's and people's own, with secrets: not to be kept, nor logged. */
    mailAccounts: () => readMailAccounts(server, how),
    /** Tells the server how an account of mail stands. */
    tellStanding: (standing: AccountStanding) => tellStanding(server, standing),
    /** What became of each letter that mail servers list. */
    mailLedger: new MailLedgerClient(server, how),
    /** What somebody waits for at a form, with secrets: waits for the next for a while. */
    errands: () => readErrands(server, how),
    tellErrand: (done: ErrandDone) => tellErrand(server, done),
    /** Which service says what is known of companies, with its key: not to be kept, nor logged. */
    counterpartyService: () => readCounterpartyService(server, how),
    /** Phones and lines, with keys and secrets: not to be kept, nor logged. */
    phones: () => readPhones(server, how),
    /** Tells the server where the bridge listens, and how its lines stand: it hands there on what phones send. */
    tellBridge: (bridge: BridgeAddress) => tellBridge(server, bridge, how),
    /**
     * The public door, with keys: not to be kept, nor logged. Never null as long as the sync server serves it itself; where it is not
     * `isPublic`, letters must not lead there.
     */
    door: (): Promise<PublicDoor | null> => readDoor(server, how),
    /** Tells the server how the company’s site stands. */
    tellSite: (standing: SiteStanding) => tellSite(server, standing, how),
    /** With which shop goods and orders are exchanged, with the password: not to be kept, nor logged; null: with none. */
    shopExchange: () => readShopExchange(server, how),
    tellExchange: (standing: ExchangeStanding) => tellExchange(server, standing, how),
  } as const
}
