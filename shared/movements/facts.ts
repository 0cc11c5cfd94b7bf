import type { Order } from '../orders/collections.ts'

interface Fact {
  readonly id: string
  readonly undoes: string | null
}

/** The facts that count: neither taken back, nor made to take another one back (SPEC M2). */
export function standing<F extends Fact>(facts: readonly F[]): readonly F[] {
  if (facts.every(({ undoes }) => undoes === null)) return facts
  const undoers = Map.groupBy(
    facts.filter(({ undoes }) => undoes !== null),
    ({ undoes }) => undoes,
  )
  // Those that lead back to a fact form a tree: each takes back one other.
  const holds = ({ id }: F): boolean => !(undoers.get(id) ?? []).some(holds)
  return facts.filter((fact) => fact.undoes === null && holds(fact))
}

/** Whether a fact, one that takes another back among them, holds: no other that holds takes it back. */
export function isStanding(facts: readonly Fact[], id: string): boolean {
  const fact = facts.find((one) => one.id === id)
  if (!fact) return false
  return standing(facts.map((one) => (one === fact ? { ...one, undoes: null } : one))).some((one) => one.id === id)
}

/** Whether anything happened that counts. */
export function hasFacts({ shipments, payments }: Pick<Order, 'shipments' | 'payments'>): boolean {
  return standing(shipments).length + standing(payments).length > 0
}
