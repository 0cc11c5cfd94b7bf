import { Failure } from '../../../shared/errors.ts'
import type { AccountStanding } from '../../../shared/letters/accounts.ts'
import { pause } from '../../runtime/pause.ts'
import { fullJitter } from '../../runtime/server/backoff.ts'
import type { Box, BoxFolder, OpenFolder } from '../box.ts'
import { MailFault } from '../imap/fault.ts'
import type { Acts } from './acts.ts'
import { carryActs, type Moved, takeMoved } from './carry.ts'
import { FolderRows } from './folder-rows.ts'
import { chosenOf, folderFor, leftOutOf } from './folders.ts'
import { lookAfterEarlier, lookAfterGone } from './gone.ts'
import { passFolder } from './pass.ts'
import { Standing } from './standing.ts'
import type { AccountGround } from './work.ts'

/** Asked to stop, it ends what is under way within so long, ms; then the line is closed under it. */
const LAST_WORDS = 5000

/** Keeps one account in step with its mail server, until the signal (SPEC MB4 to MB9). */
export class AccountWork {
  readonly #ground: AccountGround
  readonly #standing: Standing
  readonly #rows = new Map<string, FolderRows>()
  /** Letters of which something was written here and is not carried yet. */
  readonly #acts: Acts
  #wake = new AbortController()
  #vain = 0
  /** Folders that are not listened to are looked at without waiting. */
  #isDue = false
  /** Folders that letters are taken from. */
  #chosen: readonly string[] = []
  #toldFolders = ''

  constructor(ground: AccountGround, acts: Acts) {
    this.#ground = ground
    this.#acts = acts
    this.#standing = new Standing(ground, () => this.#rows.values())
  }

  /** There is something to carry. */
  acted(): void {
    this.#wake.abort()
  }

  /** Something has come into a folder that is not listened to. */
  pollNow(): void {
    this.#isDue = true
    this.#wake.abort()
  }

