import type { CollectionName } from '../../shared/collections.ts'
import { COLLECTIONS } from '../../shared/collections.ts'
import { FAMILIES } from '../../shared/documents/families.ts'
import type { Role } from '../../shared/documents/roles.ts'
import { useData } from '../data/page/solid.tsx'

/** Whether the signed-in account may write records of a collection: the same table that the server enforces. */
export function useMayWrite(collection: CollectionName): boolean {
  const { role } = useData().account
  const writers: readonly Role[] = FAMILIES[COLLECTIONS[collection].family as keyof typeof FAMILIES].writes
  return writers.includes(role)
}
