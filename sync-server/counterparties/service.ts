import type { CounterpartyService, ServiceChange, ServiceView } from '../../shared/counterparties/service.ts'
import { KeptService } from '../sending/kept-service.ts'
import type { ServiceStore } from '../storage/services.ts'

interface ServiceOptions {
  readonly store: ServiceStore
  /** The company’s id. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
}

/** Which service says what is known of companies, its key sealed (SPEC RK5). */
export class CounterpartySettings {
  readonly #service: KeptService<Omit<CounterpartyService<never>, 'key'>>

  constructor({ store, company, folder }: ServiceOptions) {
    this.#service = new KeptService({ store, folder, name: 'counterparties', purpose: `counterparties of ${company}` })
  }

  /** With its key, for who asks; null: none is set up. Failure sending-locked where the key cannot be opened here. */
  async whole(): Promise<CounterpartyService<string> | null> {
    const opened = await this.#service.opened()
    return opened && { ...opened.settings, key: opened.secret }
  }

  async view(): Promise<ServiceView> {
    const kept = await this.#service.kept()
    if (!kept) return { service: null, isLocked: false }
    return { service: { ...kept.settings, key: { isSet: kept.secret !== '' } }, isLocked: kept.secret === null }
  }

  /** Puts a service in the place of what stands; null: none. Some want no key. Failures sending-secret-needed, sending-locked. */
  async change(change: ServiceChange | null, user: string, at: number): Promise<void> {
    if (!change) return await this.#service.remove()
    const { key, ...settings } = change
    const secret = key ?? (await this.#service.staying(settings)) ?? ''
    await this.#service.put({ settings, secret }, user, at)
  }
}
