/** Something, an @, and a domain with a dot: whether a letter arrives is known by sending one alone. */
const EMAIL = /^[^\s@,;<>]+@[^\s@,;<>.]+(\.[^\s@,;<>.]+)+$/

/** What seems wrong about an e-mail address; null where nothing does. */
export function doubtOfEmail(text: string): 'email' | null {
  return EMAIL.test(text.trim()) ? null : 'email'
}
