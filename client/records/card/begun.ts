import { createEffect, createSignal, on } from 'solid-js'
import { COARSE, createMedia } from '../../ui/look/media.ts'

/** A list of a card to which something is added at its end. */
export interface BegunList {
  readonly count: () => number
  /** The last of what it shows. */
  readonly last: () => Element | null
  /** What takes the focus under fingers, where a keyboard would come up over the screen for a field. */
  readonly underFingers: () => HTMLElement | null
}

/** Gives what is called when something is added here: its first field then takes the focus, and it comes into view. */
export function createBegun(list: BegunList): () => void {
  const [isBegun, setBegun] = createSignal(false)
  const isCoarse = createMedia(COARSE)
  createEffect(
    on(list.count, (now, before = now) => {
      if (!isBegun() || now <= before) return
      setBegun(false)
      const last = list.last()
      const place = isCoarse() ? list.underFingers() : last?.querySelector('input')
      place?.focus({ preventScroll: true })
      last?.scrollIntoView({ block: 'nearest' })
    }),
  )
  return () => setBegun(true)
}
