/** What both sides say of a letter. */
export interface Marks {
  readonly seen: boolean
  readonly flagged: boolean
  readonly answered: boolean
}

const FLAGS = { seen: '\\Seen', flagged: '\\Flagged', answered: '\\Answered' } as const
export const MARKS = Object.keys(FLAGS) as readonly (keyof Marks)[]

/** Nobody knows what both sides last agreed on: what the server says counts. */
export const UNKNOWN = '?'

/** The marks in IMAP's flags; null where nothing is known. */
export function marksOf(flags: string): Marks | null {
  if (flags === UNKNOWN) return null
  const all = new Set(flags.toLowerCase().split(' '))
  const has = (mark: keyof Marks) => all.has(FLAGS[mark].toLowerCase())
  return { seen: has('seen'), flagged: has('flagged'), answered: has('answered') }
}

/** Marks as the ledger keeps them: those flags that are compared, in one order. */
export function flagsOf(marks: Marks): string {
  return MARKS.filter((mark) => marks[mark])
    .map((mark) => FLAGS[mark])
    .join(' ')
}

/** What is to be done so that both sides say the same, and what they say then. */
export interface Settled {
  readonly set: readonly string[]
  readonly unset: readonly string[]
  /** Null: the record says so already. */
  readonly record: Partial<Marks> | null
  readonly agreed: Marks
}

/**
 * Compares what both sides say with what they agreed on last: where the record differs from that, somebody did it here, and it is carried to
 * the server; else the server counts. What is read here is carried only where the account says so.
 */
export function settle(agreed: Marks | null, server: Marks, record: Marks, marksSeen: boolean): Settled {
  const isOurs = (mark: keyof Marks) =>
    agreed !== null && record[mark] !== agreed[mark] && (mark !== 'seen' || marksSeen || server.seen === agreed.seen)
  const value = (mark: keyof Marks) => (isOurs(mark) ? record[mark] : server[mark])
  const carries = (mark: keyof Marks) => isOurs(mark) && (mark !== 'seen' || marksSeen) && server[mark] !== record[mark]
  const names = (wanted: boolean) =>
    MARKS.filter((mark) => carries(mark) && record[mark] === wanted).map((mark) => FLAGS[mark])
  const written = MARKS.filter((mark) => value(mark) !== record[mark])
  // What is read here alone is not what both sides say.
  const keeps = (mark: keyof Marks) => (isOurs(mark) && !carries(mark) ? server[mark] : value(mark))
  return {
    set: names(true),
    unset: names(false),
    record: written.length === 0 ? null : Object.fromEntries(written.map((mark) => [mark, value(mark)])),
    agreed: { seen: keeps('seen'), flagged: keeps('flagged'), answered: keeps('answered') },
  }
}
