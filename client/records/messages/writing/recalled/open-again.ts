import { createSignal } from 'solid-js'
import type { MessageStart } from '../begun/start.ts'
import type { Opened } from '../begun/typed.ts'

/** A message that was called off and is written on. */
export interface Recalled {
  readonly start: MessageStart
  readonly opened: Opened
}

/** The one that is written on now, on this page; null: none. */
export const [recalled, setRecalled] = createSignal<Recalled | null>(null)
