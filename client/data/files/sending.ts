import { Failure, type FailureCode } from '../../../shared/errors.ts'
import type { KeptFiles } from './kept-files.ts'
import { hashOfPart, PARTS, type Part, type Queued } from './queued.ts'
import type { ServerFiles } from './server-files.ts'
import { upload } from './upload.ts'

/** What sending stands on. */
export interface SendingGround {
  readonly kept: KeptFiles
  readonly server: ServerFiles
  isOnline(): boolean
  /** Whether the file's record is removed: it is sent when it is restored. */
  isGone(id: string): boolean
  /** What `sent` and the queue say has changed. */
  changed(): void
}

/** It is tried again after so long, ms, twice as long each time. */
const PAUSES = { first: 1000, last: 60_000 }

/** What passes by itself: the line, the record that is on its way, an upload that is begun anew, the server's disk. */
const PASSING: readonly FailureCode[] = [
  'server-unreachable',
  'record-missing',
  'document-unknown',
  'upload-unknown',
  'file-differs',
  'file-no-room',
  'storage-failed',
  'server-failed',
  'too-many-requests',
  'sign-in-needed',
  'second-factor-required',
]
/** An upload of which the server knows nothing good is begun anew. */
const ANEW: readonly FailureCode[] = ['upload-unknown', 'file-differs']

/** Sends the files of this device that the server does not have, one after the other, whatever comes between. */
export class Sending {
  readonly #ground: SendingGround
  readonly #sent = new Map<string, number>()
  #running: Promise<void> | null = null
  /** The file whose turn it is, and what ends its turn. */
  #turn: { readonly id: string; readonly ending: AbortController } | null = null
  #isClosed = false
  #pause = PAUSES.first
  #timer: ReturnType<typeof setTimeout> | null = null

  constructor(ground: SendingGround) {
    this.#ground = ground
  }

  /** How many bytes of a file are on the server; null while it is not its turn. */
  sent(id: string): number | null {
    return this.#sent.get(id) ?? null
  }

  /** There may be something to send, or a way to send it; what is being sent may be removed (SPEC Q5). */
  wake(): void {
    if (this.#turn && this.#ground.isGone(this.#turn.id)) this.#turn.ending.abort(new Failure('record-missing'))
    this.#pause = PAUSES.first
    this.#go()
  }

  async close(): Promise<void> {
    this.#isClosed = true
    this.#turn?.ending.abort(new Failure('page-left'))
    if (this.#timer !== null) clearTimeout(this.#timer)
    await this.#running
  }

  #go(): void {
    if (this.#timer !== null) clearTimeout(this.#timer)
    this.#timer = null
    this.#running ??= this.#run().finally(() => {
      this.#running = null
    })
  }

  /** Whatever waits longer than the others does not keep them from going. */
  async #run(): Promise<void> {
    const { kept, isOnline, isGone } = this.#ground
    const tried = new Set<string>()
    for (;;) {
      const next = kept.queue().find(({ id, failed }) => failed === null && !tried.has(id) && !isGone(id))
      if (!next || !isOnline() || this.#isClosed) break
      tried.add(next.id)
      await this.#try(next)
    }
    if (kept.queue().some(({ id, failed }) => failed === null && !isGone(id))) this.#again()
  }

  #again(): void {
    if (this.#isClosed || !this.#ground.isOnline()) return
    this.#timer = setTimeout(() => this.#go(), this.#pause)
    this.#pause = Math.min(PAUSES.last, this.#pause * 2)
  }

  async #try(queued: Queued): Promise<void> {
    const { kept, changed } = this.#ground
    const ending = new AbortController()
    this.#turn = { id: queued.id, ending }
    try {
      for (const part of PARTS) await this.#send(queued.id, part, ending.signal)
      await kept.sent(queued.id)
      this.#pause = PAUSES.first
    } catch (error) {
      if (!ending.signal.aborted) await this.#note(queued.id, error)
    } finally {
      this.#turn = null
      this.#sent.delete(queued.id)
      changed()
    }
  }

  async #send(id: string, part: Part, signal: AbortSignal): Promise<void> {
    const { kept, server } = this.#ground
    signal.throwIfAborted()
    const queued = this.#queued(id)
    const hash = hashOfPart(queued, part)
    if (hash === null || (await server.settle(id, part, null))) return
    const bytes = await kept.get(hash)
    if (bytes === null) throw new Failure('file-not-here')
    const url = await upload(bytes, {
      endpoint: server.uploads,
      headers: server.headers,
      url: queued.uploads[part] ?? null,
      signal,
      onUrl: (begun) => void this.#noteUpload(id, part, begun),
      onSent: (count) => part === 'file' && this.#noteSent(id, count),
    })
    if (!(await server.settle(id, part, url))) throw new Failure('upload-unknown')
  }

  #noteSent(id: string, count: number): void {
    this.#sent.set(id, count)
    this.#ground.changed()
  }

  async #noteUpload(id: string, part: Part, url: string | null): Promise<void> {
    const queued = this.#queued(id)
    const { [part]: _former, ...others } = queued.uploads
    await this.#put({ ...queued, uploads: url === null ? others : { ...others, [part]: url } })
  }

  async #note(id: string, error: unknown): Promise<void> {
    const code = error instanceof Failure ? error.code : 'unexpected'
    if (ANEW.includes(code)) for (const part of PARTS) await this.#noteUpload(id, part, null)
    const params = error instanceof Failure ? error.params : {}
    if (!PASSING.includes(code)) await this.#put({ ...this.#queued(id), failed: { code, params } })
    // What nobody has foreseen is heard as a rejection that nobody has handled.
    if (code === 'unexpected') void Promise.reject(error)
  }

  /** A full disk takes no note: then more than was needed is sent again, and nothing is lost. */
  async #put(queued: Queued): Promise<void> {
    try {
      await this.#ground.kept.put(queued)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
    }
  }

  #queued(id: string): Queued {
    const queued = this.#ground.kept.queued(id)
    if (!queued) throw new Failure('file-not-here')
    return queued
  }
}
