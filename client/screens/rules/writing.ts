import type { Accessor } from 'solid-js'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import type { Rule } from '../../../shared/rules/collections.ts'
import { useData } from '../../data/page/solid.tsx'

/** Writes of a rule and of its actions; each rejects with the Failure for which it is not written. */
export interface RuleWrites {
  readonly set: (values: JsonObject) => Promise<unknown>
  readonly setAction: (action: string, values: JsonObject) => Promise<unknown>
  /** Where actions stand, by their ids. */
  readonly place: (places: readonly (readonly [action: string, place: string])[]) => Promise<unknown>
  /** Adds an action at the end; gives its id. */
  readonly add: (values: JsonObject) => Promise<string>
}

export function createRuleWrites(rule: Accessor<Rule>): RuleWrites {
  const data = useData()
  const at = () => ({ collection: 'rules', id: rule().id }) as const
  const set = (values: JsonObject) => data.run('setRecord', { ...at(), values })
  const add = async (values: JsonObject) => {
    const entry = newEntryId()
    await data.run('addEntry', { ...at(), list: 'actions', values, entry })
    return entry
  }
  return {
    set,
    setAction: (action, values) =>
      set(Object.fromEntries(Object.entries(values).map(([field, value]) => [`actions/${action}/${field}`, value]))),
    place: (places) => set(Object.fromEntries(places.map(([action, place]) => [`actions/${action}/place`, place]))),
    add,
  }
}
