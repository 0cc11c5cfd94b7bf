import { Failure } from '../../../shared/errors.ts'
import type {
  Account,
  AccountChange,
  AccountList,
  AccountStanding,
  AccountView,
  HeldAccount,
  OAuth,
  OAuthRenewed,
} from '../../../shared/letters/accounts.ts'
import { mailAccounts } from '../../../shared/letters/collections.ts'
import type { ConsentAsked } from '../../../shared/letters/consent/consent.ts'
import type { OAuthClient } from '../../../shared/letters/consent/exchange.ts'
import type { AgentSending, HeldMail } from '../../../shared/messages/own-mail.ts'
import type { Transaction } from '../../../shared/records/writing/transaction.ts'
import type { MailAccountStore, StoredAccount } from '../../storage/mail/accounts.ts'
import type { Author } from '../../sync/author.ts'
import { isSaidShutOut, putRecord, stateOf, valuesOf } from './records.ts'
import { AccountSecrets } from './secrets.ts'
import { defaultOf, mailOf } from './sending.ts'
import { Standings } from './standings.ts'
import { COMPANY_OWNER, changedTo, type Settings, settingsIn, standingIn } from './stored.ts'

interface MailAccountsOptions {
  readonly store: MailAccountStore
  /** The company's id. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
  readonly author: Author
  /** Accounts of the program that may sign in. */
  readonly welcome: () => Promise<ReadonlySet<string>>
  /** Is told of what could not be written into records. */
  readonly fail: (error: unknown) => void
}

/** Who asks: an account of the program, and whether it looks after those of the company. */
export interface Asker {
  readonly user: string
  readonly isKeeper: boolean
}

/** Accounts of mail, the company's and people's own, their secrets sealed (SPEC.md). */
export class MailAccounts {
  readonly #store: MailAccountStore
  readonly #author: Author
  readonly #secrets: AccountSecrets
  readonly #standings: Standings
  readonly #welcome: MailAccountsOptions['welcome']
  readonly #fail: MailAccountsOptions['fail']
  #heeding = Promise.resolve()

  constructor({ store, company, folder, author, welcome, fail }: MailAccountsOptions) {
    this.#store = store
    this.#author = author
    this.#welcome = welcome
    this.#fail = fail
    this.#secrets = new AccountSecrets(folder, company)
    this.#standings = new Standings(author, fail)
  }

