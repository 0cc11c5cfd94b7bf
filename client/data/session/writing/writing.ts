import { COMMANDS, type CommandArgs, type CommandName, type CommandResult } from '../../../../shared/commands.ts'
import type { Clock } from '../../../../shared/records/keys/stamp.ts'
import { Transaction, type Written } from '../../../../shared/records/writing/transaction.ts'
import { takingBack, UNFOLLOWED, type UnderWay } from '../../../../shared/under-way.ts'
import { DiskRefusal } from '../../disk/disk.ts'
import type { Documents } from '../../documents/documents.ts'
import type { Done } from '../../protocol.ts'
import type { Outbox } from '../../sync/outbox/outbox.ts'
import type { Line } from '../shelves/line.ts'
import { Acts } from './acts.ts'
import { counted } from './counted.ts'
import { Holds } from './holds.ts'
import { joined, partsOf } from './parts.ts'

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

/** A command that is run, or tried out. */
interface Running<N extends CommandName> {
  readonly name: N
  readonly args: CommandArgs<N>
  readonly holds: Holds
  readonly underWay: UnderWay
}

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
   * nothing was written; of one over many, done part by part, what the parts before had written is taken back, as it is when it is stopped.
   */
  run<N extends CommandName>(name: N, args: CommandArgs<N>, underWay: UnderWay = UNFOLLOWED): Promise<Done> {
    return this.#noted(
      this.#held(async (holds) => {
        const made: Made = { written: [], kept: [] }
        try {
          const result = await this.#make({ name, args, holds, underWay }, made)
          await Promise.all(made.kept)
          return { act: this.#acts.add(made.written), result }
        } finally {
          await Promise.allSettled(made.kept)
        }
      }),
    )
  }

  async #make<N extends CommandName>(running: Running<N>, made: Made) {
    const { holds, underWay } = running
    try {
      const result = await this.#writeAll(running, made)
      // Until the disk has it, it may be stopped.
      await Promise.allSettled(made.kept)
      underWay.signal.throwIfAborted()
      return result
    } catch (error) {
      const act = [...made.written]
      if (act.length > 0)
        await this.#writeAll({ name: 'undoAct', args: { act }, holds, underWay: takingBack(underWay) }, made)
      throw error
    }
  }

  #writeAll<N extends CommandName>(running: Running<N>, made: Made) {
    return this.#inParts(running, (part) => {
      const { written, result } = this.#write(running.name, part)
      made.written.push(...written)
      made.kept.push(this.#keep(written))
      return result
    })
  }

  /** What a command would answer if it were run now; nothing is written. Rejects with the command's Failure, and when it is stopped. */
  tryOut<N extends CommandName>(name: N, args: CommandArgs<N>, underWay: UnderWay = UNFOLLOWED): Promise<unknown> {
    return this.#held((holds) =>
      this.#inParts({ name, args, holds, underWay }, (part) => this.#perform(name, part).result),
    )
  }

  /** Resolves when no act is under way. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#acting)
  }

  /** Between the parts of a command over many, whoever else asks for something is heard, and so is its stop. */
  async #inParts<N extends CommandName>(
    { name, args, holds, underWay }: Running<N>,
    perform: (part: CommandArgs<N>) => CommandResult<N>,
  ): Promise<CommandResult<N> | undefined> {
    const parts = partsOf(name, args)
    const count = counted(name, args, parts, underWay)
    const results: CommandResult<N>[] = []
    for (const part of parts) {
      if (results.length > 0) await new Promise((resolve) => setTimeout(resolve))
      underWay.signal.throwIfAborted()
      results.push(await holds.attempt(name, part, () => perform(part)))
      count(part)
    }
    return joined(name, results)
  }

  /** All of an act counts as being saved, the pauses between its parts, too. */
  async #noted<T>(act: Promise<T>): Promise<T> {
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
  undo(act: number, underWay?: UnderWay): Promise<Done> {
    return this.run('undoAct', { act: this.#acts.get(act) }, underWay)
  }

  /** What an act of this device wrote. */
  written(act: number): readonly Written[] {
    return this.#acts.get(act)
  }

  /** What an act comes upon stays open while it lasts. */
  async #held<T>(act: (holds: Holds) => Promise<T>): Promise<T> {
    const holds = new Holds(this.#ground)
    try {
      return await act(holds)
    } finally {
      holds.release()
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
