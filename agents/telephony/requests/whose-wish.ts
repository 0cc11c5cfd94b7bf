import { devices, people } from '../../../shared/company/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'

/** Who made a record, and who wrote what counts in it. */
type Written = Pick<Row<Collection>, 'madeBy' | 'since'>

/** Whose wish a call or an SMS is, as far as its phone is concerned; `unknown`: of some writer nothing is known here yet. */
export type Wish = 'owners' | 'others' | 'unknown'

/** The server’s own writes are nobody’s: it has no record of itself. */
const SERVER = 'server'

/**
 * Whether it is the wish of a phone's owner, by his account (SPEC BR15); null: a line of the company, which does what anybody asks for.
 * Devices of agents and of the command line are nobody's, and may; each has a record that says so.
 */
export function wishOf(find: Find, { madeBy, since = {} }: Written, owner: string | null): Wish {
  if (owner === null) return 'owners'
  const writers = [madeBy, ...Object.values(since).map(({ by }) => by)].filter((one) => one !== SERVER)
  const wishes = writers.map((replica) => {
    const device = find(devices, replica)
    if (device === null) return 'unknown'
    return device.person === null || find(people, device.person)?.user === owner ? 'owners' : 'others'
  })
  return (['others', 'unknown'] as const).find((one) => wishes.includes(one)) ?? 'owners'
}
