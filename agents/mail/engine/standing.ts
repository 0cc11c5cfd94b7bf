import { Failure } from '../../../shared/errors.ts'
import type { AccountStanding } from '../../../shared/letters/accounts.ts'
import type { FolderRows } from './folder-rows.ts'
import type { AccountGround } from './work.ts'

/** Numbers are told no more often than this while letters come in, ms. */
const PAUSE = 2000

type Numbers = Pick<AccountStanding, 'listed' | 'taken' | 'filtered' | 'failed'>

/** Tells the server how an account stands. */
export class Standing {
  readonly #ground: Pick<AccountGround, 'account' | 'tellStanding' | 'log'>
  readonly #folders: () => Iterable<FolderRows>
  #told = ''
  #toldAt = 0

  constructor(ground: Pick<AccountGround, 'account' | 'tellStanding' | 'log'>, folders: () => Iterable<FolderRows>) {
    this.#ground = ground
    this.#folders = folders
  }

  /** A server that does not hear it is told the next time: letters come in all the same. */
  async tell(standing: Omit<AccountStanding, 'account' | 'changed'>): Promise<void> {
    const { account, tellStanding, log } = this.#ground
    try {
      await tellStanding({ account: account.id, changed: account.changed, ...standing })
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      this.#told = ''
      log.warn({ account: account.id, code: error.code }, 'how an account of mail stands is not told')
    }
  }

  /** Letters come in: the numbers are told from time to time. */
  soon(): void {
    if (Date.now() - this.#toldAt < PAUSE) return
    this.tellNumbers().catch((err) => this.#ground.log.warn({ err }, 'how an account of mail stands is not told'))
  }

  /** Tells how much is listed and what became of it, where that changed. */
  async tellNumbers(): Promise<void> {
    this.#toldAt = Date.now()
    const numbers = this.#numbers()
    const text = JSON.stringify(numbers)
    if (text === this.#told) return
    this.#told = text
    await this.tell(numbers)
  }

  #numbers(): Numbers {
    const sums = { listed: 0, taken: 0, filtered: 0, failed: 0 }
    for (const rows of this.#folders()) {
      sums.listed += rows.cursor?.listed ?? 0
      sums.taken += rows.countOf('imported', 'duplicate', 'raw')
      sums.filtered += rows.countOf('filtered')
      sums.failed += rows.countOf('failed')
    }
    return sums
  }
}
