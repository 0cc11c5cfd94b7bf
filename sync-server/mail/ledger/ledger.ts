import { Failure } from '../../../shared/errors.ts'
import {
  type FolderLedger,
  LEDGER_LIMITS,
  type LedgerChange,
  type LedgerFolders,
  type LedgerForgetting,
  type LetterRows,
} from '../../../shared/letters/ledger.ts'
import type { MailLedgerStore, RowsAsked } from '../../storage/mail/ledger.ts'

/** What became of each letter that mail servers list (SPEC.md). Failure storage-failed: nothing is done, or nobody knows. */
export class MailLedger {
  readonly #store: MailLedgerStore

  constructor(store: MailLedgerStore) {
    this.#store = store
  }

  folders(account: string): Promise<LedgerFolders> {
    return stored(async () => ({ folders: await this.#store.folders(account) }))
  }

  page(asked: Omit<RowsAsked, 'limit'>, limit: number = LEDGER_LIMITS.page): Promise<FolderLedger> {
    return stored(async () => {
      const cursor = await this.#store.cursor(asked.account, asked.folder)
      const rows = await this.#store.rows({ ...asked, limit: limit + 1 })
      return { cursor, rows: rows.slice(0, limit), isMore: rows.length > limit }
    })
  }

  letters(account: string, letters: readonly string[]): Promise<LetterRows> {
    return stored(async () => ({ rows: await this.#store.letters(account, letters) }))
  }

  /** Failures: mail-ledger-account, mail-ledger-gap, mail-ledger-validity. */
  change(change: LedgerChange): Promise<void> {
    return stored(() => this.#store.change(change))
  }

  forget(what: LedgerForgetting): Promise<void> {
    return stored(() => this.#store.forget(what))
  }
}

async function stored<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (cause) {
    if (cause instanceof Failure) throw cause
    throw new Failure('storage-failed', {}, { cause })
  }
}
