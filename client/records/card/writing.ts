import type { CollectionName } from '../../../shared/collections.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import { useData } from '../../data/page/solid.tsx'

/** The record that a card shows, and with what it begins where it is still to be made. */
export interface WrittenCard {
  readonly collection: CollectionName
  readonly id: string
  readonly begins: JsonObject | undefined
  /** Writes fields, and makes the record where it is not there; left out, the plain commands do. */
  readonly set?: ((id: string, values: JsonObject) => Promise<unknown>) | undefined
}

/**
 * Writes fields of a card's record. One that is still to be made is made with its first value: a card that is left untouched
 * leaves nothing behind.
 */
export function createWriting({ collection, id, begins, set: own }: WrittenCard) {
  const data = useData()
  const set = (values: JsonObject) => own?.(id, values) ?? data.run('setRecord', { collection, id, values })
  let making: Promise<unknown> | undefined
  const make = (values: JsonObject) => {
    const all = { ...begins, ...values }
    making = own?.(id, all) ?? data.run('createRecord', { collection, id, values: all })
    making.catch(() => {
      // Whoever filled it in hears of it; the next value tries again.
      making = undefined
    })
    return making
  }
  return (field: string, value: Json): Promise<unknown> => {
    const values = { [field]: value }
    if (begins === undefined) return set(values)
    return making ? making.then(() => set(values)) : make(values)
  }
}
