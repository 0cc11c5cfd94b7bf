import { setTimeout as after } from 'node:timers/promises'
import * as Y from 'yjs'
import { Failure } from '../../../shared/errors.ts'
import type { HeldDocument } from '../documents/held-document.ts'
import type { Cache } from './cache.ts'

/** After a change a document is kept no sooner than this, ms, and than so many times what it took last. */
const PAUSE = 5000
const TIMES = 50
/** As long the server is given at the end to say that all is saved, ms. */
const LAST = 3000

interface Watched {
  /** Changed since it was kept. */
  isBehind: boolean
  /** The keeping that is under way. */
  under: Promise<void> | null
  timer: NodeJS.Timeout | null
  took: number
}

/** Keeps documents on the disk, behind the work: what the server has acknowledged, and nothing else (SPEC RT1). */
export class Keeping {
  readonly #cache: Cache
  readonly #saved: (held: HeldDocument) => Promise<void>
  readonly #pause: number
  readonly #watched = new Map<HeldDocument, Watched>()

  /** `saved` resolves when the server has saved all that was written to a document so far. */
  constructor(cache: Cache, saved: (held: HeldDocument) => Promise<void>, pause = PAUSE) {
    this.#cache = cache
    this.#saved = saved
    this.#pause = pause
  }

  kept(name: string): Uint8Array | null {
    return this.#cache.state(name)
  }

  /** Keeps a document from now on, until it is closed. */
  watch(held: HeldDocument): void {
    const watched: Watched = { isBehind: false, under: null, timer: null, took: 0 }
    this.#watched.set(held, watched)
    const changed = () => this.#changed(held, watched)
    held.doc.on('update', changed)
    held.doc.on('destroy', () => this.#forget(held))
    if (!held.isKept && held.isHere) changed()
  }

  /** Resolves when what a document is now is kept, or cannot be. */
  async keep(held: HeldDocument): Promise<void> {
    const watched = this.#watched.get(held)
    await watched?.under
    if (watched?.isBehind) await this.#begin(held, watched)
  }

  /** Keeps all that changed, as far as the server answers in time. */
  async end(): Promise<void> {
    const all = Promise.all([...this.#watched.keys()].map((held) => this.keep(held)))
    const late = new AbortController()
    await Promise.race([all, after(LAST, undefined, { signal: late.signal })])
    late.abort()
  }

  stop(): void {
    for (const held of this.#watched.keys()) this.#forget(held)
  }

  #forget(held: HeldDocument): void {
    const timer = this.#watched.get(held)?.timer
    if (timer) clearTimeout(timer)
    this.#watched.delete(held)
  }

  #changed(held: HeldDocument, watched: Watched): void {
    watched.isBehind = true
    if (watched.timer || watched.under || !this.#watched.has(held)) return
    watched.timer = setTimeout(
      () => void this.#begin(held, watched),
      Math.max(this.#pause, watched.took * TIMES),
    ).unref()
  }

  async #begin(held: HeldDocument, watched: Watched): Promise<void> {
    if (watched.timer) clearTimeout(watched.timer)
    watched.timer = null
    watched.under = this.#write(held, watched)
    await watched.under
    watched.under = null
    if (watched.isBehind) this.#changed(held, watched)
  }

  async #write(held: HeldDocument, watched: Watched): Promise<void> {
    const began = performance.now()
    watched.isBehind = false
    const state = Y.encodeStateAsUpdate(held.doc)
    const encoded = performance.now()
    const isSaved = await this.#saved(held).then(() => true, onlyFailure)
    const saved = performance.now()
    if (isSaved && this.#watched.has(held)) this.#cache.put(held.name, state)
    watched.took = encoded - began + (performance.now() - saved)
  }
}

/** Who uses the document is told of its refusal. */
function onlyFailure(error: unknown): false {
  if (!(error instanceof Failure)) throw error
  return false
}
