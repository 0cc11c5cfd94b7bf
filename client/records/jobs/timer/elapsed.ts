const SECOND = 1_000
const MINUTE = 60 * SECOND
const HOUR = 60 * MINUTE

/** How long a timer runs, as clocks say it: `0:07`, and `:05` of a second more. Below nothing, where clocks differ, it is nothing. */
export function elapsedText(milliseconds: number): readonly [hours: string, seconds: string] {
  const whole = Math.max(0, milliseconds)
  const two = (part: number) => String(Math.floor(part)).padStart(2, '0')
  return [`${Math.floor(whole / HOUR)}:${two((whole % HOUR) / MINUTE)}`, `:${two((whole % MINUTE) / SECOND)}`]
}
