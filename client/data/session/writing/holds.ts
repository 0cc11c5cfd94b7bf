import type { CommandArgs, CommandName } from '../../../../shared/commands.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Documents } from '../../documents/documents.ts'
import type { Line } from '../shelves/line.ts'
import { touched } from './touched.ts'

/** What opens documents. */
interface Opener {
  readonly documents: Documents
  readonly line: Line
}

/** The documents that an act has come upon so far: they stay open until it is over. */
export class Holds {
  readonly #opener: Opener
  readonly #releases = new Map<string, () => void>()

  constructor(opener: Opener) {
    this.#opener = opener
  }

  /**
   * Runs a command, or a part of one, on its documents. One that comes upon a closed document wrote nothing: that one is
   * opened, and the command runs again.
   */
  async attempt<N extends CommandName, T>(name: N, args: CommandArgs<N>, run: () => T): Promise<T> {
    const { documents } = this.#opener
    for (const one of touched(name, args, documents.nameFor.bind(documents))) {
      if (!this.#releases.has(one)) await this.#hold(one)
    }
    for (;;) {
      try {
        return run()
      } catch (error) {
        const closed = error instanceof Failure && error.code === 'document-closed' ? error.params.document : undefined
        if (typeof closed !== 'string') throw error
        await this.#hold(closed)
      }
    }
  }

  release(): void {
    for (const release of this.#releases.values()) release()
    this.#releases.clear()
  }

  async #hold(document: string): Promise<void> {
    const release = await this.#opener.line.hold(document)
    this.#releases.get(document)?.()
    this.#releases.set(document, release)
  }
}
