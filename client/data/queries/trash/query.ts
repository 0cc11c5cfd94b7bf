import type { Removable } from '../../../../shared/collections.ts'
import type { Item } from '../item.ts'

/** «Корзина»: removed records of every collection, the last removed first. */
export interface TrashQuery {
  readonly what: 'trash'
  /** Of one collection; null: of all. */
  readonly collection: Removable | null
  readonly search: string
  /** Positions; `to` is the first that is not wanted. */
  readonly from: number
  readonly to: number
}

/** A record that was removed. */
export interface Removed {
  /** Its collection and its own id: of another collection's record the id may be the same. */
  readonly id: string
  readonly collection: Removable
  /** As lists show it. */
  readonly item: Item
  readonly at: number
  /** Whoever removed it: the holder of the device, else the device; null where neither is known. */
  readonly by: string | null
  /** Written by a newer program: this one changes nothing of it. */
  readonly newer: boolean
}

export interface TrashAnswer {
  readonly what: 'trash'
  /** Records in all. */
  readonly count: number
  /** How many removed records there are by collection, whatever is searched for. */
  readonly counts: { readonly [C in Removable]?: number }
  readonly from: number
  readonly rows: readonly Removed[]
}
