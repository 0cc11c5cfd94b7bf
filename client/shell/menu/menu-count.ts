import { type Accessor, createSignal, onCleanup } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import type { MenuRow } from './menu.ts'

/** All letters and calls are looked at for it: not before the first screen stands, ms. */
const LATER = 3000

/** How much is new behind an item of the menu: unread letters, missed calls that are to be called back. */
export function createMenuCount(id: () => MenuRow['id']): Accessor<number | undefined> {
  const [isTime, setTime] = createSignal(false)
  const timer = setTimeout(() => setTime(true), LATER)
  onCleanup(() => clearTimeout(timer))
  const boxes = createQuery(() => (id() === 'mail' && isTime() ? ({ what: 'mailBoxes' } as const) : null))
  const calls = createQuery(() => (id() === 'calls' && isTime() ? ({ what: 'missedCalls' } as const) : null))
  return () => boxes()?.unread || calls()?.mine || undefined
}
