import { Failure } from '../../../shared/errors.ts'
import type { KeptFiles } from './kept-files.ts'
import { hashOf } from './look.ts'
import type { ServerFiles } from './server-files.ts'

/** What is asked of the server is asked once, however many wait for it. */
type UnderWay = Map<string, Promise<Blob>>

/** What letters name by its SHA-256: their words, enclosures, what they came as (SPEC MV24). */
export class LetterBytes {
  readonly #kept: KeptFiles
  readonly #server: Pick<ServerFiles, 'fetchOfLetter'>
  readonly #underWay: UnderWay = new Map()

  constructor(kept: KeptFiles, server: Pick<ServerFiles, 'fetchOfLetter'>) {
    this.#kept = kept
    this.#server = server
  }

  isHere(hash: string): boolean {
    return this.#kept.has(hash)
  }

  /** Bytes that a letter names: what is here, else fetched and kept. Failures: file-not-here, file-differs, server-unreachable, role-forbids. */
  async open(letter: string, hash: string): Promise<Blob> {
    const here = await this.#kept.get(hash)
    if (here) return here
    const asked = this.#underWay.get(hash) ?? this.#fetch(letter, hash).finally(() => this.#underWay.delete(hash))
    this.#underWay.set(hash, asked)
    return await asked
  }

  async #fetch(letter: string, hash: string): Promise<Blob> {
    const bytes = await this.#server.fetchOfLetter(letter, hash)
    if ((await hashOf(bytes)) !== hash) throw new Failure('file-differs')
    await this.#kept.keep(hash, bytes)
    return bytes
  }
}
