import { Failure } from '../../shared/errors.ts'
import type { ServiceStore } from '../storage/services.ts'
import { Strongbox } from './strongbox.ts'

interface KeptServiceOptions {
  readonly store: ServiceStore
  /** Under which it is kept. */
  readonly name: string
  /** The data folder. */
  readonly folder: string
  /** What its secret is sealed for, the company's id in it: what was sealed for one opens for no other. */
  readonly purpose: string
}

/** Its settings, and its secret; null: that cannot be opened here. */
interface Kept<Settings, Secret> {
  readonly settings: Settings
  readonly secret: Secret
}

/** A service outside with its settings and one secret, which is sealed as those of sending are (SPEC SE2 to SE4). */
export class KeptService<Settings extends { readonly url: string }> {
  readonly #store: ServiceStore
  readonly #name: string
  readonly #box: Strongbox

  constructor({ store, name, folder, purpose }: KeptServiceOptions) {
    this.#store = store
    this.#name = name
    this.#box = new Strongbox(folder, purpose)
  }

  /** Null: none is set up. */
  async kept(): Promise<Kept<Settings, string | null> | null> {
    const stored = await this.#store.get(this.#name)
    // Written by `put`.
    return stored && { settings: JSON.parse(stored.settings) as Settings, secret: this.#box.unseal(stored.sealed) }
  }

  /** The same for who asks the service. Failure sending-locked. */
  async opened(): Promise<Kept<Settings, string> | null> {
    const kept = await this.kept()
    if (kept === null) return null
    if (kept.secret === null) throw new Failure('sending-locked')
    return { ...kept, secret: kept.secret }
  }

  async put({ settings, secret }: Kept<Settings, string>, user: string, at: number): Promise<void> {
    const sealed = this.#box.seal(secret)
    await this.#store.put(this.#name, { settings: JSON.stringify(settings), sealed, user, at })
  }

  async remove(): Promise<void> {
    await this.#store.put(this.#name, null)
  }

  /**
   * The secret that stands, if it goes on going where it went: an empty one may go anywhere. Null: no service is set up. Failures
   * sending-secret-needed, sending-locked.
   */
  async staying({ url }: Settings): Promise<string | null> {
    const kept = await this.kept()
    if (kept === null || kept.secret === '') return kept && ''
    if (new URL(kept.settings.url).origin !== new URL(url).origin) throw new Failure('sending-secret-needed')
    if (kept.secret === null) throw new Failure('sending-locked')
    return kept.secret
  }
}
