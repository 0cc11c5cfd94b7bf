import { type Call, calls } from '../../../shared/calls/collections.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import type { Find } from '../../../shared/messages/parameters/around.ts'

/**
 * Whether whoever asked for a call may have that phone dial, by its owner's account (SPEC BR15); null: a line of the company. Devices of
 * agents and of the command line are nobody's, and may.
 */
export function mayAsk(find: Find, { madeBy, since }: Pick<Call, 'madeBy' | 'since'>, owner: string | null): boolean {
  if (owner === null) return true
  const writers = [madeBy, ...calls.since.flatMap((field) => since?.[field]?.by ?? [])]
  return writers.every((replica) => {
    const person = find(devices, replica)?.person ?? null
    return person === null || find(people, person)?.user === owner
  })
}
