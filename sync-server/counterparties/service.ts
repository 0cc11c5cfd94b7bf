import type { CounterpartyService, ServiceChange, ServiceView } from '../../shared/counterparties/service.ts'
import { Failure } from '../../shared/errors.ts'
import { Strongbox } from '../sending/strongbox.ts'
import type { ServiceStore } from '../storage/services.ts'

const NAME = 'counterparties'

interface ServiceOptions {
  readonly store: ServiceStore
  /** The company’s id: what was sealed for one opens for no other. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
}

/** Which service says what is known of companies, its key sealed (SPEC RK5). */
export class CounterpartySettings {
  readonly #store: ServiceStore
  readonly #box: Strongbox

  constructor({ store, company, folder }: ServiceOptions) {
    this.#store = store
    this.#box = new Strongbox(folder, `counterparties of ${company}`)
  }

  /** With its key, for who asks; null: none is set up. Failure sending-locked where the key cannot be opened here. */
  async whole(): Promise<CounterpartyService<string> | null> {
    const kept = await this.#kept()
    if (!kept) return null
    if (kept.key === null) throw new Failure('sending-locked')
    return { ...kept.service, key: kept.key }
  }

  async view(): Promise<ServiceView> {
    const kept = await this.#kept()
    if (!kept) return { service: null, isLocked: false }
    return { service: { ...kept.service, key: { isSet: kept.key !== '' } }, isLocked: kept.key === null }
  }

  /** Puts a service in the place of what stands; null: none. Failures sending-secret-needed, sending-locked. */
  async change(change: ServiceChange | null, user: string, at: number): Promise<void> {
    if (!change) return await this.#store.put(NAME, null)
    const { key, ...settings } = change
    const sealed = this.#box.seal(key ?? (await this.#staying(change)))
    await this.#store.put(NAME, { settings: JSON.stringify(settings), sealed, user, at })
  }

  /** The key that stands, if it goes on going where it went. */
  async #staying({ url }: ServiceChange): Promise<string> {
    const kept = await this.#kept()
    if (!kept || kept.key === '') return ''
    if (new URL(kept.service.url).origin !== new URL(url).origin) throw new Failure('sending-secret-needed')
    if (kept.key === null) throw new Failure('sending-locked')
    return kept.key
  }

  async #kept() {
    const stored = await this.#store.get(NAME)
    if (!stored) return null
    // Written by `change`.
    const service = JSON.parse(stored.settings) as Omit<CounterpartyService<never>, 'key'>
    return { service, key: this.#box.unseal(stored.sealed) }
  }
}
