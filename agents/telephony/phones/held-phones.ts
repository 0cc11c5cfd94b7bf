import { type PhoneRecord, phones } from '../../../shared/calls/collections.ts'
import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { Change } from '../../../shared/records/reading/record-set.ts'
import type { Replica } from '../../runtime/replica.ts'

/** Whoever shows a phone that is not known is not asked after on the server more often than this, ms. */
const ASKED_AGAIN = 2000

interface Ports {
  readonly replica: Pick<Replica, 'rows' | 'observe'>
  /** Phones and lines with their keys, as the server has them. */
  readonly read: () => Promise<readonly HeldPhone[]>
  /** Is told of what could not be read. */
  readonly fail: (error: unknown) => void
}

/** The phones and lines that there are now, with their keys: read anew when their records change. */
export class HeldPhones {
  readonly #ports: Ports
  readonly #listeners = new Set<() => void>()
  readonly #forget: () => void
  #phones: ReadonlyMap<string, HeldPhone> = new Map()
  #reading: Promise<void> | null = null
  #isBehind = false
  #asked = 0

  constructor(ports: Ports) {
    this.#ports = ports
    this.#forget = ports.replica.observe((changes) => {
      if (!changes.some(isOfSettings)) return
      this.#tell()
      void this.look().catch(ports.fail)
    })
  }

  get all(): readonly HeldPhone[] {
    return [...this.#phones.keys()].flatMap((id) => this.find(id) ?? [])
  }

  /**
   * A phone by its id, whether it is switched off or not; null where there is none. Its record may know better: the server may have
   * named it a moment before it was removed.
   */
  find(id: string): HeldPhone | null {
    const phone = this.#phones.get(id)
    const record = this.#recordOf(id)
    if (!phone || record?.gone) return null
    return record?.isOff ? { ...phone, isOff: true } : phone
  }

  /** Whether a phone may go on by the key that it came with. */
  isGood({ id, key }: Pick<HeldPhone, 'id' | 'key'>): boolean {
    const now = this.find(id)
    return now !== null && !now.isOff && now.key === key
  }

  /** A phone that may be asked to dial now; null where there is none, it is off, or does not dial. */
  dialler(id: string): HeldPhone | null {
    const now = this.find(id)
    return now !== null && !now.isOff && now.dials ? now : null
  }

  /** The same; the server is asked anew for one that was paired a moment ago. */
  async findNow(id: string): Promise<HeldPhone | null> {
    const now = performance.now()
    if (!this.#phones.has(id) && !this.wasThere(id) && now - this.#asked > ASKED_AGAIN) {
      this.#asked = now
      await this.look()
    }
    return this.find(id)
  }

  /** Whether there was such a phone, or it is shut out with its person. */
  wasThere(id: string): boolean {
    const record = this.#recordOf(id)
    return record !== null && (record.gone || record.isOff)
  }

  /** Reads all of them anew; one that is read already is read once more behind that. */
  look(): Promise<void> {
    if (this.#reading) this.#isBehind = true
    this.#reading ??= this.#read().finally(() => {
      this.#reading = null
    })
    return this.#reading
  }

  /** Is told when phones have changed; returns its undo. */
  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  stop(): void {
    this.#forget()
    this.#listeners.clear()
  }

  async #read(): Promise<void> {
    do {
      this.#isBehind = false
      this.#phones = new Map((await this.#ports.read()).map((phone) => [phone.id, phone]))
    } while (this.#isBehind)
    this.#tell()
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }

  #recordOf(id: string): PhoneRecord | null {
    for (const record of this.#ports.replica.rows(phones)) if (record.id === id) return record
    return null
  }
}

function isOfSettings({ collection, before, after }: Change): boolean {
  const [one, other] = [before, after] as readonly (PhoneRecord | null)[]
  return collection.name === phones.name && (one?.changed !== other?.changed || one?.gone !== other?.gone)
}
