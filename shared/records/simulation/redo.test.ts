import fc from 'fast-check'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../../collections.ts'
import { type Collection, own } from '../declarations/collection.ts'
import { replicaOf } from '../keys/stamp.ts'
import { Values } from '../reading/values.ts'
import type { Written } from '../writing/transaction.ts'
import type { Act } from './chance/choose.ts'
import { want } from './chance/deeds.ts'
import { DEVICES, history } from './chance/steps.ts'
import { parameters } from './check.ts'
import type { Device } from './world/device.ts'
import { live, type World } from './world/world.ts'

const meddling = fc.array(fc.record({ by: fc.nat({ max: DEVICES - 1 }), want }), { maxLength: 12 })
const stack = fc.integer({ min: 1, max: 8 })

test('R14: undone one behind the other and repeated, all reads as before', { timeout: 600_000 }, () => {
  let repeated = 0
  fc.assert(
    fc.property(history, fc.nat({ max: DEVICES - 1 }), stack, (lived, by, depth) => {
      const world = live(lived)
      const device = world.device(by)
      const acts = latestActs(world, device, depth)
      const touched = acts.flatMap((act) => act.written)
      const before = readings(device, touched)
      const undos = acts.map((act) => undo(world, device, act))
      for (const one of undos.toReversed()) repeated += undo(world, device, one).written.length
      expect(readings(device, touched)).toEqual(before)
    }),
    parameters(process.env, 200),
  )
  expect(repeated).toBeGreaterThan(0)
})

test('R14: what somebody has written since the undo, repeating leaves alone', { timeout: 600_000 }, () => {
  const met = { repeated: 0, kept: 0 }
  fc.assert(
    fc.property(history, fc.nat({ max: DEVICES - 1 }), stack, meddling, (lived, by, depth, others) => {
      const world = live(lived)
      const device = world.device(by)
      const undos = latestActs(world, device, depth).map((act) => undo(world, device, act))
      world.settle()
      for (const other of others) if (other.by !== by) world.take({ step: 'act', ...other })
      world.settle()
      const written = undos.flatMap((act) => act.written)
      const theirs = winners(device, written).filter(([, stamp]) => replicaOf(stamp) !== device.name)
      for (const one of undos.toReversed()) met.repeated += undo(world, device, one).written.length
      const after = new Map(winners(device, written))
      for (const [place, stamp] of theirs) expect([place, after.get(place)]).toEqual([place, stamp])
      met.kept += theirs.length
    }),
    parameters(process.env, 200),
  )
  expect(met.repeated).toBeGreaterThan(0)
  expect(met.kept).toBeGreaterThan(0)
})

/** A device's latest acts, latest first; facts are undone by their own counter-facts, which read otherwise. */
function latestActs({ acts }: World, device: Device, depth: number): Act[] {
  const own = acts.filter((act) => act.device === device && act.written.length > 0 && !act.written.some(isFact))
  return own.slice(-depth).toReversed()
}

function undo(world: World, device: Device, act: Act): Act {
  const done = world.run(device, { command: 'undoAct', args: { act: act.written } })
  expect(done.refused).toBeNull()
  return done
}

function isFact({ collection, path }: Written): boolean {
  return own(collectionOf(collection).lists, path.split('/')[0] ?? '')?.once ?? false
}

/** How the records read that were written, but for when they were changed last, or removed and by whom. */
function readings(device: Device, written: readonly Written[]) {
  return written.map(({ document, collection, id }) => {
    const row = device.held(document).records<Collection>(collectionOf(collection)).get(id)
    return row && { ...row, changedAt: 0, goneAt: 0, goneBy: '', since: {} }
  })
}

/** The stamp that stands at each written path. */
function winners(device: Device, written: readonly Written[]): [place: string, stamp: string][] {
  return written.flatMap(({ document, collection, id, path }) => {
    const set = device.held(document).records<Collection>(collectionOf(collection))
    const stamp = new Values(set.writes(id)).get(path)?.stamp
    return stamp === undefined ? [] : [[`${document} ${collection} ${id}/${path}`, stamp] as [string, string]]
  })
}

function collectionOf(name: string): Collection {
  const found: Collection | undefined = own(COLLECTIONS, name)
  if (!found) throw new RangeError(name)
  return found
}
