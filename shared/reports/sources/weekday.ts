/** The weekday of a day since 1970, from Monday on, `1` to `7`. */
export function weekdayOf(day: number | null): string | null {
  return day === null ? null : String(((((day + 3) % 7) + 7) % 7) + 1)
}
