import { digest } from 'lib0/hash/sha256'
import type { Heard } from './collections.ts'

/** What a person is told at a time. */
export interface Ring {
  /** That of the record in `rings` that says what its person did about it. */
  readonly id: string
  /** What it is about, `<collection>/<id>`; of a reminder that stands by itself, that reminder. */
  readonly about: string
  /** When it is to ring, ms since 1970. */
  readonly at: number
  /** When it came to ring: at its time, or when it was asked for after that. */
  readonly since: number
  readonly subject: string
  /** When what it reminds of begins; null where it is no more than words. */
  readonly begins: number | null
  /** What begins then lasts whole days. */
  readonly isWholeDay: boolean
}

/** One time at which something begins. */
export interface Begins {
  /** Milliseconds since 1970; of a whole day, when that day begins in the company's zone. */
  readonly start: number
  readonly isWholeDay: boolean
  /** Where this one is called otherwise than the others. */
  readonly subject?: string | null
}

/** Something with a time that reminds of itself. */
export interface Reminding {
  readonly about: string
  readonly subject: string | null
  /** Who has it: reminders that name nobody are theirs. */
  readonly holders: readonly (string | null)[]
  readonly reminders: readonly {
    readonly person: string | null
    readonly before: number | null
    readonly madeAt: number
  }[]
  /** When it begins, as far as it does from one instant to another, both included. */
  begins(from: number, to: number): readonly Begins[]
}

/** Whose rings, and of what time: both instants included. */
export interface Asked {
  /** By id in `people`; an account of nobody has none. */
  readonly person: string | null
  /** The account: its document keeps what was heard. */
  readonly user: string
  readonly from: number
  readonly to: number
}

const MINUTE = 60_000

/** The rings of something with a time, for one person (SPEC Z1 to Z4). */
export function ringsOf(of: Reminding, asked: Asked): readonly Ring[] {
  const mine = of.reminders.filter(({ person }) => (person === null ? of.holders : [person]).includes(asked.person))
  const rings = mine.flatMap(({ before, madeAt }) => {
    const ahead = (before ?? 0) * MINUTE
    return of
      .begins(asked.from + ahead, asked.to + ahead)
      .filter(({ start }) => start >= madeAt)
      .map((begins) => ringFor(of, begins, { at: begins.start - ahead, madeAt, user: asked.user }))
  })
  return [...new Map(rings.map((ring) => [ring.id, ring])).values()]
}

interface Asking {
  readonly at: number
  readonly madeAt: number
  readonly user: string
}

function ringFor({ about, subject }: Reminding, begins: Begins, { at, madeAt, user }: Asking): Ring {
  const { start, isWholeDay } = begins
  const since = Math.max(at, madeAt)
  return {
    id: ringId(user, about, at),
    about,
    at,
    since,
    subject: begins.subject || (subject ?? ''),
    begins: start,
    isWholeDay,
  }
}

/** The id under which a person's word on a ring stands: what is moved to another time rings anew (SPEC Z3). */
export function ringId(user: string, about: string, at: number): string {
  const bytes = digest(new TextEncoder().encode(`${about}\u0000${at}`)).subarray(0, 10)
  return `${user}_${[...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')}`
}

/** When a ring is heard next, by what its person did about it; null: no more. */
export function ringsAt({ since }: Pick<Ring, 'since'>, heard: Heard | null): number | null {
  if (heard?.done) return null
  return Math.max(since, heard?.until ?? 0)
}
