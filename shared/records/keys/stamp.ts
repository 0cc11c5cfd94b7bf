/**
 * A stamp orders the writes of all replicas: a hybrid logical clock reading with the replica's name as tie-break.
 *
 * Its text is `<time><count><replica>`: 9 base-36 digits of milliseconds since 1970, 3 base-36 digits that count
 * readings within one millisecond, and the replica. The first two are of fixed width, so stamps compare as strings.
 */
export type Stamp = string

const TIME = 9
const COUNT = 3
const TIMES = 36 ** TIME
const COUNTS = 36 ** COUNT
const FORM = /^[0-9a-z]{12}[A-Za-z0-9_-]{1,40}$/
/** A remote stamp further ahead than this does not advance our clock (SPEC R12). */
const AHEAD_LIMIT = 5 * 60_000

function write(time: number, count: number, replica: string): Stamp {
  return time.toString(36).padStart(TIME, '0') + count.toString(36).padStart(COUNT, '0') + replica
}

/** Milliseconds since 1970 that the stamp's writer read, corrected by its offset to the server. */
export function timeOf(stamp: Stamp): number {
  return Number.parseInt(stamp.slice(0, TIME), 36)
}

/** The replica that made the stamp. */
export function replicaOf(stamp: Stamp): string {
  return stamp.slice(TIME + COUNT)
}

/** The clock's reading in a stamp, without the replica. */
export function readingOf(stamp: Stamp): string {
  return stamp.slice(0, TIME + COUNT)
}

/** The stamp with the name of another replica. */
export function restamped(stamp: Stamp, replica: string): Stamp {
  return readingOf(stamp) + replica
}

/** Whether `text` can be a stamp made by a replica of the given name (any, when none is given). */
export function isStamp(text: string, replica?: string): boolean {
  if (!FORM.test(text)) return false
  return replica === undefined || (text.length === TIME + COUNT + replica.length && text.endsWith(replica))
}

/** The stamp's reading with another replica's name and the next count: always above it. RangeError at the end of time. */
function next(stamp: Stamp, replica: string): Stamp {
  const count = Number.parseInt(stamp.slice(TIME, TIME + COUNT), 36) + 1
  if (count < COUNTS) return write(timeOf(stamp), count, replica)
  if (timeOf(stamp) + 1 >= TIMES) throw new RangeError('No stamp can stand above the last one')
  return write(timeOf(stamp) + 1, 0, replica)
}

/** A replica's clock. `read` gives milliseconds since 1970, already corrected by the known offset to the server. */
export class Clock {
  readonly replica: string
  readonly #read: () => number
  #last: Stamp

  constructor(replica: string, read: () => number) {
    this.replica = replica
    this.#read = read
    this.#last = write(0, 0, replica)
  }

  /** Whole milliseconds since 1970, corrected by the known offset to the server. */
  now(): number {
    return Math.floor(this.#read())
  }

  /** A stamp above all that this clock gave or took in. */
  tick(): Stamp {
    const wall = write(this.now(), 0, this.replica)
    this.#last = wall > this.#last ? wall : next(this.#last, this.replica)
    return this.#last
  }

  /**
   * A stamp for a write over what its writer sees, `seen` being the highest stamp of that: always above it, so that
   * who edits what he sees wins, also over a device whose clock ran days ahead. Does not advance the clock to it.
   */
  tickOver(seen: Stamp | undefined): Stamp {
    const stamp = this.tick()
    return seen === undefined || stamp > seen ? stamp : next(seen, this.replica)
  }

  /** Takes in a stamp that was read; one that is more than five minutes ahead is left out. */
  see(stamp: Stamp): void {
    if (timeOf(stamp) > this.now() + AHEAD_LIMIT) return
    if (stamp > this.#last) this.#last = stamp
  }
}
