import type { CalendarRecord } from '../../../../shared/calendar/collections.ts'
import type { Starts } from '../../../../shared/calendar/repeat/starts.ts'
import { readStarts } from '../../../../shared/calendar/slots/occurrences.ts'
import { type Span, type Times, whenOf } from '../../../../shared/calendar/slots/when.ts'
import { DAY_MS } from '../../../../shared/time/days.ts'

/** Records are kept by pieces of time of this length, ms. */
const PIECE = 30 * DAY_MS
/** Days are days of some zone: so far before and after UTC's they reach, ms. */
const SLACK = DAY_MS
/** What takes longer is looked at for every span. */
const MOST_PIECES = 14

/** Which records of a collection may stand in a span, by id. */
export class ByTime {
  readonly #pieces = new Map<number, Set<string>>()
  /** What is repeated, and what takes very long. */
  readonly #anyTime = new Set<string>()
  readonly #where = new Map<string, readonly Set<string>[]>()

  get size(): number {
    return this.#where.size
  }

  /** Takes a record in, or anew; `times` null: it stands nowhere. */
  put(id: string, times: Times | null, isRepeated = false): void {
    for (const piece of this.#where.get(id) ?? []) piece.delete(id)
    const pieces = times === null ? [] : isRepeated ? [this.#anyTime] : this.#piecesOf(times)
    for (const piece of pieces) piece.add(id)
    if (pieces.length > 0) this.#where.set(id, pieces)
    else this.#where.delete(id)
  }

  /** Those that may stand in the span; more than do. */
  *in({ from, to }: Span): Generator<string> {
    const seen = new Set<string>(this.#anyTime)
    yield* this.#anyTime
    for (let piece = pieceOf(from - SLACK); piece <= pieceOf(to + SLACK); piece++) {
      for (const id of this.#pieces.get(piece) ?? []) {
        if (!seen.has(id)) yield id
        seen.add(id)
      }
    }
  }

  #piecesOf(times: Times): readonly Set<string>[] {
    const when = whenOf(times)
    if (when === null) return []
    const [from, to] =
      when.day === null ? [when.start, when.end] : [Date.parse(when.day), Date.parse(when.lastDay) + DAY_MS]
    const [first, last] = [pieceOf(from), pieceOf(to)]
    if (last - first > MOST_PIECES) return [this.#anyTime]
    return Array.from({ length: last - first + 1 }, (_, index) => this.#piece(first + index))
  }

  #piece(number: number): Set<string> {
    const piece = this.#pieces.get(number) ?? new Set()
    this.#pieces.set(number, piece)
    return piece
  }
}

function pieceOf(instant: number): number {
  return Math.floor(instant / PIECE)
}

/** The times of rules, made once for each record as it was read. */
export class KnownStarts {
  readonly #known = new WeakMap<CalendarRecord, { readonly zone: string; readonly starts: Starts | null | 'unread' }>()

  of(record: CalendarRecord, companyZone: string): Starts | null | 'unread' {
    const known = this.#known.get(record)
    if (known?.zone === companyZone) return known.starts
    const starts = readStarts(record, companyZone)
    this.#known.set(record, { zone: companyZone, starts })
    return starts
  }
}
