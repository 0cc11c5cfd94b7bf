import { type Accessor, createEffect, createSignal, on, onCleanup, onMount } from 'solid-js'
import { createQuery } from '../../data/page/solid.tsx'
import { createMarking } from '../notifying/marking.ts'

/** Marks what is unread of a discussion as seen while it is looked at; it stays marked as new until the card is closed. */
export function createReading(about: Accessor<string>, root: () => HTMLElement | undefined) {
  const marking = createMarking()
  const answer = createQuery(() => ({ what: 'unread', about: about() }) as const)
  const isShown = createShown(root)
  const [fresh, setFresh] = createSignal<ReadonlySet<string>>(new Set())
  createEffect(
    on([() => answer()?.comments.join(' '), isShown], ([comments, shown]) => {
      const unread = answer()
      if (!unread || !comments) return
      setFresh((before) => new Set([...before, ...unread.comments]))
      if (shown) void marking.seen(unread.notices.filter((id) => unread.comments.some((one) => id.endsWith(one))))
    }),
  )
  return { isFresh: (id: string) => fresh().has(id) }
}

/** Whether a part of the page is in view, and the page is looked at. */
function createShown(root: () => HTMLElement | undefined): Accessor<boolean> {
  const [isInView, setInView] = createSignal(false)
  const [isLookedAt, setLookedAt] = createSignal(!document.hidden)
  const look = () => setLookedAt(!document.hidden)
  const observer = new IntersectionObserver((entries) => setInView(entries.at(-1)?.isIntersecting ?? false))
  document.addEventListener('visibilitychange', look)
  onMount(() => {
    const element = root()
    if (element) observer.observe(element)
  })
  onCleanup(() => {
    observer.disconnect()
    document.removeEventListener('visibilitychange', look)
  })
  return () => isInView() && isLookedAt()
}
