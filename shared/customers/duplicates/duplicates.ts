import type { Customer } from '../collections.ts'
import { followed } from '../merging/followed.ts'
import { type Compared, keysOf, SIGNS, type Sign } from './signs.ts'

/** Customers that may be one, and by what. */
export interface Candidates {
  readonly ids: readonly string[]
  readonly by: readonly Sign[]
}

/** Who has which key, by sign. */
export interface DuplicateIndex {
  readonly country: string | null
  readonly byKey: { readonly [S in Sign]: ReadonlyMap<string, readonly string[]> }
  /** KPPs by id, of those that have one. */
  readonly kpps: ReadonlyMap<string, string>
}

/** Looks all customers through once; such as were removed or merged are not compared. `country`: the company's, of phones. */
export function indexDuplicates(customers: Iterable<Customer>, country: string | null): DuplicateIndex {
  const all = new Map(Array.from(customers, (one) => [one.id, one]))
  const mergedInto = (id: string) => all.get(id)?.mergedInto
  const standing = [...all.values()].filter(({ id, gone }) => !gone && followed(id, mergedInto) === id)
  return {
    country,
    byKey: {
      inn: indexBy('inn', standing, country),
      phone: indexBy('phone', standing, country),
      email: indexBy('email', standing, country),
      address: indexBy('address', standing, country),
      name: indexBy('name', standing, country),
    },
    kpps: new Map(standing.flatMap(({ id, kpp }) => (kpp ? [[id, kpp.trim()] as const] : []))),
  }
}

function indexBy(sign: Sign, standing: readonly Customer[], country: string | null): Map<string, readonly string[]> {
  const index = new Map<string, string[]>()
  for (const customer of standing) {
    for (const key of keysOf(customer, sign, country)) {
      const ids = index.get(key)
      if (ids) ids.push(customer.id)
      else index.set(key, [customer.id])
    }
  }
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
    const ids = [...keysOf(one, sign, index.country)].flatMap((key) => index.byKey[sign].get(key) ?? [])
    for (const other of new Set(ids)) {
      const isBranch = sign === 'inn' && areBranches(one.kpp?.trim(), index.kpps.get(other))
      if (other !== id && !isBranch) found.set(other, [...(found.get(other) ?? []), sign])
    }
  }
  return Array.from(found, ([other, by]) => ({ ids: [other], by }))
}

function groupsBy(sign: Sign, { byKey, kpps }: DuplicateIndex): readonly (readonly string[])[] {
  const groups = [...byKey[sign].values()].filter((ids) => ids.length > 1)
  return sign === 'inn' ? groups.flatMap((ids) => withoutBranches(ids, kpps)) : groups
}

/** Of one INN: those of each KPP, with those that have none. */
function withoutBranches(ids: readonly string[], kpps: DuplicateIndex['kpps']): readonly (readonly string[])[] {
  const different = new Set(ids.flatMap((id) => kpps.get(id) ?? []))
  if (different.size < 2) return [ids]
  const branches = Array.from(different, (kpp) => ids.filter((id) => (kpps.get(id) ?? kpp) === kpp))
  return branches.filter((branch) => branch.length > 1)
}

function areBranches(a: string | undefined, b: string | undefined): boolean {
  return Boolean(a && b && a !== b)
}
