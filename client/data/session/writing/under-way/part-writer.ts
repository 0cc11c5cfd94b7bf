import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../../../../shared/commands.ts'
import type { Clock } from '../../../../../shared/records/keys/stamp.ts'
import { Transaction, type Written } from '../../../../../shared/records/writing/transaction.ts'
import { DiskRefusal } from '../../../disk/disk.ts'
import type { Documents } from '../../../documents/documents.ts'
import type { Outbox } from '../../../sync/outbox/outbox.ts'
import type { Line } from '../../shelves/line.ts'
import type { Holds } from '../holds.ts'

/** What is written stands on. */
export interface PartGround {
  readonly clock: Clock
  readonly person: string | null
  readonly documents: Documents
  readonly outbox: Outbox
  readonly line: Line
}

/** A command, or a part of one, that was performed: its writes are collected, and not in their documents yet. */
interface Performed<N extends CommandName> {
  readonly tx: Transaction
  readonly result: CommandResult<N>
  /** How many transactions this device had written before. */
  readonly since: number
}

/** What a part has written, and when that is on disk. */
export interface PartWritten<N extends CommandName> {
  readonly result: CommandResult<N>
  readonly written: readonly Written[]
  readonly kept: Promise<void>
}

/** Notes what a part is about to write; null: it needs no note. */
export type NotePart = ((written: readonly Written[]) => Promise<void>) | null

/** Performs commands part by part, and writes each into its documents at once. */
export class PartWriter {
  readonly #ground: PartGround
  #commits = 0

  constructor(ground: PartGround) {
    this.#ground = ground
  }

  /** What a part would answer; nothing is written. */
  tryOut<N extends CommandName>(name: N, part: CommandArgs<N>, holds: Holds): Promise<CommandResult<N>> {
    return holds.attempt(name, part, () => this.#perform(name, part).result)
  }

  /** Writes a part, in the very task in which it is performed. */
  write<N extends CommandName>(name: N, part: CommandArgs<N>, holds: Holds): Promise<PartWritten<N>> {
    return holds.attempt(name, part, () => this.#commit(this.#perform(name, part)))
  }

  /**
   * Writes a part once the note of it is on disk; one without a note, or in one document that needs none, at once. What
   * others write meanwhile was written beside it; where this device has, or a document was fetched anew, it is performed again.
   */
  async writeNoted<N extends CommandName>(
    name: N,
    part: CommandArgs<N>,
    holds: Holds,
    note: (written: readonly Written[]) => NotePart,
  ): Promise<PartWritten<N>> {
    let noting: NotePart | undefined
    for (;;) {
      const done = await holds.attempt(name, part, () => {
        const performed = this.#perform(name, part)
        noting ??= note(performed.tx.written)
        return noting === null ? this.#commit(performed) : performed
      })
      if ('kept' in done) return done
      await noting?.(done.tx.written)
      if (this.#isCurrent(done)) return this.#commit(done)
    }
  }

  #perform<N extends CommandName>(name: N, args: CommandArgs<N>): Performed<N> {
    const { clock, person, documents } = this.#ground
    const tx = new Transaction({ clock, person, open: documents.require.bind(documents) })
    // The table gives each name its own arguments; TypeScript cannot follow the pair through a union.
    const result = (COMMANDS[name] as (tx: Transaction, args: CommandArgs<N>) => CommandResult<N>)(tx, args)
    return { tx, result, since: this.#commits }
  }

  #isCurrent({ tx, since }: Performed<CommandName>): boolean {
    const { documents } = this.#ground
    return since === this.#commits && tx.documents().every((one) => documents.find(one.name) === one)
  }

  #commit<N extends CommandName>({ tx, result }: Performed<N>): PartWritten<N> {
    this.#commits++
    const written = tx.commit(tx)
    return { result, written, kept: this.#keep(written) }
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
