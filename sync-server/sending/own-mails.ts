import { settings as ownSettings } from '../../shared/company/collections.ts'
import { Failure } from '../../shared/errors.ts'
import type {
  HeldMail,
  MailRefusal,
  OwnMail,
  OwnMailChange,
  OwnMailHolder,
  OwnMailView,
} from '../../shared/messages/own-mail.ts'
import type { OwnMailStore, StoredOwnMail } from '../storage/sending.ts'
import type { Author } from '../sync/author.ts'
import { mailDestination } from './secrets.ts'
import { Strongbox } from './strongbox.ts'

interface OwnMailsOptions {
  readonly store: OwnMailStore
  /** The company’s id: what was sealed for one opens for no other. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
  readonly author: Author
}

/** People’s own accounts of mail, their passwords sealed (SPEC SE7 to SE9). `user`: an account of the program. */
export class OwnMails {
  readonly #options: OwnMailsOptions

  constructor(options: OwnMailsOptions) {
    this.#options = options
  }

  async view(user: string): Promise<OwnMailView | null> {
    const stored = await this.#store.get(user)
    return stored && this.#viewOf(stored)
  }

  /** Whose there are, without what is in them. */
  async holders(): Promise<readonly OwnMailHolder[]> {
    return (await this.#store.all()).map((stored) => {
      const { settings, ...standing } = this.#viewOf(stored)
      return { ...standing, user: stored.user, address: settings.fromAddress }
    })
  }

  /** All that can be opened, for who sends. */
  async whole(): Promise<Readonly<Record<string, HeldMail>>> {
    const held = (await this.#store.all()).flatMap((stored) => {
      const password = this.#opened(stored)
      const standing = { changed: stored.at, refused: stored.refused || null }
      return password === null ? [] : [[stored.user, { ...settingsIn(stored), password, ...standing }] as const]
    })
    return Object.fromEntries(held)
  }

  /** Puts an account in the place of what stands. Failures sending-secret-needed, sending-locked. */
  async change(user: string, change: OwnMailChange, now: number): Promise<void> {
    const kept = await this.#store.get(user)
    const password = change.password ?? this.#staying(kept, change)
    const settings: OwnMail<boolean> = { ...change, password: password !== '' }
    const at = Math.max(now, (kept?.at ?? 0) + 1)
    const sealed = this.#boxOf(user).seal(password)
    await this.#store.put({ user, settings: JSON.stringify(settings), sealed, at, refused: '' })
    await this.#tell(user, null)
  }

  /** Says whether there was one. */
  async remove(user: string): Promise<boolean> {
    const was = await this.#store.remove(user)
    if (was) await this.#tell(user, null)
    return was
  }

  /** Notes that a server takes name and password no more, or again; nothing, where they were changed meanwhile. */
  async refuse({ user, changed, answer }: MailRefusal, now: number): Promise<void> {
    if (await this.#store.refuse(user, changed, answer)) await this.#tell(user, answer === '' ? null : now)
  }

  /** What the person's devices hear of it. */
  async #tell(user: string, refused: number | null): Promise<void> {
    await this.#options.author.write((tx) => {
      const row = tx.find(ownSettings, user)
      if (row) tx.set(ownSettings, user, { mailRefused: refused })
      else if (refused !== null) tx.create(ownSettings, user, { mailRefused: refused })
    })
  }

  #viewOf(stored: StoredOwnMail): OwnMailView {
    const settings = settingsIn(stored)
    return {
      settings: { ...settings, password: { isSet: settings.password } },
      changed: stored.at,
      isLocked: this.#opened(stored) === null,
      refused: stored.refused || null,
    }
  }

  /** The password that stands, if it goes on going where it went (SPEC SE3). */
  #staying(kept: StoredOwnMail | null, change: OwnMailChange): string {
    if (kept === null || !settingsIn(kept).password) return ''
    if (mailDestination(settingsIn(kept)) !== mailDestination(change)) throw new Failure('sending-secret-needed')
    const password = this.#opened(kept)
    if (password === null) throw new Failure('sending-locked')
    return password
  }

  #opened({ user, sealed }: StoredOwnMail): string | null {
    return this.#boxOf(user).unseal(sealed)
  }

  #boxOf(user: string): Strongbox {
    const { folder, company } = this.#options
    return new Strongbox(folder, `mail of ${user} in ${company}`)
  }

  get #store(): OwnMailStore {
    return this.#options.store
  }
}

/** Written by `change`. */
function settingsIn({ settings }: StoredOwnMail): OwnMail<boolean> {
  return JSON.parse(settings) as OwnMail<boolean>
}
