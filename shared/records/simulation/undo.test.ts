import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../collections.ts'
import { type Collection, fieldAt, own, readValue } from '../declarations/collection.ts'
import { isSameJson, type Json } from '../declarations/value.ts'
import { isEntryPath, type Stamped, Values } from '../reading/values.ts'
import type { Written } from '../writing/transaction.ts'
import type { Undone } from '../writing/undo.ts'
import { history } from './chance/steps.ts'
import { parameters } from './check.ts'
import type { Device } from './world/device.ts'
import { live } from './world/world.ts'

test('R14: undo puts back what is still the act’s own, keeps the rest, and says both', { timeout: 600_000 }, () => {
  const met = { undone: 0, kept: 0 }
  fc.assert(
    fc.property(history, fc.nat(), (lived, nth) => {
      const world = live(lived)
      const acts = world.acts.filter((act) => act.written.length > 0 && !act.written.some(isFact))
      const act = acts[nth % acts.length]
      if (!act) return
      const expected = new Expected(act.device)
      const goBack = [...act.written].reverse().filter((written) => expected.undo(written))
      const { result, refused } = world.run(act.device, { command: 'undoAct', args: { act: act.written } })
      expect(refused).toBeNull()
      const { undone, kept } = result as Undone
      expect(undone).toEqual(goBack)
      expect(undone.length + kept.length).toBe(act.written.length)
      expected.check()
      met.undone += undone.length
      met.kept += kept.length
    }),
    parameters(process.env, 300),
  )
  expect(met.undone).toBeGreaterThan(0)
  expect(met.kept).toBeGreaterThan(0)
})

/** What undoing must come to: goes back over an act from its last write to its first, on what each path then has. */
class Expected {
  readonly #device: Device
  readonly #now = new Map<string, { readonly at: Written; readonly value: Stamped | undefined }>()

  constructor(device: Device) {
    this.#device = device
  }

  /** Whether the write must go back. */
  undo(written: Written): boolean {
    const { path, stamp, before, after } = written
    const isMade = path === '' || isEntryPath(path)
    const at = isMade ? { ...written, path: path === '' ? 'gone' : `${path}/gone` } : written
    const place = `${at.document} ${at.id}/${at.path}`
    const value = this.#now.has(place) ? this.#now.get(place)?.value : valueAt(this.#device, at)
    const isOurs = value !== undefined && value.stamp.slice(12) === this.#device.name && isSameJson(value.value, after)
    const isDecision = isSameJson(before, after)
    const goesBack = isMade ? value?.value !== true : !isDecision && (value?.stamp === stamp || isOurs)
    const put = { stamp: `${'.'.repeat(12)}${this.#device.name}`, value: isMade ? true : before }
    this.#now.set(place, { at, value: goesBack ? put : value })
    return goesBack
  }

  /** Compares with what the device reads now. */
  check(): void {
    for (const { at, value } of this.#now.values()) {
      expect([at.key, at.path, reads(at, valueAt(this.#device, at)?.value)]).toEqual([
        at.key,
        at.path,
        reads(at, value?.value),
      ])
    }
  }
}

function isFact({ collection, path }: Written): boolean {
  return own(collectionOf(collection).lists, path.split('/')[0] ?? '')?.once ?? false
}

function valueAt(device: Device, { document, collection, id, path }: Written): Stamped | undefined {
  const set = device.held(document).records<Collection>(collectionOf(collection))
  return new Values(set.writes(id)).get(path)
}

function reads({ collection, path }: Written, value: Json | undefined): Json {
  const field = fieldAt(collectionOf(collection), path)
  return field ? readValue(field, value) : null
}

function collectionOf(name: string): Collection {
  const found: Collection | undefined = own(COLLECTIONS, name)
  if (!found) throw new RangeError(name)
  return found
}
