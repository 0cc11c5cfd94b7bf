import type { PhoneStore } from '../../storage/telephony/phones.ts'

/** So far apart it is noted that a phone spoke, ms. */
const APART = 30_000

/** By which phone a request says that it comes, or to which line's hooks: headers as they are asked for by name. */
export function speakerIn(path: string, header: (name: string) => string | undefined): string | null {
  const [, shown] = /^Bearer ([0-9a-f]{20})\./i.exec(header('authorization') ?? '') ?? []
  const [, named] = /(?:^|[\s,])key\.([0-9a-f]{20})\./.exec(header('sec-websocket-protocol') ?? '') ?? []
  const [, hooked] = /^\/phone\/v1\/hooks\/([0-9a-f]{20})\b/.exec(path) ?? []
  return shown ?? named ?? header('x-voronka-phone') ?? hooked ?? null
}

/** Notes when phones spoke (SPEC PH14): those alone of which the bridge took something, so nobody fills the memory. */
export class Seen {
  readonly #store: Pick<PhoneStore, 'see'>
  readonly #fail: (error: unknown) => void
  readonly #noted = new Map<string, number>()

  /** `fail` is told of what could not be written: nobody waits for it. */
  constructor(store: Pick<PhoneStore, 'see'>, fail: (error: unknown) => void) {
    this.#store = store
    this.#fail = fail
  }

  note(phone: string | null, now: number): void {
    if (phone === null || now - (this.#noted.get(phone) ?? 0) < APART) return
    this.#noted.set(phone, now)
    this.#store.see(phone, now).catch(this.#fail)
  }
}
