import { createHash, randomUUID } from 'node:crypto'
import { mkdirSync, readdirSync, rmSync } from 'node:fs'
import { open, readFile, rename } from 'node:fs/promises'
import { join } from 'node:path'
import type Database from 'better-sqlite3'
import { fileTypeFromBuffer } from 'file-type'
import type { SiteCatalogue, SiteOrderState } from '../../../shared/site/catalogue.ts'
import { SHOWN } from '../../keeping/backup/copy.ts'
import { openSiteDatabase } from './database.ts'
import { BOUNDS, type Bounds, Queue } from './queue.ts'

/** What browsers show without a program of theirs: no SVG, which may hold one. */
const TYPES: ReadonlySet<string> = new Set(['image/png', 'image/jpeg', 'image/webp', 'image/gif', 'image/avif'])

/** The bytes of a picture. */
export interface Picture {
  readonly type: string
  readonly bytes: Uint8Array<ArrayBuffer>
}

/** All that a door keeps, in a folder of its own (SPEC ST1). */
export class SiteStore {
  readonly queue: Queue
  readonly #database: Database.Database
  readonly #folder: string

  constructor(folder: string, bounds: Bounds = BOUNDS) {
    this.#database = openSiteDatabase(folder)
    this.#folder = join(folder, SHOWN)
    mkdirSync(this.#folder, { recursive: true, mode: 0o700 })
    this.queue = new Queue(this.#database, bounds)
  }

  /** What is shown; null: nothing was published yet. */
  catalogue(): SiteCatalogue | null {
    const body = this.#database.prepare<[], string>('SELECT body FROM catalogue').pluck().get()
    // Written by `publish`, which was given what the agent's own types say.
    return body === undefined ? null : (JSON.parse(body) as SiteCatalogue)
  }

  /** When what is shown was made; null: nothing was published yet. */
  made(): number | null {
    return this.#database.prepare<[], number>('SELECT made FROM catalogue').pluck().get() ?? null
  }

  /** Shows another catalogue from now on, and forgets pictures that it does not name. */
  publish(catalogue: SiteCatalogue): void {
    const wanted = new Set(picturesOf(catalogue))
    const put = this.#database.transaction(() => {
      this.#database.exec('DELETE FROM catalogue')
      this.#database.prepare('INSERT INTO catalogue VALUES (?, ?)').run(catalogue.made, JSON.stringify(catalogue))
      const drop = this.#database.prepare('DELETE FROM pictures WHERE hash = ?')
      for (const hash of this.#hashes()) if (!wanted.has(hash)) drop.run(hash)
    })
    put.immediate()
    for (const name of readdirSync(this.#folder))
      if (!wanted.has(name)) rmSync(join(this.#folder, name), { force: true })
  }

  /** Pictures of what is shown whose bytes are not here. */
  lacking(catalogue: SiteCatalogue | null): string[] {
    const here = new Set(this.#hashes())
    const files = new Set(readdirSync(this.#folder))
    return [...new Set(catalogue ? picturesOf(catalogue) : [])].filter((hash) => !here.has(hash) || !files.has(hash))
  }

  /** Keeps the bytes of a picture; false where they are none, or not of that hash. */
  async putPicture(hash: string, bytes: Uint8Array<ArrayBuffer>): Promise<boolean> {
    if (createHash('sha256').update(bytes).digest('hex') !== hash) return false
    const type = (await fileTypeFromBuffer(bytes))?.mime
    if (type === undefined || !TYPES.has(type)) return false
    await written(join(this.#folder, hash), bytes)
    this.#database.prepare('INSERT OR REPLACE INTO pictures VALUES (?, ?)').run(hash, type)
    return true
  }

  /** A picture; null: it is not here. */
  async picture(hash: string): Promise<Picture | null> {
    const type = this.#database.prepare<[string], string>('SELECT type FROM pictures WHERE hash = ?').pluck().get(hash)
    if (type === undefined) return null
    const bytes = await readFile(join(this.#folder, hash)).catch(missing)
    return bytes === null ? null : { type, bytes: new Uint8Array(bytes) }
  }

  /** What pages of orders show from now on; what is older than what stands is passed over. */
  tellStates(states: readonly SiteOrderState[]): void {
    const put = this.#database.prepare(
      `INSERT INTO states VALUES (@token, @changed, @body) ON CONFLICT (token) DO UPDATE
       SET changed = excluded.changed, body = excluded.body WHERE excluded.changed >= changed`,
    )
    const putAll = this.#database.transaction(() => {
      for (const state of states) put.run({ token: state.token, changed: state.changed, body: JSON.stringify(state) })
    })
    putAll.immediate()
  }

  /** What the office told last of an order; null: nothing yet. */
  state(token: string): SiteOrderState | null {
    const body = this.#database.prepare<[string], string>('SELECT body FROM states WHERE token = ?').pluck().get(token)
    return body === undefined ? null : (JSON.parse(body) as SiteOrderState)
  }

  close(): void {
    this.queue.end()
    this.#database.close()
  }

  #hashes(): string[] {
    return this.#database.prepare<[], string>('SELECT hash FROM pictures').pluck().all()
  }
}

/** All pictures that a catalogue shows, by hash. */
function picturesOf({ logo, goods }: SiteCatalogue): string[] {
  return [...(logo === null ? [] : [logo]), ...goods.flatMap(({ pictures }) => pictures)]
}

/** Under another name first, on the disk: nothing half stands under a hash. */
async function written(path: string, bytes: Uint8Array): Promise<void> {
  const draft = `${path}.${randomUUID()}`
  const file = await open(draft, 'wx', 0o600)
  try {
    await file.writeFile(bytes)
    await file.sync()
  } finally {
    await file.close()
  }
  await rename(draft, path)
}

function missing(error: unknown): null {
  if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
  throw error
}
