import type { CommandArgs, CommandName } from '../../../../../shared/commands.ts'
import { Failure } from '../../../../../shared/errors.ts'
import type { Written } from '../../../../../shared/records/writing/transaction.ts'
import { isOverMany, partsOf } from '../parts.ts'
import type { NotePart } from './part-writer.ts'
import type { UnfinishedActs } from './unfinished.ts'

/** So many writes of an act that is to be undone are noted as one piece. */
const PIECE = 500

/** One act, as far as it is noted (records/SPEC.md R22): one over many, unless it is written at one stroke. */
export class NotedAct {
  readonly #acts: UnfinishedActs
  readonly #name: CommandName
  /** The act's number; null while nothing of it is noted. */
  #act: number | null = null
  #isInParts = false
  #begun: Promise<void> | null = null

  constructor(acts: UnfinishedActs, name: CommandName) {
    this.#acts = acts
    this.#name = name
  }

  /** Before the first part. Of an act that is to be undone all is noted at once: where that is cut off, it is undone to its end. */
  begin<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<void> {
    this.#begun ??= this.#begin(name, args)
    return this.#begun
  }

  async #begin<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<void> {
    this.#isInParts = partsOf(name, args).length > 1
    // The name is that of these arguments.
    if (name === 'undoAct') await this.#noteUndoing((args as CommandArgs<'undoAct'>).act)
  }

  /** How the next part, which is to write this, is noted; null: it needs no note. */
  readonly pieceOf = (written: readonly Written[]): NotePart => {
    if (!isOverMany(this.#name) || this.#name === 'undoAct' || this.#isAtOneStroke(written)) return null
    return this.#piece()
  }

  /** All of it is done, or taken back. */
  async end(): Promise<void> {
    if (this.#act !== null) await this.#acts.end(this.#act)
  }

  /** What is on disk in one step needs no note. */
  #isAtOneStroke(written: readonly Written[]): boolean {
    return !this.#isInParts && new Set(written.map(({ document }) => document)).size < 2
  }

  #piece(): (written: readonly Written[]) => Promise<void> {
    const seq = this.#acts.next()
    this.#act ??= seq
    const piece = { seq, act: this.#act, name: this.#name }
    return (written) => this.#acts.note(piece, written)
  }

  /** A disk that takes no note keeps nobody from undoing: what was done may be why it is full. */
  async #noteUndoing(act: readonly Written[]): Promise<void> {
    if (this.#isAtOneStroke(act)) return
    try {
      for (let from = 0; from < act.length; from += PIECE) await this.#piece()(act.slice(from, from + PIECE))
    } catch (error) {
      if (!(error instanceof Failure && error.code === 'act-not-noted')) throw error
    }
  }
}
