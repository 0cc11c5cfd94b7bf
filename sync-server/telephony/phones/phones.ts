import { lineFieldsOf } from '../../../shared/calls/line-settings.ts'
import type { HeldPhone, PhoneChange, PhoneView } from '../../../shared/calls/phones.ts'
import { Failure } from '../../../shared/errors.ts'
import type { Asker } from '../../mail/accounts/accounts.ts'
import type { PhoneStore, StoredPhone } from '../../storage/telephony/phones.ts'
import type { Author } from '../../sync/author.ts'
import { isSaid, putRecord, removeRecord, valuesOf } from './records.ts'
import { newPhoneKey, PhoneSecrets } from './secrets.ts'
import { COMPANY_OWNER, changedTo, lineSettings, settingsIn, settingsOf } from './stored.ts'

interface PhonesOptions {
  readonly store: PhoneStore
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

/** A phone or a line as it is kept: how it stands the bridge alone knows. */
type StoredView = Omit<PhoneView, 'standing'>

/** A phone that is paired. */
export interface NewPhone {
  readonly id: string
  readonly owner: string
  readonly name: string
  readonly way: PhoneChange['way']
}

/** Phones of people and lines of the company, their keys and secrets sealed (SPEC.md). */
export class Phones {
  readonly #store: PhoneStore
  readonly #author: Author
  readonly #secrets: PhoneSecrets
  readonly #welcome: PhonesOptions['welcome']
  readonly #fail: PhonesOptions['fail']
  #heeding = Promise.resolve()

  constructor({ store, company, folder, author, welcome, fail }: PhonesOptions) {
    this.#store = store
    this.#author = author
    this.#welcome = welcome
    this.#fail = fail
    this.#secrets = new PhoneSecrets(folder, company)
  }

