import {
  type FolderCursor,
  LEDGER_LIMITS,
  type LedgerFolder,
  type LedgerRow,
  type LedgerState,
} from '../../../shared/letters/ledger.ts'
import type { FolderState } from '../box.ts'
import type { AccountGround } from './work.ts'

type Ledger = AccountGround['mailLedger']

/** Where a cursor goes to, with the UIDs that it goes over. */
export interface Move {
  readonly upto?: number
  readonly covers?: readonly number[]
  readonly modseq?: string | null
  readonly listed?: number
}

/** What the ledger has of a folder, as it stands there: rows of what is still listed. */
export class FolderRows {
  readonly path: string
  readonly #account: string
  readonly #ledger: Ledger
  readonly #rows = new Map<number, LedgerRow>()
  /** Texts that many rows have, once each. */
  readonly #texts = new Map<string, string>()
  #cursor: FolderCursor | null = null
  /** UIDs that the server lists no more, and whose letters have not been looked after yet. */
  readonly vanished = new Set<number>()
  /** How the folder stood when it was passed through last; null: it has to be. */
  passed: FolderState | null = null
  /** There are rows of an earlier UIDVALIDITY, whose letters may be here no more. */
  hasEarlier = false
  /** When all UIDs were listed last, ms since 1970. */
  wholeAt = 0
  /** When all flags were looked at last, ms since 1970. */
  flagsAt = 0

  private constructor(ledger: Ledger, account: string, path: string) {
    this.#ledger = ledger
    this.#account = account
    this.path = path
  }

  static async load(ledger: Ledger, account: string, path: string): Promise<FolderRows> {
    const own = new FolderRows(ledger, account, path)
    const { cursor, rows } = await ledger.folder(account, path)
    own.#cursor = cursor
    for (const row of rows) own.#take(row)
    return own
  }

  get cursor(): FolderCursor | null {
    return this.#cursor
  }

  get upto(): number {
    return this.#cursor?.upto ?? 0
  }

  get count(): number {
    return this.#rows.size
  }

  get(uid: number): LedgerRow | undefined {
    return this.#rows.get(uid)
  }

  all(): IterableIterator<LedgerRow> {
    return this.#rows.values()
  }

  countOf(...states: readonly LedgerState[]): number {
    let count = 0
    for (const { state } of this.#rows.values()) if (states.includes(state)) count++
    return count
  }

  /** Whether the ledger has what is known here, by how far it has come and how many letters are there. */
  isAs(kept: LedgerFolder | undefined): boolean {
    const { gone = 0, ...there } = kept?.counts ?? {}
    const count = Object.values(there).reduce((sum, some) => sum + some, 0)
    const { validity, upto = 0 } = kept?.cursor ?? {}
    return this.#cursor?.validity === validity && this.upto === upto && this.count === count
  }

  /** Begins, or begins anew where the server has made the folder anew: what was known of it stands apart then (SPEC MB6). */
  async begin({ validity, exists, modseq }: FolderState): Promise<void> {
    if (this.#cursor?.validity === validity) return
    // What is taken in from now on is of this MODSEQ or a later one.
    const cursor = { validity, upto: 0, modseq, listed: exists }
    const isAnew = this.#cursor !== null
    await this.#ledger.change({ account: this.#account, folder: this.path, cursor, rows: [], covers: [], isAnew })
    const { rows } = await this.#ledger.folder(this.#account, this.path)
    this.#cursor = cursor
    this.#rows.clear()
    this.vanished.clear()
    this.passed = null
    this.hasEarlier ||= isAnew
    for (const row of rows) this.#take(row)
  }

  /** Writes rows, and moves the cursor behind them. */
  async write(rows: readonly LedgerRow[], move: Move = {}): Promise<void> {
    if (!this.#cursor) throw new RangeError(`${this.path} has not begun`)
    const { covers = [], ...to } = move
    const [before, after] = [this.#cursor, { ...this.#cursor, ...to }]
    for (let i = 0; i === 0 || i < rows.length; i += LEDGER_LIMITS.rows) {
      const some = rows.slice(i, i + LEDGER_LIMITS.rows)
      const isLast = i + LEDGER_LIMITS.rows >= rows.length
      const [cursor, over] = isLast ? [after, covers] : [before, []]
      const change = { account: this.#account, folder: this.path, cursor, rows: some, covers: over, isAnew: false }
      await this.#ledger.change(change)
      this.#cursor = cursor
      for (const row of some) this.#take(row)
    }
  }

  /** Letters of an earlier UIDVALIDITY, which may be nowhere any more. */
  async earlier(): Promise<readonly LedgerRow[]> {
    return (await this.#ledger.folder(this.#account, this.path, true)).rows
  }

  async forgetEarlier(): Promise<void> {
    await this.#ledger.forget({ account: this.#account, folder: this.path, what: 'earlier' })
    this.hasEarlier = false
  }

  #take(row: LedgerRow): void {
    if (row.state === 'gone') {
      this.#rows.delete(row.uid)
      this.vanished.delete(row.uid)
    } else this.#rows.set(row.uid, { ...row, place: this.#once(row.place), flags: this.#once(row.flags) })
  }

  #once<T extends string | null>(text: T): T {
    if (text === null) return text
    const known = this.#texts.get(text)
    if (known === undefined) this.#texts.set(text, text)
    return (known ?? text) as T
  }
}
