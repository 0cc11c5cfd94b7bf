import { type Accessor, createSignal, onCleanup } from 'solid-js'

/** At this width and below the frame has a bottom bar, and a card covers its list. */
export const NARROW = '(max-width: 720px)'
/** At this width and below, a tablet: the menu is folded to icons until it is opened, a card stands beside its list. */
export const MIDDLE = '(max-width: 1100px)'
/** At this width and below table rows become two-line cards. */
export const COMPACT = '(max-width: 600px)'
/** Fingers, not a mouse. */
export const COARSE = '(pointer: coarse)'

/** Whether the page answers a media query, kept while the owner lives. */
export function createMedia(query: string): Accessor<boolean> {
  const media = matchMedia(query)
  const [matches, setMatches] = createSignal(media.matches)
  const follow = () => setMatches(media.matches)
  media.addEventListener('change', follow)
  onCleanup(() => media.removeEventListener('change', follow))
  return matches
}
