import type { FunnelBundle } from '../../../shared/funnel/index.ts'

/** What a document's columns say of its orders, in the order of their ids. */
type Numbers = Pick<FunnelBundle, 'texts' | 'sorts' | 'customers'>

/**
 * Which records of a collection refer to which other one by a field, as it is written there. What was noted is looked at when it is
 * asked for; of orders that stand from columns the numbers there tell of their customers, and no row of them is read.
 */
export class ByReference {
  readonly #referenceOf: (id: string) => string | null
  readonly #ids = new Map<string, Set<string>>()
  readonly #known = new Map<string, string>()
  /** Those that may refer to another one. */
  readonly #noted = new Set<string>()
  readonly #stood: { readonly ids: readonly string[]; readonly numbers: Numbers }[] = []

  constructor(referenceOf: (id: string) => string | null) {
    this.#referenceOf = referenceOf
  }

  /** A record has changed, come or gone. */
  note(id: string): void {
    this.#noted.add(id)
  }

  /** A document's orders stand from its columns: what was noted of them before is in these. */
  stand(ids: readonly string[], numbers: Numbers): void {
    this.#stood.push({ ids, numbers })
    if (this.#noted.size > 0) for (const id of ids) this.#noted.delete(id)
  }

  of(to: string): ReadonlySet<string> {
    for (const { ids, numbers } of this.#stood.splice(0)) this.#putAll(ids, numbers)
    for (const id of this.#noted) this.#put(id, this.#referenceOf(id))
    this.#noted.clear()
    return this.#ids.get(to) ?? new Set()
  }

  #putAll(ids: readonly string[], { texts, sorts, customers }: Numbers): void {
    for (const [at, id] of ids.entries()) {
      if (this.#noted.has(id)) continue
      // Of one that no report counts nothing stands there.
      if (sorts[at] === 0) this.#noted.add(id)
      else this.#put(id, texts[customers[at] ?? -1] ?? null)
    }
  }

  #put(id: string, to: string | null): void {
    const before = this.#known.get(id)
    if (before === to) return
    if (before !== undefined) this.#ids.get(before)?.delete(id)
    this.#known.delete(id)
    if (to === null) return
    this.#known.set(id, to)
    const ids = this.#ids.get(to) ?? new Set()
    this.#ids.set(to, ids.add(id))
  }
}
