/** How often it is looked whether a new day has begun (ms): a timer set to midnight would sleep with the device. */
const LOOK = 60_000

/** Calls `act` soon after `today` has become another day; gives the way to end it. */
export function onDayTurn(today: () => string, act: () => void): () => void {
  let day = today()
  const timer = setInterval(() => {
    const now = today()
    if (now === day) return
    day = now
    act()
  }, LOOK)
  return () => clearInterval(timer)
}
