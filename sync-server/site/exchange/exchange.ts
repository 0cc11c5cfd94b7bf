import { Failure } from '../../../shared/errors.ts'
import type {
  ExchangeChange,
  ExchangeStanding,
  ExchangeView,
  HeldExchange,
  ShopExchange,
} from '../../../shared/site/exchange/settings.ts'
import { Strongbox } from '../../sending/strongbox.ts'
import type { ServiceStore } from '../../storage/services.ts'

const NAME = 'shopExchange'
/** Under which it is kept how the last one went. */
const STANDING = 'shopExchangeStanding'

interface ExchangeOptions {
  readonly store: ServiceStore
  /** The company’s id: what was sealed for one opens for no other. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
}

type Settings = Omit<ShopExchange<never>, 'password'>

/** Which shop goods and orders are exchanged with, its password sealed (agents/site/SPEC WB25). */
export class ShopExchanges {
  readonly #store: ServiceStore
  readonly #box: Strongbox

  constructor({ store, company, folder }: ExchangeOptions) {
    this.#store = store
    this.#box = new Strongbox(folder, `shop of ${company}`)
  }

  /** Failure sending-locked. */
  async whole(): Promise<HeldExchange> {
    const kept = await this.#kept()
    if (!kept) return { exchange: null }
    if (kept.password === null) throw new Failure('sending-locked')
    return { exchange: { ...kept.settings, password: kept.password } }
  }

  async view(): Promise<ExchangeView> {
    const kept = await this.#kept()
    if (!kept) return { exchange: null, isLocked: false, standing: null }
    const exchange = { ...kept.settings, password: { isSet: kept.password !== '' } }
    return { exchange, isLocked: kept.password === null, standing: await this.#standing() }
  }

  /** Failures sending-secret-needed, sending-locked. */
  async change({ exchange }: ExchangeChange, user: string, at: number): Promise<void> {
    await this.#store.put(STANDING, null)
    if (!exchange) return await this.#store.put(NAME, null)
    const { password, ...settings } = exchange
    const sealed = this.#box.seal(password ?? (await this.#staying(settings)))
    await this.#store.put(NAME, { settings: JSON.stringify(settings), sealed, user, at })
  }

  /** Keeps how an exchange went, as the agent tells. */
  async tell(standing: ExchangeStanding): Promise<void> {
    const settings = JSON.stringify(standing)
    await this.#store.put(STANDING, { settings, sealed: '', user: '', at: standing.at })
  }

  async #standing(): Promise<ExchangeStanding | null> {
    const stored = await this.#store.get(STANDING)
    // Written by `tell`.
    return stored && (JSON.parse(stored.settings) as ExchangeStanding)
  }

  /** The password that stands, if it goes on going where it went. */
  async #staying({ url }: Settings): Promise<string> {
    const kept = await this.#kept()
    if (!kept || new URL(kept.settings.url).origin !== new URL(url).origin) throw new Failure('sending-secret-needed')
    if (kept.password === null) throw new Failure('sending-locked')
    return kept.password
  }

  async #kept() {
    const stored = await this.#store.get(NAME)
    if (!stored) return null
    // Written by `change`.
    return { settings: JSON.parse(stored.settings) as Settings, password: this.#box.unseal(stored.sealed) }
  }
}
