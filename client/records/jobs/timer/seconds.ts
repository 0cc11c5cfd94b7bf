import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import { useNow } from '../../now.tsx'

/** The present instant (ms), told each second while it is looked at. */
export function createSeconds(): Accessor<number> {
  const clock = useNow()
  const [now, setNow] = createSignal(clock())
  onMount(() => {
    const beat = setInterval(() => setNow(clock()), 1_000)
    onCleanup(() => clearInterval(beat))
  })
  return now
}
