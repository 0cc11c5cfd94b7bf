import { expect, test } from 'vitest'
import { memoryDisk } from '../disk/memory-disk.ts'
import { Refusals } from '../disk/refusals.ts'
import { InStep } from './in-step.ts'
import { Meta } from './meta.ts'

const openMeta = (disk = memoryDisk()) => Meta.open({ disk, name: 'company/user', refusals: new Refusals() })

test('it goes with the time as long as device and server have the same, and stands when they part', async () => {
  const inStep = new InStep(await openMeta())
  inStep.note(false, 100_000)
  expect(inStep.at).toBe(null)
  inStep.note(true, 200_000)
  inStep.note(true, 300_000)
  inStep.note(false, 400_000)
  inStep.note(false, 500_000)
  expect(inStep.at).toBe(400_000)
})

test('it is known after a restart to within a minute', async () => {
  const disk = memoryDisk()
  const inStep = new InStep(await openMeta(disk))
  for (const at of [200_000, 230_000, 270_000, 300_000]) inStep.note(true, at)
  expect(new InStep(await openMeta(disk)).at).toBe(270_000)
})
