import { createSignal } from 'solid-js'

/** A comment that somebody was led to from elsewhere. */
interface Lead {
  readonly about: string
  readonly comment: string
}

const [lead, setLead] = createSignal<Lead | null>(null)

/** Leads to a comment, once the card of what it is about is open. */
export function leadTo(about: string, comment: string): void {
  setLead({ about, comment })
}

/** The comment of a discussion that somebody is led to; null where nobody is. */
export function leadIn(about: string): string | null {
  const to = lead()
  return to?.about === about ? to.comment : null
}

/** The tab that a card is to open for it. */
export function tabLedTo(about: string): string | undefined {
  return leadIn(about) === null ? undefined : 'discussion'
}

/** It was found. */
export function endLead(): void {
  setLead(null)
}
