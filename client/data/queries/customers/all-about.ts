import { parseBasis } from '../../../../shared/basis/basis.ts'
import { customers } from '../../../../shared/customers/collections.ts'
import type { Directory } from '../directory.ts'

/** What a record is named by, `<collection>/<id>`; of a customer, all that were merged into it, too (discussion/SPEC D6). */
export function allAbout(directory: Directory, about: string): string[] {
  const named = parseBasis(about)
  if (named?.collection !== customers.name) return [about]
  return [about, ...directory.mergedInto(named.id).map(({ id }) => `${customers.name}/${id}`)]
}
