import type { CollectionName } from '../../shared/collections.ts'
import { COLLECTIONS } from '../../shared/collections.ts'
import { FAMILIES } from '../../shared/documents/families.ts'
import type { Role } from '../../shared/documents/roles.ts'
import { useData } from '../data/page/solid.tsx'

/** Whether the signed-in account may read records of a collection. */
export function useMayRead(collection: CollectionName): boolean {
  const { role } = useData().account
  return rolesOf(collection).reads.includes(role)
}

/** Whether the signed-in account may write records of a collection: the same table that the server enforces. */
export function useMayWrite(collection: CollectionName): boolean {
  const { role } = useData().account
  return rolesOf(collection).writes.includes(role)
}

function rolesOf(collection: CollectionName): { readonly reads: readonly Role[]; readonly writes: readonly Role[] } {
  return FAMILIES[COLLECTIONS[collection].family as keyof typeof FAMILIES]
}