  /** Brings all records in line: what was cut short between an account and its record is made up for (SPEC MA5). */
  async begin(): Promise<void> {
    if ((await this.#store.all()).length === 0) return
    await this.#lookAgain(() => true)
    await this.#tell(await this.#store.all())
  }

  /** Whether this person may sign in may have changed: so may what agents are given (SPEC MA14). */
  heed(user: string): void {
    this.#heeding = this.#heeding.then(() => this.#lookAgain(({ owner }) => owner === user)).catch(this.#fail)
  }

  async stop(): Promise<void> {
    await this.#heeding
    await this.#standings.stop()
  }

  async list(asker: Asker): Promise<AccountList> {
    const all = await this.#store.all()
    const [accounts, others] = [all.filter((one) => mayChange(asker, one.owner)), all.filter(isAnothers(asker))]
    return {
      accounts: accounts.map((one) => this.#viewOf(one)),
      others: asker.isKeeper ? others.map((one) => ({ ...this.#keptOf(one), address: settingsIn(one).address })) : [],
      clients: this.#companysClients(all).map(({ tokenUrl }) => tokenUrl),
    }
  }

  /**
   * The client by which consent for an account is asked for where none is typed: the one that it has, else the company’s, for tokens
   * had there alone (SPEC MA19); null: neither. Failure role-forbids.
   */
  async clientFor(
    asked: Pick<ConsentAsked, 'account' | 'isCompanys' | 'tokenUrl'>,
    asker: Asker,
  ): Promise<OAuthClient | null> {
    const all = await this.#store.all()
    const { kept } = placeOf(all, asked.account, asked, asker)
    const known = [...(kept ? this.#oauthOf(kept) : []), ...this.#companysClients(all)]
    const found = known.find(({ tokenUrl }) => tokenUrl === asked.tokenUrl)
    return found ? { clientId: found.clientId, clientSecret: found.clientSecret } : null
  }

  /** All that can be opened, for who receives and sends, but those of people who may sign in no more. */
  async held(): Promise<readonly HeldAccount[]> {
    return (await this.#usable()).flatMap((stored) => {
      const secrets = this.#secrets.opened(stored)
      const { id, owner, changed } = this.#keptOf(stored)
      return secrets ? [{ id, owner, changed, ...settingsIn(stored), ...secrets }] : []
    })
  }

  /** What the company's letters go by, where it has set up an account for them, and what people's own do. Failure sending-locked. */
  async sending(): Promise<Pick<AgentSending, 'mail' | 'own'>> {
    const all = await this.#usable()
    const own = [...new Set(all.map(({ owner }) => owner))].filter((owner) => owner !== COMPANY_OWNER)
    const sent = own.map((owner) => [owner, this.#mailOf(defaultOf(all, owner))] as const)
    const companys = defaultOf(all, COMPANY_OWNER)
    const mail = this.#mailOf(companys)
    if (companys && !mail) throw new Failure('sending-locked')
    return { mail, own: Object.fromEntries(sent.filter((one): one is [string, HeldMail] => one[1] !== null)) }
  }

  /** An account as a change would leave it, with its secrets; nothing is kept. Failures as of `change`. */
  async tried(id: string, change: AccountChange, asker: Asker): Promise<Account<string>> {
    const { kept } = placeOf(await this.#store.all(), id, change, asker)
    return { ...settingsOf(change), ...this.#secrets.after(kept, change) }
  }

  /** Puts an account in the place of what stands. Failures role-forbids, sending-secret-needed, sending-locked. */
  async change(id: string, change: AccountChange, asker: Asker, now: number): Promise<void> {
    const all = await this.#store.all()
    const { kept, owner } = placeOf(all, id, change, asker)
    const secrets = this.#secrets.seal(owner, this.#secrets.after(kept, change))
    const settings = settingsOf(change)
    const fresh = changedTo({ id, settings: '', at: 0, standing: '', ...kept, owner, ...secrets }, settings, now)
    const changed = [fresh, ...(settings.isDefault ? demoted(all, fresh, now) : [])]
    await this.#store.put(changed)
    await this.#tell(changed)
  }

  /** Says whether there was one. Failure role-forbids. */
  async remove(id: string, asker: Asker): Promise<boolean> {
    const kept = (await this.#store.all()).find((one) => one.id === id)
    if (!kept) return false
    if (kept.owner !== asker.user && !asker.isKeeper) throw new Failure('role-forbids')
    // Cut short between the two, the account is still there, and the next start shows it again.
    await this.#author.write((tx) => {
      if (tx.find(mailAccounts, id)) tx.remove(mailAccounts, id)
    })
    return await this.#store.remove(id)
  }

  /** A service has put another refresh token in the place of one: it counts as no change (SPEC MA21). */
  async renewed({ was, now }: OAuthRenewed): Promise<void> {
    for (const stored of await this.#store.all()) {
      const secrets = this.#secrets.opened(stored)
      if (secrets === null || secrets.oauth !== was) continue
      const { oauth } = this.#secrets.seal(stored.owner, { ...secrets, oauth: now })
      await this.#store.renew(stored.id, stored.at, oauth)
    }
  }

  /** Notes how an account stands; nothing, where it was changed meanwhile. */
  async stand({ account, changed, side = 'receive', state, trouble, ...values }: AccountStanding): Promise<void> {
    const kept = (await this.#store.all()).find(({ id }) => id === account)
    if (kept?.at !== changed) return
    const before = standingIn(kept)
    const line = state && { state, trouble: state === 'connected' ? null : (trouble ?? null) }
    const standing = { ...before, ...(line && { [side]: line }) }
    const isAnother = JSON.stringify(standing) !== JSON.stringify(before)
    if (isAnother && !(await this.#store.stand(account, changed, JSON.stringify(standing)))) return
    const said = stateOf(standing, settingsIn(kept).isOff)
    await this.#standings.tell(account, { ...said, ...values }, isAnother)
  }

  async #tell(changed: readonly StoredAccount[]): Promise<void> {
    const welcome = await this.#welcome()
    await this.#author.write((tx) => {
      for (const stored of changed) putRecord(tx, stored.id, valuesOf(stored, isShutOut(stored, welcome)))
    })
  }

  async #usable(): Promise<readonly StoredAccount[]> {
    const [all, welcome] = [await this.#store.all(), await this.#welcome()]
    return all.filter((one) => !isShutOut(one, welcome))
  }

  /** Those whose person was shut out, or is let in again, count as changed, so that agents read them anew. */
  async #lookAgain(isLookedAt: (stored: StoredAccount) => boolean): Promise<void> {
    const all = (await this.#store.all()).filter(isLookedAt)
    if (all.length === 0) return
    const welcome = await this.#welcome()
    const differs = (tx: Transaction) => all.filter((one) => isSaidShutOut(tx, one) !== isShutOut(one, welcome))
    const changed = (await this.#author.write(differs)).map((one) => changedTo(one, settingsIn(one), Date.now()))
    if (changed.length === 0) return
    await this.#store.put(changed)
    await this.#tell(changed)
  }

  #companysClients(all: readonly StoredAccount[]): readonly OAuth[] {
    return all.filter(({ owner }) => owner === COMPANY_OWNER).flatMap((one) => this.#oauthOf(one))
  }

  /** None: it has none, or it cannot be opened. */
  #oauthOf(stored: StoredAccount): readonly OAuth[] {
    const text = this.#secrets.opened(stored)?.oauth ?? ''
    // Checked as it was kept (SPEC MA8).
    return text === '' ? [] : [JSON.parse(text) as OAuth]
  }

  #mailOf(stored: StoredAccount | null): HeldMail | null {
    const secrets = stored && this.#secrets.opened(stored)
    return stored && secrets && mailOf(stored, secrets)
  }

  #viewOf(stored: StoredAccount): AccountView {
    const { password, oauth } = stored
    const secrets = { password: { isSet: password !== '' }, oauth: { isSet: oauth !== '' } }
    return { ...this.#keptOf(stored), ...settingsIn(stored), ...secrets }
  }

  #keptOf(stored: StoredAccount) {
    const { id, owner, at } = stored
    const isLocked = this.#secrets.opened(stored) === null
    return { id, owner: owner === COMPANY_OWNER ? null : owner, changed: at, isLocked }
  }
}

/** What a change would change, and whose it is. Failure role-forbids. */
function placeOf(
  all: readonly StoredAccount[],
  id: string,
  { isCompanys }: Pick<AccountChange, 'isCompanys'>,
  asker: Asker,
) {
  const kept = all.find((one) => one.id === id) ?? null
  const owner = isCompanys ? COMPANY_OWNER : asker.user
  if (!mayChange(asker, owner) || (kept && kept.owner !== owner)) throw new Failure('role-forbids')
  return { kept, owner }
}

function mayChange({ user, isKeeper }: Asker, owner: string): boolean {
  return owner === COMPANY_OWNER ? isKeeper : owner === user
}

function isShutOut({ owner }: StoredAccount, welcome: ReadonlySet<string>): boolean {
  return owner !== COMPANY_OWNER && !welcome.has(owner)
}

function isAnothers({ user }: Asker) {
  return ({ owner }: StoredAccount) => owner !== COMPANY_OWNER && owner !== user
}

/** What is kept of a change, without its secrets. What does not send is no account to send by. */
function settingsOf({ password, oauth, isCompanys, ...settings }: AccountChange): Settings {
  return { ...settings, isDefault: settings.isDefault && settings.send !== null }
}

/** The accounts of the same owner that are the default no more. */
function demoted(all: readonly StoredAccount[], by: StoredAccount, now: number): StoredAccount[] {
  return all
    .filter(({ id, owner }) => owner === by.owner && id !== by.id)
    .filter((one) => settingsIn(one).isDefault)
    .map((one) => ({ ...changedTo(one, { ...settingsIn(one), isDefault: false }, now), standing: one.standing }))
}
