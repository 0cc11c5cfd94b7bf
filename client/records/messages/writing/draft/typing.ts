import { createEffect, createSignal, untrack } from 'solid-js'
import { draftKeyOf } from '../begun/opening.ts'
import type { MessageStart } from '../begun/start.ts'
import type { Opened, Typed } from '../begun/typed.ts'
import { createElsewhere, KnownVersions, textOf } from './elsewhere.ts'

/** What is typed in, committed or still being written; and what another tab writes of the same draft, which is followed until somebody writes here. */
export function createTyping(start: MessageStart, opened: Opened) {
  const [typed, setTyped] = createSignal<Typed>(opened.typed)
  /** What is written and not committed yet. */
  const [noted, note] = createSignal<() => Partial<Typed>>()
  const standing = () => ({ ...typed(), ...noted()?.() })
  const known = new KnownVersions()
  known.add(opened)
  const elsewhere = createElsewhere(start.made ? null : draftKeyOf(start), known)
  let followed = opened.typed
  /** What is put into a field from elsewhere is noted as if it were written there. */
  const isAsFollowed = () => textOf({ id: opened.id, typed: standing() }) === textOf({ id: opened.id, typed: followed })
  const isUntouched = () => typed() === followed && (noted() === undefined || isAsFollowed())
  createEffect(() => {
    const there = elsewhere()
    if (there?.id !== opened.id || !untrack(isUntouched)) return
    known.add(there)
    followed = there.typed
    setTyped(there.typed)
  })
  return {
    typed,
    standing,
    known,
    /** Tells that something was written, without working out what. */
    changes: () => [typed(), noted()],
    change: (changed: (before: Typed) => Typed) => {
      setTyped(changed(standing()))
      note(undefined)
    },
    /** As it is written: kept as a draft. */
    note: (written: () => Partial<Typed>) => void note(() => written),
    /** Nobody has written here. */
    isUntouched,
    /** It shows what another tab has kept. */
    isFollowing: () => followed !== opened.typed && isUntouched(),
    /** Another tab writes the same draft, too. */
    isElsewhere: () => elsewhere() !== null,
  }
}
