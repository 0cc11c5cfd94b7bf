import { devices, people } from '../../../shared/company/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'
import type { Collection, Row } from '../../../shared/records/declarations/collection.ts'

/** Who made a record, and who wrote what counts in it. */
type Written = Pick<Row<Collection>, 'madeBy' | 'since'>

/**
 * Whether whoever asked for a call or an SMS may have that phone do it, by its owner's account (SPEC BR15); null: a line of the company.
 * Devices of agents and of the command line are nobody's, and may.
 */
export function mayAsk(find: Find, { madeBy, since = {} }: Written, owner: string | null): boolean {
  if (owner === null) return true
  const writers = [madeBy, ...Object.values(since).map(({ by }) => by)]
  return writers.every((replica) => {
    const person = find(devices, replica)?.person ?? null
    return person === null || find(people, person)?.user === owner
  })
}
