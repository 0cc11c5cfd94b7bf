import type { CollectionName } from '../../../shared/collections.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import { useData } from '../../data/page/solid.tsx'

/** The record that a card shows, and with what it begins where it is still to be made. */
export interface WrittenCard {
  readonly collection: CollectionName
  readonly id: string
  readonly begins: JsonObject | undefined
}

/**
 * Writes fields of a card's record. One that is still to be made is made with its first value: a card that is left untouched
 * leaves nothing behind.
 */
export function createWriting({ collection, id, begins }: WrittenCard) {
  const data = useData()
  const set = (values: JsonObject) => data.run('setRecord', { collection, id, values })
  let making: Promise<unknown> | undefined
  const make = (values: JsonObject) => {
    making = data.run('createRecord', { collection, id, values: { ...begins, ...values } })
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
