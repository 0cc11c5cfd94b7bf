import type { CommandArgs, CommandName, CommandResult } from '../../../../shared/commands.ts'
import { Failure } from '../../../../shared/errors.ts'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import type { Undone } from '../../../../shared/records/writing/undo.ts'
import { takingBack, UNFOLLOWED, type UnderWay } from '../../../../shared/under-way.ts'
import type { Done } from '../../protocol.ts'
import { Acts } from './acts.ts'
import { counted } from './counted.ts'
import { Holds } from './holds.ts'
import { joined, partsOf } from './parts.ts'
import { NotedAct } from './under-way/noted-act.ts'
import { type PartGround, PartWriter, type PartWritten } from './under-way/part-writer.ts'
import type { Unfinished, UnfinishedActs } from './under-way/unfinished.ts'

/** What writing stands on. */
export interface WritingGround extends PartGround {
  readonly unfinished: UnfinishedActs
  /** What `saving` and the status say may have changed. */
  changed(): void
}

/** A command that is run, or tried out. */
interface Running<N extends CommandName> {
  readonly name: N
  readonly args: CommandArgs<N>
  readonly holds: Holds
  readonly underWay: UnderWay
}

/** What an act has written so far, and when that is on disk; what it is about to write is noted before. */
interface Made {
  readonly written: Written[]
  readonly kept: Promise<void>[]
  readonly note: NotedAct
}

/** Runs commands, keeps what they write until it is on disk, and undoes them. */
export class Writing {
  readonly #ground: WritingGround
  readonly #writer: PartWriter
  readonly #acts = new Acts()
  /** Acts that have begun and are not on this device's disk yet, or refused by it. */
  readonly #acting = new Set<Promise<unknown>>()

  constructor(ground: WritingGround) {
    this.#ground = ground
    this.#writer = new PartWriter(ground)
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
        const made: Made = { written: [], kept: [], note: new NotedAct(this.#ground.unfinished, name) }
        try {
          const result = await this.#make({ name, args, holds, underWay }, made)
          await Promise.all(made.kept)
          await made.note.end()
          return { act: this.#acts.add(made.written), result }
        } finally {
          await Promise.allSettled(made.kept)
        }
      }),
    )
  }

  /** What a command would answer if it were run now; nothing is written. Rejects with the command's Failure, and when it is stopped. */
  tryOut<N extends CommandName>(name: N, args: CommandArgs<N>, underWay: UnderWay = UNFOLLOWED): Promise<unknown> {
    return this.#held((holds) =>
      this.#inParts({ name, args, holds, underWay }, (part) => this.#writer.tryOut(name, part, holds)),
    )
  }

  /** Resolves when no act is under way. */
  async ended(): Promise<void> {
    await Promise.allSettled(this.#acting)
  }

  /** Undoes an act of this device; gives how much went back and how much somebody has changed since. */
  undo(act: number, underWay?: UnderWay): Promise<Done> {
    return this.run('undoAct', { act: this.#acts.get(act) }, underWay)
  }

  /** What an act of this device wrote. */
  written(act: number): readonly Written[] {
    return this.#acts.get(act)
  }

  /** Takes back what is here of an act that was cut off (records/SPEC.md R22). Rejects as undoing does. */
  takeBack({ written }: Unfinished): Promise<Undone> {
    return this.#noted(
      this.#held(async (holds) => {
        const kept: Promise<void>[] = []
        const asked = { name: 'undoAct', args: { act: written, isCutOff: true }, holds, underWay: UNFOLLOWED } as const
        const write = (part: CommandArgs<'undoAct'>) => this.#writer.write('undoAct', part, holds)
        const undone = await this.#writeAll(asked, write, { written: [], kept })
        await Promise.all(kept)
        return undone
      }),
    )
  }

  /** All of it, or nothing: what fails or is stopped in the middle is taken back. */
  async #make<N extends CommandName>(running: Running<N>, made: Made) {
    const { name, args, holds, underWay } = running
    try {
      const write = async (part: CommandArgs<N>) => {
        await made.note.begin(name, args)
        return this.#writer.writeNoted(name, part, holds, made.note.pieceOf)
      }
      const result = await this.#writeAll(running, write, made)
      // Until the disk has it, it may be stopped.
      await Promise.allSettled(made.kept)
      underWay.signal.throwIfAborted()
      return result
    } catch (error) {
      await this.#putBack(running, made, error)
      throw error
    }
  }

  async #putBack({ name, holds, underWay }: Running<CommandName>, made: Made, why: unknown): Promise<void> {
    const act = [...made.written]
    if (act.length > 0) {
      const asked = { name: 'undoAct', args: { act }, holds, underWay: takingBack(underWay) } as const
      const undone = await this.#writeAll(asked, (part) => this.#writer.write('undoAct', part, holds), made)
      await Promise.allSettled(made.kept)
      if (why instanceof Failure && why.code === 'page-left') {
        this.#ground.unfinished.tell(this.#ground.unfinished.next(), name, undone)
        this.#ground.changed()
      }
    }
    await made.note.end()
  }

  #writeAll<N extends CommandName>(
    running: Running<N>,
    write: (part: CommandArgs<N>) => Promise<PartWritten<N>>,
    made: Pick<Made, 'written' | 'kept'>,
  ): Promise<CommandResult<N>> {
    return this.#inParts(running, async (part) => {
      const { written, result, kept } = await write(part)
      made.written.push(...written)
      made.kept.push(kept)
      return result
    })
  }

  /** Between the parts of a command over many, whoever else asks for something is heard, and so is its stop. */
  async #inParts<N extends CommandName>(
    { name, args, underWay }: Running<N>,
    perform: (part: CommandArgs<N>) => Promise<CommandResult<N>>,
  ): Promise<CommandResult<N>> {
    const parts = partsOf(name, args)
    const count = counted(name, args, parts, underWay)
    const results: CommandResult<N>[] = []
    for (const part of parts) {
      if (results.length > 0) await new Promise((resolve) => setTimeout(resolve))
      underWay.signal.throwIfAborted()
      results.push(await perform(part))
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

  /** What an act comes upon stays open while it lasts. */
  async #held<T>(act: (holds: Holds) => Promise<T>): Promise<T> {
    const holds = new Holds(this.#ground)
    try {
      return await act(holds)
    } finally {
      holds.release()
    }
  }
}
