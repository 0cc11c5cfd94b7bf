import { randomInt } from 'node:crypto'
import type { PairingAsked, PairingCode } from '../../../shared/calls/phones.ts'
import type { Paired, Pairing } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import type { PhoneStore } from '../../storage/telephony/phones.ts'
import type { Phones } from './phones.ts'

/** A code is good for so long, ms. */
const GOOD_FOR = 10 * 60_000
const DIGITS = 9

interface PairingPorts {
  readonly store: PhoneStore
  readonly phones: Phones
  /** Accounts of the program that may sign in. */
  readonly welcome: () => Promise<ReadonlySet<string>>
}

/** Codes that pair phones, and what comes of them (SPEC PH6, PH7). */
export class PhonePairing {
  readonly #store: PhoneStore
  readonly #phones: Phones
  readonly #welcome: PairingPorts['welcome']

  constructor({ store, phones, welcome }: PairingPorts) {
    this.#store = store
    this.#phones = phones
    this.#welcome = welcome
  }

  /** A code in the place of the one that the person had. */
  async code(owner: string, asked: PairingAsked, now: number): Promise<PairingCode> {
    const stored = { owner, phone: newEntryId(), asked: JSON.stringify(asked), until: now + GOOD_FOR }
    for (;;) {
      const code = String(randomInt(10 ** DIGITS)).padStart(DIGITS, '0')
      if (await this.#store.putCode({ ...stored, code }, now)) return { code, until: stored.until, phone: stored.phone }
    }
  }

  /** Pairs a phone; its key is told here alone. Failure pairing-code-wrong. */
  async pair({ code, name = '' }: Pairing, now: number): Promise<Paired> {
    const taken = await this.#store.takeCode(code.replace(/\D/g, ''), now)
    if (!taken || !(await this.#welcome()).has(taken.owner)) throw new Failure('pairing-code-wrong')
    // Written by `code`.
    const asked = JSON.parse(taken.asked) as PairingAsked
    const { phone: id, owner } = taken
    const named = { id, owner, way: asked.way, name: asked.name || name }
    return { phone: id, key: await this.#phones.add(named, now), name: named.name }
  }
}
