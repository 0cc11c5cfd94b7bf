import { mailingConsents, mailings } from '../../../shared/mailings/collections.ts'
import type { Replica } from '../../runtime/replica.ts'

/** Hears all that the server knows, for many who ask at once: who asks while it is asked already has what is asked next. */
export class Heard {
  readonly #hear: () => Promise<void>
  #running: Promise<void> | null = null
  #next: Promise<void> | null = null

  constructor(hear: () => Promise<void>) {
    this.#hear = hear
  }

  /** Resolves when all is here that the server knew after this was called. */
  now(): Promise<void> {
    if (this.#running === null) return this.#begin()
    this.#next ??= this.#running.then(
      () => this.#begin(),
      () => this.#begin(),
    )
    return this.#next
  }

  #begin(): Promise<void> {
    this.#next = null
    const running = this.#hear().finally(() => {
      if (this.#running === running) this.#running = null
    })
    this.#running = running
    return running
  }
}

/** Hears all that letters of mailings are made of: how they stand, their templates, customers and consents, and `besides`. */
export function heardOf(replica: Pick<Replica, 'pass' | 'saved'>, ...besides: readonly string[]): Heard {
  const { company } = replica.pass
  const documents = [mailings.family, `${mailingConsents.family}/common`].map((rest) => `${company}/${rest}`)
  return new Heard(() => replica.saved([...documents, ...besides]))
}
