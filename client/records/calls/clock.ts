const [MINUTE, HOUR] = [60, 3600]

/** How long a call lasts, as phones say it: `0:07`, `1:02:05`. Below nothing, where clocks differ, it is nothing. */
export function clockText(milliseconds: number): string {
  const whole = Math.max(0, Math.floor(milliseconds / 1000))
  const two = (part: number) => String(part).padStart(2, '0')
  const minutes = Math.floor((whole % HOUR) / MINUTE)
  const seconds = two(whole % MINUTE)
  return whole < HOUR ? `${minutes}:${seconds}` : `${Math.floor(whole / HOUR)}:${two(minutes)}:${seconds}`
}
