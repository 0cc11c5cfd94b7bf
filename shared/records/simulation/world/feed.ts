import type { Collection } from '../../declarations/collection.ts'
import type { Change, RecordSet } from '../../reading/record-set.ts'

/** Folds a change feed from its start on, and checks each change against what was told before (SPEC R15). */
export class Feed {
  readonly set: RecordSet<Collection>
  /** Rows as told, by id, as JSON. */
  readonly told = new Map<string, string>()

  constructor(set: RecordSet<Collection>) {
    this.set = set
    for (const row of set.rows()) this.told.set(row.id, JSON.stringify(row))
    set.observe((changes) => this.#take(changes))
  }

  #take(changes: readonly Change[]): void {
    const ids = new Set(changes.map((change) => change.id))
    if (ids.size !== changes.length) throw new Error('R15: a record is told twice in one transaction')
    for (const { id, before, after } of changes) {
      const known = this.told.get(id)
      if ((before && JSON.stringify(before)) !== (known ?? null)) throw new Error(`R15: ${id} was told as ${known}`)
      if (after) this.told.set(id, JSON.stringify(after))
      else this.told.delete(id)
    }
  }
}
