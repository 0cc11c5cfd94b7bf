import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../../../shared/commands.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Clock } from '../../../../shared/records/keys/stamp.ts'
import { Transaction, type Written } from '../../../../shared/records/writing/transaction.ts'
import { DiskRefusal } from '../../disk/disk.ts'
import type { Documents } from '../../documents/documents.ts'
import type { Done } from '../../protocol.ts'
import type { Outbox } from '../../sync/outbox.ts'
import type { Line } from '../shelves/line.ts'
import { Acts } from './acts.ts'
import { joined, partsOf } from './parts.ts'
import { touched } from './touched.ts'

/** What writing stands on. */
export interface WritingGround {
  readonly clock: Clock
  readonly person: string | null
  readonly documents: Documents
  readonly outbox: Outbox
  readonly line: Line
  /** What `saving` says may have changed. */
  changed(): void
}

/** Runs a command, again where it came upon a document that had to be opened first. */
type Attempt = <T>(run: () => T) => Promise<T>

/** What an act has written so far, and when that is on disk. */
interface Made {
  readonly written: Written[]
  readonly kept: Promise<void>[]
}

/** Runs commands, keeps what they write until it is on disk, and undoes them. */
export class Writing {
  readonly #ground: WritingGround
  readonly #acts = new Acts()
  /** Acts that have begun and are not on this device's disk yet, or refused by it. */
  readonly #acting = new Set<Promise<unknown>>()

  constructor(ground: WritingGround) {
    this.#ground = ground
  }

  /** How many acts are not on this device's disk yet. */
  get saving(): number {
    return this.#acting.size
  }

  /**
   * Runs a command and resolves when its writes are on this device's disk, or that has refused them. Rejects with the command's Failure, and then
   * nothing was written; of one over many, done part by part, what the parts before had written is taken back.
   */
  run<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<Done> {
    return this.#underWay(
      this.#onOpen(name, args, async (attempt) => {
        const made: Made = { written: [], kept: [] }
        try {
          const result = await this.#make(name, args, attempt, made)
          await Promise.all(made.kept)
          return { act: this.#acts.add(made.written), result }
        } finally {
          await Promise.allSettled(made.kept)
        }
      }),
    )
  }

  async #make<N extends CommandName>(name: N, args: CommandArgs<N>, attempt: Attempt, made: Made) {
    try {
      return await this.#writeAll(name, args, attempt, made)
    } catch (error) {
      if (made.written.length > 0) await this.#writeAll('undoAct', { act: [...made.written] }, attempt, made)
      throw error
    }
  }

  #writeAll<N extends CommandName>(name: N, args: CommandArgs<N>, attempt: Attempt, made: Made) {
    return this.#inParts(name, args, attempt, (part) => {
      const { written, result } = this.#write(name, part)
      made.written.push(...written)
      made.kept.push(this.#keep(written))
      return result
    })
  }

  /** What a command would answer if it were run now; nothing is written. Rejects with the command's Failure. */
  tryOut<N extends CommandName>(name: N, args: CommandArgs<N>): Promise<unknown> {
    return this.#onOpen(name, args, (attempt) =>
      this.#inParts(name, args, attempt, (part) => this.#perform(name, part).result),
    )
  }

  /** Resolves when no act is under way. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#acting)
  }

  /** Between the parts of a command over many, whoever else asks for something is heard. */
  async #inParts<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
    attempt: Attempt,
    perform: (part: CommandArgs<N>) => CommandResult<N>,
  ): Promise<CommandResult<N> | undefined> {
    const results: CommandResult<N>[] = []
    for (const part of partsOf(name, args)) {
      if (results.length > 0) await new Promise((resolve) => setTimeout(resolve))
      results.push(await attempt(() => perform(part)))
    }
    return joined(name, results)
  }

  /** All of an act counts as being saved, the pauses between its parts, too. */
  async #underWay<T>(act: Promise<T>): Promise<T> {
    this.#acting.add(act)
    this.#ground.changed()
    try {
      return await act
    } finally {
      this.#acting.delete(act)
      this.#ground.changed()
    }
  }

  /** Undoes an act of this device; gives how much went back and how much somebody has changed since. */
  undo(act: number): Promise<Done> {
    return this.run('undoAct', { act: this.#acts.get(act) })
  }

  /** What an act of this device wrote. */
  written(act: number): readonly Written[] {
    return this.#acts.get(act)
  }

  /** Holds the documents that a command is about open meanwhile; `attempt` runs it, and holds what it comes upon. */
  async #onOpen<N extends CommandName, T>(name: N, args: CommandArgs<N>, act: (attempt: Attempt) => Promise<T>) {
    const { documents } = this.#ground
    const holds = new Map<string, () => void>()
    try {
      for (const one of touched(name, args, documents.nameFor.bind(documents))) await this.#hold(one, holds)
      return await act((run) => this.#attempt(run, holds))
    } finally {
      for (const release of holds.values()) release()
    }
  }

  async #hold(document: string, holds: Map<string, () => void>): Promise<void> {
    const release = await this.#ground.line.hold(document)
    holds.get(document)?.()
    holds.set(document, release)
  }

  /** A command that comes upon a closed document wrote nothing: that one is opened, and the command runs again. */
  async #attempt<T>(run: () => T, holds: Map<string, () => void>): Promise<T> {
    for (;;) {
      try {
        return run()
      } catch (error) {
        const closed = error instanceof Failure && error.code === 'document-closed' ? error.params.document : undefined
        if (typeof closed !== 'string') throw error
        await this.#hold(closed, holds)
      }
    }
  }

  #write<N extends CommandName>(
    name: N,
    args: CommandArgs<N>,
  ): { written: readonly Written[]; result: CommandResult<N> } {
    const { tx, result } = this.#perform(name, args)
    return { written: tx.commit(tx), result }
  }

  /** Runs a command in a transaction that is not committed. */
  #perform<N extends CommandName>(name: N, args: CommandArgs<N>): { tx: Transaction; result: CommandResult<N> } {
    const { clock, person, documents } = this.#ground
    const tx = new Transaction({ clock, person, open: documents.require.bind(documents) })
    // The table gives each name its own arguments; TypeScript cannot follow the pair through a union.
    const result = (COMMANDS[name] as (tx: Transaction, args: CommandArgs<N>) => CommandResult<N>)(tx, args)
    return { tx, result }
  }

  /**
   * Resolves when the note of writes and their documents are on disk, and asks the server for their mark. What the disk
   * refuses is tried again behind this, and told of as long as it does.
   */
  async #keep(written: readonly Written[]): Promise<void> {
    const { documents, outbox, line, clock } = this.#ground
    const names = new Set(written.map((one) => one.document))
    const noted = written.length > 0 ? outbox.add(written, clock.now()) : Promise.resolve()
    line.mark(names)
    try {
      await Promise.all([noted, ...[...names].map((name) => documents.find(name)?.flushed())])
    } catch (error) {
      if (!(error instanceof DiskRefusal)) throw error
    }
  }
}
