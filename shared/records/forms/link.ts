/** An address of the web: a host with a dot, before it `https://` or nothing, or any host behind `https://`. */
export function doubtOfLink(text: string): 'link' | null {
  return webAddressOf(text) === null ? 'link' : null
}

/**
 * The address that a text leads to; null where it is none. Only the web's own schemes: nothing that would run. A host without a dot, a
 * machine of the office, has its scheme before it.
 */
export function webAddressOf(text: string): string | null {
  const typed = text.trim()
  const hasScheme = /^https?:\/\//i.test(typed)
  const full = hasScheme ? typed : `https://${typed}`
  const host = hasScheme ? /^[^\s.]+(\.[^\s.]+)*$/ : /^[^\s.]+(\.[^\s.]+)+$/
  const isHost = URL.canParse(full) && host.test(new URL(full).hostname)
  return isHost && !/\s/.test(typed) ? full : null
}