  /** Brings all records in line: what was cut short between a phone and its record is made up for (SPEC PH5). */
  async begin(): Promise<void> {
    if ((await this.#store.all()).length === 0) return
    await this.#lookAgain(() => true)
    await this.#tell(await this.#store.all())
  }

  /** An account was cut off: whether its person may sign in may have changed, and his code pairs nothing any more (SPEC PH8). */
  heed(user: string): void {
    this.#heeding = this.#heeding.then(() => this.#heed(user)).catch(this.#fail)
  }

  async stop(): Promise<void> {
    await this.#heeding
  }

  async list({ user, isKeeper }: Asker): Promise<readonly StoredView[]> {
    const all = await this.#store.all()
    return all.filter(({ owner }) => isKeeper || owner === user).map((one) => this.#viewOf(one))
  }

  /** All that can be opened, for the bridge, but those of people who may sign in no more. */
  async held(): Promise<readonly HeldPhone[]> {
    const [all, welcome] = [await this.#store.all(), await this.#welcome()]
    return all.filter((one) => !isShutOut(one, welcome)).flatMap((stored) => this.#heldOf(stored) ?? [])
  }

  /** Puts a phone or a line in the place of what stands. Failures role-forbids, request-shape, sending-secret-needed, sending-locked. */
  async change(id: string, change: PhoneChange, asker: Asker, now: number): Promise<void> {
    const kept = (await this.#store.all()).find((one) => one.id === id) ?? null
    checkPlace(kept, change, asker)
    const before = kept ?? { ...BLANK, id, paired: now }
    const sealed = kept && kept.owner !== COMPANY_OWNER ? {} : this.#sealedLine(before, kept, change)
    await this.#put(changedTo({ ...before, ...sealed }, settingsOf(change), now))
  }

  /** Says whether there was one. Failure role-forbids. */
  async remove(id: string, { user, isKeeper }: Asker): Promise<boolean> {
    const kept = (await this.#store.all()).find((one) => one.id === id)
    if (!kept) return false
    if (kept.owner !== user && !isKeeper) throw new Failure('role-forbids')
    // Cut short between the two, the phone is still there, and the next start shows it again.
    await this.#author.write((tx) => removeRecord(tx, id))
    return await this.#store.remove(id)
  }

  /** Gives a phone its key, which nobody is told again. */
  async add({ id, owner, name, way }: NewPhone, now: number): Promise<string> {
    const key = newPhoneKey()
    const sealed = this.#secrets.seal({ id, owner }, { key, ofLine: {} })
    const settings = { name, way, number: '', dials: true, texts: true, isOff: false, shown: {} }
    await this.#put(changedTo({ ...BLANK, ...sealed, id, owner, paired: now }, settings, now))
    return key
  }

  async #put(phone: StoredPhone): Promise<void> {
    await this.#store.put([phone])
    await this.#tell([phone])
  }

  #sealedLine(place: StoredPhone, kept: StoredPhone | null, change: PhoneChange) {
    return this.#secrets.seal(place, { key: '', ofLine: this.#secrets.after(kept, change) })
  }

  async #tell(changed: readonly StoredPhone[]): Promise<void> {
    const welcome = await this.#welcome()
    await this.#author.write((tx) => {
      for (const stored of changed) putRecord(tx, stored.id, valuesOf(stored, this.#isNotHeld(stored, welcome)))
    })
  }

  async #heed(user: string): Promise<void> {
    await this.#store.dropCode(user)
    await this.#lookAgain(({ owner }) => owner === user)
  }

  /** Those whose person was shut out, or is let in again, count as changed, so that the bridge reads them anew. */
  async #lookAgain(isLookedAt: (stored: StoredPhone) => boolean): Promise<void> {
    const all = (await this.#store.all()).filter(isLookedAt)
    if (all.length === 0) return
    const welcome = await this.#welcome()
    const differing = await this.#author.write((tx) =>
      all.filter((one) => !isSaid(tx, one, this.#isNotHeld(one, welcome))),
    )
    const changed = differing.map((one) => changedTo(one, settingsIn(one), Date.now()))
    if (changed.length === 0) return
    await this.#store.put(changed)
    await this.#tell(changed)
  }

  /** Its person may sign in no more, or what was sealed cannot be opened. */
  #isNotHeld(stored: StoredPhone, welcome: ReadonlySet<string>): boolean {
    return isShutOut(stored, welcome) || this.#secrets.opened(stored) === null
  }

  #heldOf(stored: StoredPhone): HeldPhone | null {
    const secrets = this.#secrets.opened(stored)
    if (!secrets) return null
    const { shown: _, ...settings } = settingsIn(stored)
    const line = lineSettings(settingsIn(stored), (name) => secrets.ofLine[name] ?? '')
    return { ...settings, ...placeOf(stored), key: secrets.key, settings: line, changed: stored.at }
  }

  #viewOf(stored: StoredPhone): StoredView {
    const secrets = this.#secrets.opened(stored)
    const { shown: _, ...settings } = settingsIn(stored)
    // What cannot be opened was set, as far as anybody can know.
    const line = lineSettings(settingsIn(stored), (name) => ({ isSet: !secrets || name in secrets.ofLine }))
    const { paired, seen } = stored
    return { ...settings, ...placeOf(stored), paired, seen, settings: line, isLocked: secrets === null }
  }
}

/** What is not there yet. */
const BLANK: StoredPhone = {
  id: '',
  owner: COMPANY_OWNER,
  settings: '{}',
  key: '',
  secrets: '',
  paired: 0,
  at: 0,
  seen: null,
}

function placeOf({ id, owner }: StoredPhone) {
  return { id, owner: owner === COMPANY_OWNER ? null : owner }
}

function isShutOut({ owner }: StoredPhone, welcome: ReadonlySet<string>): boolean {
  return owner !== COMPANY_OWNER && !welcome.has(owner)
}

/** Failures role-forbids; request-shape for another way than it has, or for settings of another sort. */
function checkPlace(kept: StoredPhone | null, { way, settings }: PhoneChange, { user, isKeeper }: Asker): void {
  // What is not there yet is a line: phones come by pairing.
  const owner = kept?.owner ?? COMPANY_OWNER
  if (owner !== user && !isKeeper) throw new Failure('role-forbids')
  const isLine = lineFieldsOf(way) !== null
  if (isLine !== (owner === COMPANY_OWNER) || (kept && settingsIn(kept).way !== way))
    throw new Failure('request-shape', { field: 'way' })
  if (isLine !== (settings !== null)) throw new Failure('request-shape', { field: 'settings' })
}
