import { type Accessor, createSignal, onCleanup, untrack } from 'solid-js'
import { useNow } from '../now.tsx'

const MINUTE = 60_000

/** The present instant, a minute old at most; it does not move on while nobody looks. */
export function createClock(): Accessor<number> {
  const time = useNow()
  const [now, setNow] = createSignal(untrack(time))
  const moveOn = () => {
    if (document.visibilityState === 'visible') setNow(untrack(time))
  }
  const timer = setInterval(moveOn, MINUTE)
  document.addEventListener('visibilitychange', moveOn)
  onCleanup(() => {
    clearInterval(timer)
    document.removeEventListener('visibilitychange', moveOn)
  })
  return now
}
