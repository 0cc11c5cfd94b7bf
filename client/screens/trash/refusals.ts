import { REMOVABLE } from '../../../shared/collections.ts'
import type { PlainPath } from '../../../shared/locales/words.ts'
import { useData } from '../../data/page/solid.tsx'
import type { Removed } from '../../data/queries/query.ts'
import { useMayWrite } from '../../records/rights.ts'

/** Why a record cannot be restored by who looks, in words; null: it can. */
export type RefusalOf = (row: Removed) => PlainPath | null

/** Says what keeps a record from being restored here: the rights of the registry, or a newer program. */
export function createRefusals(): RefusalOf {
  const writable = new Set(REMOVABLE.filter((name) => useMayWrite(name)))
  const isReader = useData().account.role === 'viewer'
  return ({ collection, newer }) => {
    if (isReader) return 'trash.refused.reader'
    if (!writable.has(collection)) return 'trash.refused.role'
    return newer ? 'trash.refused.newer' : null
  }
}
