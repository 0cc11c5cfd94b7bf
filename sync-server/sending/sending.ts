import { Failure } from '../../shared/errors.ts'
import {
  NO_SENDING,
  type SendingChange,
  type SendingSettings,
  type SendingView,
  type Sending as Settings,
} from '../../shared/messages/sending.ts'
import type { SendingStore } from '../storage/sending.ts'
import { destinations, mapSecrets, type SecretName, secretIn } from './secrets.ts'
import { Strongbox } from './strongbox.ts'

type Secrets = { readonly [name in SecretName]?: string }

/** What is kept, as far as it can be opened. */
interface Kept {
  /** Where a secret is, whether it is set. */
  readonly settings: Settings<boolean>
  readonly secrets: Secrets
  readonly isLocked: boolean
  readonly changed: SendingView['changed']
}

const NOTHING: Kept = { settings: NO_SENDING, secrets: {}, isLocked: false, changed: null }

interface SendingOptions {
  readonly store: SendingStore
  /** The company’s id: what was sealed for one opens for no other. */
  readonly company: string
  /** The data folder. */
  readonly folder: string
}

/** How the company sends letters and SMS, its secrets sealed (SPEC SE1 to SE6). */
export class Sending {
  readonly #store: SendingStore
  readonly #box: Strongbox

  constructor({ store, company, folder }: SendingOptions) {
    this.#store = store
    this.#box = new Strongbox(folder, `sending of ${company}`)
  }

  /** All of it, for who sends. Failure sending-locked where secrets cannot be opened here. */
  async whole(): Promise<SendingSettings> {
    const { settings, secrets, isLocked } = await this.#kept()
    if (isLocked) throw new Failure('sending-locked')
    return mapSecrets(settings, (_isSet, name) => secrets[name] ?? '')
  }

  async view(): Promise<SendingView> {
    const { settings, isLocked, changed } = await this.#kept()
    return { settings: mapSecrets(settings, (isSet) => ({ isSet })), isLocked, changed }
  }

  /** Puts settings in the place of what stands. Failures sending-secret-needed, sending-locked. */
  async change(change: SendingChange, user: string, at: number): Promise<void> {
    const kept = await this.#kept()
    const secrets: { [name in SecretName]?: string } = {}
    const settings = mapSecrets(change, (given, name) => {
      const secret = given ?? staying(kept, change, name)
      if (secret !== '') secrets[name] = secret
      return secret !== ''
    })
    await this.#store.put({ settings: JSON.stringify(settings), sealed: this.#seal(secrets), user, at })
  }

  async #kept(): Promise<Kept> {
    const stored = await this.#store.get()
    if (!stored) return NOTHING
    const { user: by, at } = stored
    const secrets = this.#unseal(stored.sealed)
    // Written by `change`.
    const settings = JSON.parse(stored.settings) as Settings<boolean>
    return { settings, secrets: secrets ?? {}, isLocked: secrets === null, changed: { at, by } }
  }

  #seal(secrets: Secrets): string {
    return this.#box.seal(Object.keys(secrets).length === 0 ? '' : JSON.stringify(secrets))
  }

  #unseal(sealed: string): Secrets | null {
    if (sealed === '') return {}
    const text = this.#box.unseal(sealed)
    return text === null ? null : (JSON.parse(text) as Secrets)
  }
}

/** The secret that stands, if it goes on going where it went. */
function staying(kept: Kept, change: SendingChange, name: SecretName): string {
  if (secretIn(kept.settings, name) !== true) return ''
  if (destinations(kept.settings)[name] !== destinations(change)[name]) throw new Failure('sending-secret-needed')
  if (kept.isLocked) throw new Failure('sending-locked')
  return kept.secrets[name] ?? ''
}
