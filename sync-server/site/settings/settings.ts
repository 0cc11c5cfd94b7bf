import { Failure } from '../../../shared/errors.ts'
import type { AgentDoor, DoorChange, DoorView } from '../../../shared/site/settings.ts'
import { Strongbox } from '../../sending/strongbox.ts'
import type { ServiceStore } from '../../storage/services.ts'
import type { Door } from '../door.ts'
import { ShopExchanges } from '../exchange/exchange.ts'
import { derivedKey } from '../keys.ts'

/** Where pages of the site stand under the sync server’s own address. */
export const SHOP = '/shop'
const NAME = 'site-door'

export interface SiteSettingsOptions {
  readonly store: ServiceStore
  /** The company’s id: what was sealed for one opens for no other. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
  /** The door of this server. */
  readonly door: Pick<Door, 'key'>
  /** Where this server is reached, and whether others were told so. */
  readonly own: { readonly address: string; readonly isPublic: boolean }
}

/** A door that stands apart, as it is kept. */
interface Apart {
  readonly address: string
  readonly sealed: string
}

/** Where the company’s site stands: here, or apart on a public machine, whose key is sealed as secrets of sending are (SPEC ST5). */
export class SiteSettings {
  /** With which other shop goods and orders are exchanged. */
  readonly exchange: ShopExchanges
  readonly #options: SiteSettingsOptions
  readonly #box: Strongbox

  constructor(options: SiteSettingsOptions) {
    this.#options = options
    this.exchange = new ShopExchanges(options)
    this.#box = new Strongbox(options.folder, `door of ${options.company}`)
  }

  async view(): Promise<DoorView> {
    const kept = await this.#apart()
    if (!kept) return { apart: null, ...this.#public(null) }
    const { address, sealed } = kept
    const isLocked = this.#box.unseal(sealed) === null
    return { apart: { address, isKeySet: sealed !== '', isLocked }, ...this.#public(kept) }
  }

  /** Where doors are, with their keys, for agents. Failure sending-locked where the key of the one apart cannot be opened here. */
  async whole(): Promise<AgentDoor> {
    const kept = await this.#apart()
    const own = { address: null, key: this.#options.door.key }
    const apart = kept && { address: kept.address, key: this.#opened(kept) }
    const door = apart ?? own
    const links = Buffer.from(derivedKey(door.key, 'links')).toString('base64url')
    const publicAddress = kept?.address ?? this.#options.own.address
    return { ...door, ...this.#public(kept), publicAddress, links, queues: apart ? [own, apart] : [own] }
  }

  /** Null: none stands apart. Failures sending-secret-needed, sending-locked. */
  async change({ apart }: DoorChange, user: string, at: number): Promise<void> {
    const { store } = this.#options
    if (!apart) return await store.put(NAME, null)
    const address = new URL(apart.address).origin
    const sealed = this.#box.seal(apart.key ?? (await this.#staying(address)))
    await store.put(NAME, { settings: JSON.stringify({ address }), sealed, user, at })
  }

  /** Where a change would have the agent speak, with which key; null: here. Failures as of `change`. */
  async wouldBe({ apart }: DoorChange): Promise<{ readonly address: string; readonly key: string } | null> {
    if (apart === null) return null
    const { origin: address } = new URL(apart.address)
    return { address, key: apart.key ?? (await this.#staying(address)) }
  }

  #public(apart: Apart | null): Pick<DoorView, 'shop' | 'isPublic'> {
    const { own } = this.#options
    return apart ? { shop: apart.address, isPublic: true } : { shop: own.address + SHOP, isPublic: own.isPublic }
  }

  /** The key goes on going where it went, and nowhere else. */
  async #staying(address: string): Promise<string> {
    const kept = await this.#apart()
    if (!kept?.sealed || kept.address !== address) throw new Failure('sending-secret-needed')
    return this.#opened(kept)
  }

  #opened({ sealed }: Apart): string {
    const key = this.#box.unseal(sealed)
    if (key === null) throw new Failure('sending-locked')
    return key
  }

  async #apart(): Promise<Apart | null> {
    const stored = await this.#options.store.get(NAME)
    // Written by `change`.
    return stored && { ...(JSON.parse(stored.settings) as Pick<Apart, 'address'>), sealed: stored.sealed }
  }
}
