import type { CommandName } from '../../../../../shared/commands.ts'
import { Failure, type FailureCode } from '../../../../../shared/errors.ts'
import { type PackedJson, packJson, unpackJson } from '../../../../../shared/packed-json.ts'
import type { Written } from '../../../../../shared/records/writing/transaction.ts'
import type { Undone } from '../../../../../shared/records/writing/undo.ts'
import type { Meta } from '../../../device/meta.ts'
import { DiskRefusal } from '../../../disk/disk.ts'
import type { CutOff } from '../../../queries/query.ts'

/** Some of what an act is about to write. */
interface Piece {
  readonly seq: number
  /** The seq of the act's first piece. */
  readonly act: number
  readonly name: CommandName
  /** Packed `Written[]`: of a hundred thousand records a tenth of their room. */
  readonly written: PackedJson
}

/** An act of which it is not known that all of it was done. */
export interface Unfinished {
  readonly act: number
  readonly name: CommandName
  /** What it was about to write, in its order; not all of it need stand. */
  readonly written: readonly Written[]
}

/**
 * What acts over many are about to write: on the device's disk before anything of it is written, and gone when all of it
 * is done or taken back. So whatever ends the program, the next start knows of it (records/SPEC.md R22).
 */
export class UnfinishedActs {
  readonly #meta: Meta
  readonly #lasts: boolean
  #next: number

  /** `lasts`: whether what is noted is there when the program starts again. */
  constructor(meta: Meta, lasts: boolean) {
    this.#meta = meta
    this.#lasts = lasts
    const given = [...this.#pieces().map(({ seq }) => seq), ...this.told().map(({ act }) => act)]
    this.#next = Math.max(0, ...given) + 1
  }

  /** Acts that an earlier run has left, the oldest first. */
  left(): Unfinished[] {
    const acts = Map.groupBy(this.#pieces(), ({ act }) => act)
    return [...acts].map(([act, [first, ...others]]) => {
      const pieces = first ? [first, ...others] : []
      const written = pieces.flatMap((piece) => unpackJson(piece.written) as unknown as Written[])
      return { act, name: first?.name ?? 'importRecords', written }
    })
  }

  /** A number that no piece has, and no act that is told of. */
  next(): number {
    return this.#next++
  }

  /** Notes some of what an act is about to write, in the place of what the piece had. Failure act-not-noted: the disk does not take it. */
  async note(piece: Pick<Piece, 'seq' | 'act' | 'name'>, written: readonly Written[]): Promise<void> {
    if (!this.#lasts) throw new Failure('act-not-noted')
    this.#meta.put('pieces', piece.seq, { ...piece, written: packJson(written) } satisfies Piece)
    try {
      await this.#meta.flushed()
    } catch (cause) {
      if (!(cause instanceof DiskRefusal)) throw cause
      this.#meta.removeAll('pieces', [piece.seq])
      throw new Failure('act-not-noted', {}, { cause })
    }
  }

  /** All of an act is done or taken back; resolves when the disk knows, or does not take it. */
  async end(act: number): Promise<void> {
    const own = this.#pieces().filter((piece) => piece.act === act)
    this.#meta.removeAll(
      'pieces',
      own.map(({ seq }) => seq),
    )
    await this.#meta.flushed().catch((error: unknown) => {
      if (!(error instanceof DiskRefusal)) throw error
    })
  }

  /** What is told of acts that were cut off. */
  told(): CutOff[] {
    return [...this.#meta.all<CutOff>('cutOff').values()]
  }

  /** Tells what became of an act that was cut off, besides what was told of it, until it is read. */
  tell(act: number, name: CommandName, { undone, kept }: Undone, failure: FailureCode | null = null): void {
    const before = this.#meta.get<CutOff>('cutOff', act)?.undone ?? 0
    const told: CutOff = { act, name, undone: before + recordsIn(undone), kept: recordsIn(kept), failure }
    this.#meta.put('cutOff', act, told)
  }

  /** It was read. */
  heard(act: number): void {
    this.#meta.remove('cutOff', act)
  }

  #pieces(): Piece[] {
    return [...this.#meta.all<Piece>('pieces').values()].sort((a, b) => a.seq - b.seq)
  }
}

function recordsIn(some: readonly Written[]): number {
  return new Set(some.map(({ collection, id }) => `${collection} ${id}`)).size
}
