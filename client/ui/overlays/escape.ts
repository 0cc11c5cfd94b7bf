/**
 * Escape belongs first to a field in which something is typed and not saved: it brings back what was there; and to a toast
 * that has the focus: it goes. Only the next one closes what they stand in.
 */
export function holdsEscape(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-draft], .toasts')) event.preventDefault()
}
