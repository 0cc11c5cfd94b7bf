import type { Logger } from 'pino'
import * as v from 'valibot'
import { type FailureCode, isFailureCode } from '../../../shared/errors.ts'
import { openPool, type Pool } from '../../storage/postgres/pool.ts'

/** The last backup that a server made. */
const made = v.object({
  /** The name of its machine. */
  server: v.string(),
  /** The folder that its backups stand in there, and how many do. */
  folder: v.string(),
  count: v.number(),
  /** Ms since 1970. */
  made: v.number(),
  bytes: v.number(),
  /** How many documents were damaged when it was made. */
  damaged: v.number(),
})
/** Why a server made none, and when that was, ms since 1970. */
const failed = v.object({
  at: v.number(),
  code: v.custom<FailureCode>(isFailureCode),
  params: v.record(v.string(), v.union([v.string(), v.number()])),
})
export type NotedBackup = v.InferOutput<typeof made>
type NotedFailure = v.InferOutput<typeof failed>

/** What the servers of a company have noted of backups for each other; null: nothing. */
interface Noted {
  readonly made: NotedBackup | null
  readonly failed: NotedFailure | null
}

/** By which the servers of a company tell each other how it is with backups. What fails in that is logged, and no more. */
export class Notes {
  readonly #table: ReturnType<typeof tableIn> | null
  readonly #log: Logger
  #latest: Noted = { made: null, failed: null }

  /** `url` is the database that the servers share; null: there is one server, which has nobody to tell. */
  constructor(url: string | null, log: Logger) {
    this.#table = url === null ? null : tableIn(url)
    this.#log = log
  }

  /** As it was heard last. */
  get latest(): Noted {
    return this.#latest
  }

  async hear(): Promise<void> {
    try {
      if (this.#table) this.#latest = await this.#table.read()
    } catch (error) {
      this.#log.warn({ err: error }, 'what servers told each other of backups was not read')
    }
  }

  async tell(what: { readonly made: NotedBackup } | { readonly failed: NotedFailure }): Promise<void> {
    try {
      if ('made' in what) await this.#table?.note('made', what.made)
      else await this.#table?.note('failed', what.failed)
    } catch (error) {
      this.#log.warn({ err: error }, 'other servers were not told how it is with backups')
    }
  }
}

/** The table `backups_noted` of a company in PostgreSQL. Errors of the database come through. */
function tableIn(url: string) {
  const put = 'INSERT INTO backups_noted VALUES ($1, $2) ON CONFLICT (what) DO UPDATE SET note = excluded.note'
  return {
    note: (what: keyof Noted, text: NotedBackup | NotedFailure) =>
      inPool(url, async (pool) => void (await pool.query(put, [what, JSON.stringify(text)]))),
    read: (): Promise<Noted> =>
      inPool(url, async (pool) => {
        const { rows } = await pool.query<{ what: string; note: unknown }>('SELECT what, note FROM backups_noted')
        const noteOf = (what: keyof Noted) => rows.find((row) => row.what === what)?.note
        return { made: parsed(made, noteOf('made')), failed: parsed(failed, noteOf('failed')) }
      }),
  }
}

/** For a night, and for a look at the page: no connection is kept for it. */
async function inPool<T>(url: string, work: (pool: Pool) => Promise<T>): Promise<T> {
  const pool = openPool(url)
  try {
    return await work(pool)
  } finally {
    await pool.end()
  }
}

/** What a server of another version has noted otherwise is passed over. */
function parsed<T extends v.GenericSchema>(schema: T, note: unknown): v.InferOutput<T> | null {
  const { success, output } = v.safeParse(schema, note)
  return success ? output : null
}
