import {
  type FolderLedger,
  LEDGER_LIMITS,
  type LedgerChange,
  type LedgerFolders,
  type LedgerForgetting,
  type LedgerRow,
  type LetterRows,
} from '../../../../shared/letters/ledger.ts'
import { askServer, type ServerAddress } from '../api.ts'
import { type Patiently, patiently } from '../patiently.ts'

const PATH = '/api/agent/mail/ledger'

/**
 * The ledger of mail, asked until the server answers (sync-server/mail/ledger/SPEC.md). Rejects with the signal's reason, or with a
 * Failure that does not pass by itself: mail-ledger-account, mail-ledger-gap, mail-ledger-validity.
 */
export class MailLedgerClient {
  readonly #server: ServerAddress
  readonly #how: Patiently

  constructor(server: ServerAddress, how: Patiently) {
    this.#server = server
    this.#how = how
  }

  async folders(account: string): Promise<LedgerFolders['folders']> {
    return ((await this.#ask('/folders', { account })) as LedgerFolders).folders
  }

  /** The cursor of a folder with all its rows; of an earlier UIDVALIDITY where that is asked for. */
  async folder(account: string, folder: string, isEarlier = false): Promise<Omit<FolderLedger, 'isMore'>> {
    const rows: LedgerRow[] = []
    for (let after = 0; ; ) {
      const page = (await this.#ask('', {
        account,
        folder,
        after: `${after}`,
        isEarlier: `${isEarlier}`,
      })) as FolderLedger
      for (const row of page.rows) rows.push(row)
      if (!page.isMore) return { cursor: page.cursor, rows }
      after = page.rows.at(-1)?.uid ?? 0
    }
  }

  /** Where letters stand, by their ids. */
  async letters(account: string, ids: readonly string[]): Promise<LetterRows['rows']> {
    const rows: LetterRows['rows'][number][] = []
    for (let i = 0; i < ids.length; i += LEDGER_LIMITS.letters) {
      const letters = ids.slice(i, i + LEDGER_LIMITS.letters).join(',')
      rows.push(...((await this.#ask('/letters', { account, letters })) as LetterRows).rows)
    }
    return rows
  }

  async change(change: LedgerChange): Promise<void> {
    await this.#ask('', {}, change)
  }

  async forget(what: LedgerForgetting): Promise<void> {
    await this.#ask('/forget', {}, what)
  }

  async #ask(path: string, query: Readonly<Record<string, string>>, body?: unknown): Promise<unknown> {
    const { signal } = this.#how
    const question = { path: `${PATH}${path}?${new URLSearchParams(query)}`, body, signal }
    // The server is of our own house: its tests hold its answers to these types.
    return await patiently(() => askServer(this.#server, question), this.#how)
  }
}
