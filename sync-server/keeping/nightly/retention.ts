import { Temporal } from 'temporal-polyfill'

/** How many days, weeks and months have a backup kept. */
export interface Keep {
  readonly daily: number
  readonly weekly: number
  readonly monthly: number
}

/** A backup as retention sees it. */
export interface Kept {
  /** Ms since 1970. */
  readonly made: number
  /** Documents that were damaged when it was made. */
  readonly damaged: readonly string[]
}

/** Whatever was made within this time stays, ms. */
const LATELY = 24 * 3600_000

/**
 * Those of the backups that are to go (SPEC K5): of the latest days, weeks and months that have any, the last of each
 * stays. Backups with damaged documents are counted by themselves, so that they never push out one that is sound.
 */
export function outdated<B extends Kept>(backups: readonly B[], keep: Keep, zone: string, now: number): B[] {
  const [sound, damaged] = [0, 1].map((is) => backups.filter((one) => Number(one.damaged.length > 0) === is))
  const staying = new Set([sound ?? [], damaged ?? []].flatMap((some) => latest(some, keep, zone)))
  return backups.filter((one) => !staying.has(one) && one.made < now - LATELY)
}

function latest<B extends Kept>(backups: readonly B[], { daily, weekly, monthly }: Keep, zone: string): B[] {
  const newestFirst = [...backups].sort((a, b) => b.made - a.made)
  const dayOf = ({ made }: B) => Temporal.Instant.fromEpochMilliseconds(made).toZonedDateTimeISO(zone).toPlainDate()
  const lastOf = (count: number, spanOf: (day: Temporal.PlainDate) => string) => {
    const bySpan = new Map<string, B>()
    for (const one of newestFirst) if (!bySpan.has(spanOf(dayOf(one)))) bySpan.set(spanOf(dayOf(one)), one)
    return [...bySpan.values()].slice(0, count)
  }
  return [
    ...lastOf(daily, String),
    ...lastOf(weekly, (day) => `${day.yearOfWeek} ${day.weekOfYear}`),
    ...lastOf(monthly, (day) => String(day.toPlainYearMonth())),
  ]
}
