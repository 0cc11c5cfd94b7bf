/** A quarter of a year in UTC, as it stands in a document's name: `2026Q4`. */
export type Quarter = string

/** The quarter that an instant (ms since 1970) lies in. */
export function quarterOf(time: number): Quarter {
  const date = new Date(time)
  return `${date.getUTCFullYear()}Q${Math.floor(date.getUTCMonth() / 3) + 1}`
}

/** The quarter after the given one. */
export function nextQuarter(quarter: Quarter): Quarter {
  const [year, number] = [Number(quarter.slice(0, 4)), Number(quarter.slice(5))]
  return number === 4 ? `${year + 1}Q1` : `${year}Q${number + 1}`
}

/** Whether `text` is a quarter between 2000Q1 and the one after `now`'s. */
export function isKnownQuarter(text: string, now: number): boolean {
  return /^\d{4}Q[1-4]$/.test(text) && text >= '2000Q1' && text <= nextQuarter(quarterOf(now))
}
