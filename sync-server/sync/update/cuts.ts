import { cutsNew } from '../../../shared/erasures/late.ts'
import { Failure } from '../../../shared/errors.ts'
import { cutOf, cutValue } from '../../../shared/records/packing/cut.ts'
import type { Opened } from '../documents/opened.ts'
import type { Brought } from './brought.ts'

/** Whether a customer was erased, by id. */
export type IsErased = (customer: string) => boolean

/**
 * Refuses what would bring back what was cut out of a record, or tell something new of who was erased (shared/erasures/SPEC ER8).
 * Failure person-erased.
 */
export function checkCuts({ doc }: Opened, brought: readonly Brought[], isErased: IsErased): void {
  for (const { collection, key, value } of brought) {
    const { id, path } = key
    const cut = cutOf(doc, collection, id)
    const bringsBack = cut !== null && JSON.stringify(cutValue(path, value, cut)) !== JSON.stringify(value)
    if (bringsBack || (path === '' && cutsNew(collection, value, isErased))) throw new Failure('person-erased', { id })
  }
}
