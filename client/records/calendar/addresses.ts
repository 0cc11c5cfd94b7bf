import type { People } from '../../../shared/calendar/ical/taking/outcome.ts'

/** Whom addresses of files mean: ids of people by address, in small letters. Of two with one address it is the first. */
export function addressesOf(people: readonly { readonly id: string; readonly email: string | null }[]): People {
  const found = people.flatMap(({ id, email }) => (email === null ? [] : [[email.toLowerCase(), id] as const]))
  return Object.fromEntries(found.toReversed())
}
