import type { Job, SpentEntry } from './collections.ts'

/** Milliseconds in a thousandth of an hour. */
const THOUSANDTH = 3_600

/** What an entry's time is told by. */
export type Told = Pick<SpentEntry, 'from' | 'until' | 'hours'>

/** Thousandths of an hour between two instants (ms), rounded half up once; none where the end is before the start (SPEC Q22). */
export function hoursBetween(from: number, until: number): number {
  return Math.max(0, Math.round((until - from) / THOUSANDTH))
}

/** Whether an entry is a timer that nobody has stopped. */
export function isOpen({ from, until, hours }: Told): boolean {
  return hours === null && from !== null && until === null
}

/** Thousandths of an hour that an entry counts for (SPEC Q21 to Q23): none while it runs, or where it says nothing. */
export function hoursOf({ from, until, hours }: Told): number {
  if (hours !== null) return Math.max(0, hours)
  return from === null || until === null ? 0 : hoursBetween(from, until)
}

/** Thousandths of an hour that a job took: the sum of its entries, exact (SPEC Q24). */
export function spentOn({ spent }: Pick<Job, 'spent'>): number {
  return spent.reduce((sum, entry) => sum + hoursOf(entry), 0)
}

/** The same by person, in the order in which they first stand there; null is nobody. */
export function spentByPerson({ spent }: Pick<Job, 'spent'>): ReadonlyMap<string | null, number> {
  const byPerson = new Map<string | null, number>()
  for (const entry of spent) byPerson.set(entry.person, (byPerson.get(entry.person) ?? 0) + hoursOf(entry))
  return byPerson
}
