import { join } from 'node:path'
import { keyIn, standingKeyIn } from '../keeping/key-file.ts'
import { seal, unseal } from './seal.ts'

/** Where the key stands in the data folder that seals secrets. */
export const SENDING_KEY_FILE = 'sending.key'

/** Seals texts by the key of the data folder, for one purpose (SPEC SE2). An empty text is sealed by nothing. */
export class Strongbox {
  readonly #file: string
  readonly #purpose: string

  constructor(folder: string, purpose: string) {
    this.#file = join(folder, SENDING_KEY_FILE)
    this.#purpose = purpose
  }

  /** The key is made where there is none. */
  seal(text: string): string {
    return text === '' ? '' : seal(keyIn(this.#file), text, this.#purpose)
  }

  /** Null where the key is missing, or is another one (SPEC SE4). */
  unseal(sealed: string): string | null {
    if (sealed === '') return ''
    const key = standingKeyIn(this.#file)
    return key === null ? null : unseal(key, sealed, this.#purpose)
  }
}
