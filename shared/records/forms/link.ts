/** An address of the web: a host with a dot, before it `https://` or nothing. */
export function doubtOfLink(text: string): 'link' | null {
  return webAddressOf(text) === null ? 'link' : null
}

/** The address that a text leads to; null where it is none. Only the web's own schemes: nothing that would run. */
export function webAddressOf(text: string): string | null {
  const typed = text.trim()
  const full = /^https?:\/\//i.test(typed) ? typed : `https://${typed}`
  const isHost = URL.canParse(full) && /^[^\s.]+(\.[^\s.]+)+$/.test(new URL(full).hostname)
  return isHost && !/\s/.test(typed) ? full : null
}
