import type { JsonObject } from '../../../../shared/records/declarations/value.ts'
import type { Meta } from '../../device/meta.ts'
import { nextDraftNumber } from '../../device/replica.ts'

interface Draft {
  readonly id: string
  readonly draft: JsonObject
}

/** Orders that are not recorded yet: kept on this device over a reload, not shared. */
export class Drafts {
  readonly #meta: Meta
  readonly #replica: string
  readonly #drafts: Map<string, Draft>
  readonly #listeners = new Set<() => void>()

  private constructor(meta: Meta, replica: string, drafts: Map<string, Draft>) {
    this.#meta = meta
    this.#replica = replica
    this.#drafts = drafts
  }

  static open(meta: Meta, replica: string): Drafts {
    const rows = meta.all<Draft>('drafts')
    return new Drafts(meta, replica, new Map([...rows.values()].map((row) => [row.id, row])))
  }

  list(): Draft[] {
    return [...this.#drafts.values()]
  }

  /** Keeps a draft as it stands in its form. */
  save(id: string, draft: JsonObject): void {
    this.#drafts.set(id, { id, draft })
    this.#tell()
    this.#meta.put('drafts', id, { id, draft })
  }

  /** Forgets a draft: recorded, or given up. */
  drop(id: string): void {
    this.#drafts.delete(id)
    this.#tell()
    this.#meta.remove('drafts', id)
  }

  /** The number that the next recorded order of this device carries until the office gives it its own. */
  nextNumber(): string {
    return nextDraftNumber(this.#meta, this.#replica)
  }

  observe(listener: () => void): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  #tell(): void {
    for (const listener of this.#listeners) listener()
  }
}
