import { createSignal } from 'solid-js'
import type { MessageStart } from '../start.ts'
import type { Opened } from '../typed.ts'

/** A message that was called off and is written on. */
export interface Recalled {
  readonly start: MessageStart
  readonly opened: Opened
}

/** The one that is written on now, on this page; null: none. */
export const [recalled, setRecalled] = createSignal<Recalled | null>(null)
