import { type Accessor, createSignal, onCleanup } from 'solid-js'

const MINUTE = 60_000

/** The present instant, a minute old at most; it does not move on while nobody looks. */
export function createClock(): Accessor<number> {
  const [now, setNow] = createSignal(Date.now())
  const moveOn = () => {
    if (document.visibilityState === 'visible') setNow(Date.now())
  }
  const timer = setInterval(moveOn, MINUTE)
  document.addEventListener('visibilitychange', moveOn)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', moveOn)
  })
  return now
}
