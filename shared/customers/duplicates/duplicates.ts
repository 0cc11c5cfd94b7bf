import type { Customer } from '../collections.ts'
import { DuplicateIndex } from './duplicate-index.ts'
import { type Compared, keysOf, SIGNS, type Sign } from './signs.ts'

/** Customers that may be one, and by what. */
export interface Candidates {
  readonly ids: readonly string[]
  readonly by: readonly Sign[]
}

/** Looks all customers through once. `country`: the company's, of phones. */
export function indexDuplicates(customers: Iterable<Customer>, country: string | null): DuplicateIndex {
  const index = new DuplicateIndex(country)
  for (const customer of customers) index.put(customer)
  return index
}

/** All customers that may be the same, what says most first; those that share several signs stand once. */
export function findDuplicates(index: DuplicateIndex): readonly Candidates[] {
  const sets = new Map<string, { ids: readonly string[]; by: Sign[] }>()
  for (const sign of SIGNS) {
    for (const ids of groupsBy(sign, index)) {
      const key = ids.join(' ')
      const known = sets.get(key)
      if (!known) sets.set(key, { ids, by: [sign] })
      else if (!known.by.includes(sign)) known.by.push(sign)
    }
  }
  return [...sets.values()]
}

/** Who is as `one` that is being entered, and by what; `id` is that of the record itself, where it has been written already. */
export function duplicatesOf(one: Compared, index: DuplicateIndex, id?: string): readonly Candidates[] {
  const found = new Map<string, Sign[]>()
  for (const sign of SIGNS) {
    const ids = [...keysOf(one, sign, index.country)].flatMap((key) => [...index.holders(sign, key)])
    for (const other of new Set(ids)) {
      const isBranch = sign === 'inn' && areBranches(one.kpp?.trim(), index.kpp(other))
      if (other !== id && !isBranch) found.set(other, [...(found.get(other) ?? []), sign])
    }
  }
  return Array.from(found, ([other, by]) => ({ ids: [other], by }))
}

function groupsBy(sign: Sign, index: DuplicateIndex): readonly (readonly string[])[] {
  const groups = index.shared(sign)
  return sign === 'inn' ? groups.flatMap((ids) => withoutBranches(ids, index)) : groups
}

/** Of one INN: those of each KPP, with those that have none. */
function withoutBranches(ids: readonly string[], index: DuplicateIndex): readonly (readonly string[])[] {
  const different = new Set(ids.flatMap((id) => index.kpp(id) ?? []))
  if (different.size < 2) return [ids]
  const branches = Array.from(different, (kpp) => ids.filter((id) => (index.kpp(id) ?? kpp) === kpp))
  return branches.filter((branch) => branch.length > 1)
}

function areBranches(a: string | undefined, b: string | undefined): boolean {
  return Boolean(a && b && a !== b)
}
