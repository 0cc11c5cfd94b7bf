const led = new WeakSet<HTMLElement>()

/**
 * Leads to a control when it comes onto the page, and never again: a ref of spread attributes is called anew with every
 * change of theirs, such as the sentence under a field that somebody has just left.
 */
export function focusOnce(control: HTMLElement): void {
  if (led.has(control)) return
  led.add(control)
  queueMicrotask(() => control.focus())
}
