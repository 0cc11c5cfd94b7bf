import type { Accessor } from 'solid-js'
import { placeAfter } from '../../../shared/records/declarations/place.ts'
import type { JsonObject } from '../../../shared/records/declarations/value.ts'
import { newEntryId } from '../../../shared/records/keys/id.ts'
import { type Rule, rules } from '../../../shared/rules/collections.ts'
import type { SavedRule } from '../../../shared/rules/save-rule.ts'
import { createEvery, useData } from '../../data/page/solid.tsx'

type SavedActions = NonNullable<SavedRule['actions']>

/** Writes values of a rule, which is made where it is not there, and of its actions. Rejects with the Failure for which it is not written. */
export function createRuleSaving() {
  const data = useData()
  const every = createEvery(rules)
  return (id: string, values: JsonObject, actions: SavedActions = {}) => {
    const others = every().flatMap((one) => (one.id === id || one.gone ? [] : [one.id]))
    return data.run('saveRule', { id, values, actions, others })
  }
}

/** Writes of a rule that is there; each rejects as saving does. */
export function createRuleWrites(rule: Accessor<Rule>) {
  const save = createRuleSaving()
  const setActions = (actions: SavedActions) => save(rule().id, {}, actions)
  /** Adds an action at the end; gives its id. */
  const add = async (values: JsonObject): Promise<string> => {
    const entry = newEntryId()
    await setActions({ [entry]: { ...values, place: placeAfter(rule().actions) } })
    return entry
  }
  return {
    set: (values: JsonObject) => save(rule().id, values),
    setAction: (action: string, values: JsonObject) => setActions({ [action]: values }),
    /** Where actions stand, by their ids. */
    place: (places: readonly (readonly [action: string, place: string])[]) =>
      setActions(Object.fromEntries(places.map(([action, place]) => [action, { place }]))),
    add,
  }
}
