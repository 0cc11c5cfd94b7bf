/**
 * Escape belongs first to a field in which something is typed and not saved: it brings back what was there. Only the
 * next one closes what the field stands in.
 */
export function holdsDraft(event: KeyboardEvent): void {
  if (event.target instanceof Element && event.target.closest('[data-draft]')) event.preventDefault()
}