  /** Failure mail-ledger-account: it is no more. */
  async run(): Promise<void> {
    const { signal } = this.#ground
    signal.addEventListener('abort', () => this.#wake.abort(), { once: true })
    while (!signal.aborted) {
      try {
        await this.#serve()
      } catch (error) {
        if (signal.aborted) return
        if (error instanceof Failure && error.code === 'mail-ledger-account') throw error
        await this.#rest(error)
      }
    }
  }

  /** Works over one line, as long as it holds. */
  async #serve(): Promise<void> {
    const { account, open, pace, signal } = this.#ground
    const box = await open(account)
    const leave = () => setTimeout(() => void box.close(), LAST_WORDS).unref()
    signal.addEventListener('abort', leave, { once: true })
    try {
      await this.#begin(box)
      const [listened] = this.#chosen
      if (listened === undefined) throw new MailFault('unreachable', 'no folders')
      for (let pollAt = 0; !signal.aborted; ) {
        await this.#listen(box, listened, pollAt)
        this.#vain = 0
        if (this.#acts.of(account.id).length > 0) await this.#carry(box)
        if (Date.now() < pollAt && !this.#isDue && !this.#hasVanished()) continue
        this.#isDue = false
        await this.#poll(box, listened)
        pollAt = Date.now() + pace.poll
      }
    } finally {
      signal.removeEventListener('abort', leave)
      await box.close()
    }
  }

  /** What may have changed while there was no line. */
  async #begin(box: Box): Promise<void> {
    this.#toldFolders = ''
    await this.#standing.tell({ state: 'connected', trouble: null })
    await this.#readFolders(box)
    for (const rows of this.#rows.values()) rows.passed = null
    await this.#readAnew()
  }

  async #readFolders(box: Box): Promise<readonly BoxFolder[]> {
    const folders = await box.folders()
    this.#chosen = chosenOf(this.#ground.account, folders)
    const said = { ...wellKnown(folders), leftOut: leftOutOf(this.#chosen, folders) }
    const text = JSON.stringify(said)
    if (text !== this.#toldFolders) await this.#standing.tell(said)
    this.#toldFolders = text
    return folders
  }

  /**
   * Reads folders anew of which the ledger has other than what is known here: our own server may have been put back to an earlier state.
   */
  async #readAnew(): Promise<void> {
    const { account, mailLedger } = this.#ground
    const kept = new Map((await mailLedger.folders(account.id)).map((one) => [one.folder, one]))
    for (const [path, rows] of this.#rows) if (!rows.isAs(kept.get(path))) this.#rows.delete(path)
    for (const [path, { earlier }] of kept) {
      const rows = await this.#rowsOf(path)
      rows.hasEarlier = earlier > 0
    }
  }

  /**
   * Passes the folders that are not listened to, and those of which the ledger has letters though nothing is taken from them; then looks
   * after what has gone from any.
   */
  async #poll(box: Box, listened: string): Promise<void> {
    await this.#readAnew()
    const folders = await this.#readFolders(box)
    const there = new Set(folders.map(({ path }) => path))
    const known = [...this.#rows.keys()].filter((path) => there.has(path))
    for (const path of new Set([...this.#chosen, ...known])) if (path !== listened) await this.#pass(box, path)
    for (const [path, rows] of this.#rows) if (there.has(path)) await this.#lookAfter(rows)
    await this.#forgetRemoved(folders)
    await this.#standing.tellNumbers()
  }

  /** Passes the folder that is listened to, then waits there until something is to be done. */
  async #listen(box: Box, path: string, pollAt: number): Promise<void> {
    const { account, signal } = this.#ground
    this.#wake = new AbortController()
    if (signal.aborted || this.#isDue || this.#acts.of(account.id).length > 0) this.#wake.abort()
    const rows = await this.#rowsOf(path)
    await box.within(
      path,
      async (folder) => {
        await passFolder({ ground: this.#ground, folder, rows, isChosen: true }, () => this.#standing.soon())
        const rest = pollAt - Date.now()
        if (rest > 0 && rows.vanished.size === 0) {
          await this.#standing.tellNumbers()
          await folder.wait(rest, this.#wake.signal)
        }
      },
      rows.cursor,
    )
  }

  async #pass(box: Box, path: string): Promise<void> {
    const rows = await this.#rowsOf(path)
    const state = await box.state(path)
    if (state === null) return
    const due = this.#ground.pace.flags < Date.now() - rows.flagsAt || hasDue(rows)
    const { passed } = rows
    const isSame =
      passed?.validity === state.validity &&
      passed.modseq === state.modseq &&
      passed.exists === state.exists &&
      passed.next === state.next
    if (isSame && !due) return
    const isChosen = this.#chosen.includes(path)
    const work = (folder: OpenFolder) =>
      passFolder({ ground: this.#ground, folder, rows, isChosen }, () => this.#standing.soon())
    await box.within(path, work, rows.cursor)
  }

  async #carry(box: Box): Promise<void> {
    const { account } = this.#ground
    const ids = this.#acts.of(account.id)
    const rowsOf = (path: string) => this.#rowsOf(path)
    const went = await carryActs({ ground: this.#ground, box, rowsOf }, ids)
    for (const [path, letters] of Map.groupBy(went, ({ to }) => to)) await this.#follow(box, path, letters)
    this.#acts.done(account.id, ids)
  }

  /** Takes letters in where they were moved to. */
  async #follow(box: Box, path: string, moved: readonly Moved[]): Promise<void> {
    if (this.#chosen.includes(path)) return await this.#pass(box, path)
    if ((await box.state(path)) === null) return
    const rows = await this.#rowsOf(path)
    await box.within(path, (folder) =>
      takeMoved({ ground: this.#ground, folder, rows, isChosen: false }, moved, () => this.#standing.soon()),
    )
  }

  async #lookAfter(rows: FolderRows): Promise<void> {
    await lookAfterGone(this.#ground, rows)
    if (rows.hasEarlier) await lookAfterEarlier(this.#ground, rows)
  }

  #hasVanished(): boolean {
    return [...this.#rows.values()].some(({ vanished, hasEarlier }) => vanished.size > 0 || hasEarlier)
  }

  async #rowsOf(path: string): Promise<FolderRows> {
    const { mailLedger, account } = this.#ground
    const known = this.#rows.get(path) ?? (await FolderRows.load(mailLedger, account.id, path))
    this.#rows.set(path, known)
    return known
  }

  /** Folders that are no more: their letters have left them. */
  async #forgetRemoved(folders: readonly BoxFolder[]): Promise<void> {
    const { mailLedger, account } = this.#ground
    const there = new Set(folders.map(({ path }) => path))
    for (const [folder, rows] of this.#rows) {
      if (there.has(folder)) continue
      for (const { uid } of rows.all()) rows.vanished.add(uid)
      await this.#lookAfter(rows)
      await mailLedger.forget({ account: account.id, folder, what: 'folder' })
      this.#rows.delete(folder)
    }
  }

  /** Tells what went wrong, and waits before the next try. */
  async #rest(error: unknown): Promise<void> {
    const { account, pace, log, signal } = this.#ground
    const isRefused = error instanceof MailFault && error.kind === 'refused'
    if (!(error instanceof MailFault)) log.error({ err: error, account: account.id }, 'mail could not be kept in step')
    else log.warn({ account: account.id, kind: error.kind, said: error.message }, 'the mail server is not to be had')
    const said = error instanceof Error ? error.message : String(error)
    const trouble = said.replace(/\p{Cc}+/gu, ' ').slice(0, 300)
    await this.#standing.tell({ state: isRefused ? 'refused' : 'unreachable', trouble })
    const wait = isRefused ? pace.refused : pace.broken.first + fullJitter(this.#vain++, pace.broken)
    await pause(wait, signal)
  }
}

function hasDue(rows: FolderRows): boolean {
  const now = Date.now()
  for (const { state, next } of rows.all()) if (state === 'failed' && next !== null && next <= now) return true
  return false
}

function wellKnown(folders: readonly BoxFolder[]): Partial<AccountStanding> {
  return {
    sentFolder: folderFor(folders, '\\Sent'),
    trashFolder: folderFor(folders, '\\Trash'),
    archiveFolder: folderFor(folders, '\\Archive'),
  }
}
