/** When somebody works on a day, minutes since midnight. */
export interface Hours {
  readonly from: number
  readonly to: number
}

/** A week's working hours, Monday first; null is a day off. */
export type Week = readonly (Hours | null)[]

const DAYS = [1, 2, 3, 4, 5, 6, 7] as const
export const DAY_MINUTES = 24 * 60

/** What a week is until somebody says otherwise: five days from nine to six. */
export const USUAL_WEEK: Week = DAYS.map((day) => (day <= 5 ? { from: 9 * 60, to: 18 * 60 } : null))

/** Reads a week as it is kept: a line for each day that is worked, `1 09:00 18:00` for Mondays. Other lines say nothing. */
export function readWeek(lines: readonly string[]): Week {
  const days = new Map(lines.flatMap(readDay))
  return DAYS.map((day) => days.get(day) ?? null)
}

/** A week as it is kept. */
export function writeWeek(week: Week): readonly string[] {
  return DAYS.flatMap((day) => {
    const hours = week[day - 1]
    return hours ? [`${day} ${writeTime(hours.from)} ${writeTime(hours.to)}`] : []
  })
}

/** `09:30` for 570 minutes since midnight; `24:00` is the day's end. */
export function writeTime(minutes: number): string {
  return `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
}

/** Reads a time of day as people type it: «9», «9:30», «09.30», «0930». Minutes since midnight; undefined for no time. */
export function readTime(text: string): number | undefined {
  const [, hour, minute = '0'] = /^(\d{1,2})(?:[:. -]?(\d{2}))?$/.exec(text.trim()) ?? []
  if (hour === undefined || Number(minute) > 59) return undefined
  const minutes = Number(hour) * 60 + Number(minute)
  return minutes <= DAY_MINUTES ? minutes : undefined
}

function readDay(line: string): [number, Hours][] {
  const [day, ...times] = line.split(' ')
  const [from, to] = times.map(readTime)
  return from !== undefined && to !== undefined && from < to ? [[Number(day), { from, to }]] : []
}
