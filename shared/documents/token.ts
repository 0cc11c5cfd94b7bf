/** With what a document is asked for: who asks, and of which generation his copy is, null for none (ARCHITECTURE §4). */
export interface Token {
  readonly who: string
  readonly generation: string | null
}

/** The text of a token: `<who>`, or `<who>@<generation>`. */
export function formatToken({ who, generation }: Token): string {
  return generation === null ? who : `${who}@${generation}`
}

/** Reads a token; any text is one. */
export function parseToken(text: string): Token {
  const at = text.lastIndexOf('@')
  return at === -1 ? { who: text, generation: null } : { who: text.slice(0, at), generation: text.slice(at + 1) }
}
