import { Failure } from '../../../shared/errors.ts'
import type {
  ExchangeChange,
  ExchangeStanding,
  ExchangeView,
  HeldExchange,
  ShopExchange,
} from '../../../shared/site/exchange/settings.ts'
import { KeptService } from '../../sending/kept-service.ts'
import type { ServiceStore } from '../../storage/services.ts'

/** Under which it is kept how the last one went. */
const STANDING = 'shopExchangeStanding'

interface ExchangeOptions {
  readonly store: ServiceStore
  /** The company’s id. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
}

/** Which shop goods and orders are exchanged with, its password sealed (agents/site/SPEC WB25). */
export class ShopExchanges {
  readonly #store: ServiceStore
  readonly #shop: KeptService<Omit<ShopExchange<never>, 'password'>>

  constructor({ store, company, folder }: ExchangeOptions) {
    this.#store = store
    this.#shop = new KeptService({ store, folder, name: 'shopExchange', purpose: `shop of ${company}` })
  }

  /** Failure sending-locked. */
  async whole(): Promise<HeldExchange> {
    const opened = await this.#shop.opened()
    return { exchange: opened && { ...opened.settings, password: opened.secret } }
  }

  async view(): Promise<ExchangeView> {
    const kept = await this.#shop.kept()
    if (!kept) return { exchange: null, isLocked: false, standing: null }
    const exchange = { ...kept.settings, password: { isSet: kept.secret !== '' } }
    return { exchange, isLocked: kept.secret === null, standing: await this.#standing() }
  }

  /** Failures sending-secret-needed, sending-locked. */
  async change({ exchange }: ExchangeChange, user: string, at: number): Promise<void> {
    await this.#store.put(STANDING, null)
    if (!exchange) return await this.#shop.remove()
    const { password, ...settings } = exchange
    const secret = password ?? (await this.#shop.staying(settings))
    if (secret === null) throw new Failure('sending-secret-needed')
    await this.#shop.put({ settings, secret }, user, at)
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
}
