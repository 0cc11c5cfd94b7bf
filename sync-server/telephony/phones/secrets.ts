import { randomBytes } from 'node:crypto'
import { destinationOf } from '../../../shared/calls/line-settings.ts'
import type { PhoneChange } from '../../../shared/calls/phones.ts'
import { Failure } from '../../../shared/errors.ts'
import { Strongbox } from '../../sending/strongbox.ts'
import type { StoredPhone } from '../../storage/telephony/phones.ts'
import { settingsIn } from './stored.ts'

/** Bytes of a phone's key: nobody guesses it. */
const KEY_BYTES = 32

/** What is sealed of a phone or a line. */
export interface Secrets {
  /** The key that a phone shows or signs by; empty for lines. */
  readonly key: string
  /** Of a line, by their names; none is empty. */
  readonly ofLine: Readonly<Record<string, string>>
}

type Place = Pick<StoredPhone, 'id' | 'owner'>
type Sealed = Pick<StoredPhone, 'key' | 'secrets'>

/** A fresh key of a phone, as text. */
export function newPhoneKey(): string {
  return randomBytes(KEY_BYTES).toString('base64url')
}

/** Seals and opens keys and secrets, each for its phone or line and its owner alone (SPEC PH2). */
export class PhoneSecrets {
  readonly #folder: string
  readonly #company: string

  /** `folder`: the data folder. `company`: its id. */
  constructor(folder: string, company: string) {
    this.#folder = folder
    this.#company = company
  }

  seal(place: Place, { key, ofLine }: Secrets): Sealed {
    const box = this.#boxOf(place)
    return { key: box.seal(key), secrets: box.seal(Object.keys(ofLine).length === 0 ? '' : JSON.stringify(ofLine)) }
  }

  /** Null where the key of sealing is missing, or is another one. */
  opened(stored: Place & Sealed): Secrets | null {
    const box = this.#boxOf(stored)
    const [key, secrets] = [box.unseal(stored.key), box.unseal(stored.secrets)]
    if (key === null || secrets === null) return null
    // Written by `seal`.
    return { key, ofLine: secrets === '' ? {} : (JSON.parse(secrets) as Secrets['ofLine']) }
  }

  /** The secrets of a line that a change leaves (SPEC PH3). Failures sending-secret-needed, sending-locked. */
  after(kept: StoredPhone | null, { way, settings }: PhoneChange): Secrets['ofLine'] {
    if (!settings) return {}
    const stays = Object.values(settings.secret).includes(null) && kept !== null && kept.secrets !== ''
    const staying = stays ? this.#staying(kept, destinationOf(way, settings)) : {}
    const after = Object.entries(settings.secret).map(([name, given]) => [name, given ?? staying[name] ?? ''])
    return Object.fromEntries(after.filter(([, secret]) => secret !== ''))
  }

  #staying(kept: StoredPhone, destination: string): Secrets['ofLine'] {
    const { way, shown } = settingsIn(kept)
    if (destinationOf(way, { shown }) !== destination) throw new Failure('sending-secret-needed')
    const opened = this.opened(kept)
    if (!opened) throw new Failure('sending-locked')
    return opened.ofLine
  }

  #boxOf({ id, owner }: Place): Strongbox {
    return new Strongbox(this.#folder, `phone ${id} of ${owner === '' ? 'all' : owner} in ${this.#company}`)
  }
}
