/** How often the clock is looked at (ms): a timer set to midnight would sleep with the device. */
const LOOK = 60_000

/** Calls `act` soon after `today` has become another day, and `look` each minute; gives the way to end it. */
export function onTurn(today: () => string, act: () => void, look: () => void): () => void {
  let day = today()
  const timer = setInterval(() => {
    look()
    const now = today()
    if (now === day) return
    day = now
    act()
  }, LOOK)
  return () => clearInterval(timer)
}
