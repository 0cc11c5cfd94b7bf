import { expect, test } from 'vitest'
import { Refusals } from '../disk/refusals.ts'
import { TestDisk } from '../disk/testing/test-disk.ts'
import { Held } from './held.ts'
import { Meta } from './meta.ts'

async function heldOn(disk: TestDisk): Promise<Held> {
  return Held.open(await Meta.open({ disk, name: 'company/user', refusals: new Refusals() }))
}

test('which documents are here, and how far, is known to the program that starts next', async () => {
  const disk = new TestDisk()
  const held = await heldOn(disk)
  held.note('whole', 7)
  held.note('dropped', 7)
  held.drop('dropped')
  held.note('given up', 7)
  await held.giveUp('given up')
  const next = await heldOn(disk.copy())
  expect(next.documents().sort()).toEqual(['given up', 'whole'])
  expect(['whole', 'dropped'].map((name) => next.get(name))).toEqual([7, null])
  expect(next.get('given up')).not.toBe(7)
})
