import { setImmediate } from 'node:timers/promises'
import { mayRead, parseDocument } from '../../shared/documents/documents.ts'
import type { Who } from '../../shared/documents/roles.ts'
import type { FeedPage, FeedRow } from '../../shared/effects/feed.ts'
import { parseJson } from '../../shared/records/declarations/value.ts'
import type { FeedAsked } from '../storage/feed-step.ts'
import type { AuditEntry, Storage } from '../storage/storage.ts'
import { News } from './news.ts'

/** Looking takes no longer in one answer, ms; whoever asked goes on with the next. */
const LONG = 1000
/** What others keep for themselves no agent is told. */
const AGENT: Who = { user: 'agents', role: 'agent' }

/** The journal as agents hear of it: page by page, and at once when there is more (SPEC LG1 to LG5). */
export class Feed {
  readonly #storage: Pick<Storage, 'feed' | 'restorations'>
  readonly #news = new News()

  constructor(storage: Pick<Storage, 'feed' | 'restorations'>) {
    this.#storage = storage
  }

  /** Something was journalled, here or by another server: whoever waits looks anew. */
  told(): void {
    this.#news.tell()
  }

  /** Whoever waits is answered; nobody waits any more. */
  end(): void {
    this.#news.end()
  }

  /** What was written behind a number. Where there is nothing it waits so long for it, ms, unless who asked is gone. */
  async page(asked: FeedAsked, wait: number, gone: AbortSignal): Promise<FeedPage> {
    const begun = performance.now()
    let last = asked.after
    for (;;) {
      // Taken before looking: what is written while it looks is not missed.
      const next = this.#news.next()
      const { entries, upto } = await this.#storage.feed({ ...asked, after: last })
      last = upto ?? last
      const rows = heardOf(entries).map(rowOf)
      const passed = performance.now() - begun
      const isOver = upto === null ? !(await this.#news.comes(next, wait - passed, gone)) : passed > LONG
      if (rows.length > 0 || isOver) return { rows, last, restorations: await this.#storage.restorations() }
      await setImmediate()
    }
  }
}

function heardOf(entries: readonly AuditEntry[]): AuditEntry[] {
  const now = Date.now()
  const mayHear = (document: string) => {
    const known = parseDocument(document, now)
    return known !== null && mayRead(known, AGENT)
  }
  const heard = new Set([...new Set(entries.map(({ document }) => document))].filter(mayHear))
  return entries.filter(({ document }) => heard.has(document))
}

function rowOf({ value, ...entry }: AuditEntry): FeedRow {
  return { ...entry, value: parseJson(value) ?? null }
}
