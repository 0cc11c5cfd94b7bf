import { expect, test } from 'vitest'
import type { Written } from '../../../../shared/records/writing/transaction.ts'
import { Meta } from '../../device/meta.ts'
import { DiskRefusal } from '../../disk/disk.ts'
import { memoryDisk } from '../../disk/memory-disk.ts'
import { Refusals } from '../../disk/refusals.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import { Outbox } from './outbox.ts'

function written(document: string, key: string): Written {
  return { document, collection: 'orders', id: 'o', path: 'note', key, stamp: 's', before: null, after: 1 }
}

function openMeta(disk = memoryDisk()): Promise<Meta> {
  return Meta.open({ disk, name: 'company/user', refusals: new Refusals() })
}

test('what the server has not said to be saved waits, over a restart too', async () => {
  const disk = memoryDisk()
  const outbox = Outbox.open(await openMeta(disk))
  await outbox.add([written('a', 'k1'), written('b', 'k2')], 100)
  await outbox.add([written('a', 'k3')], 200)
  expect(outbox.waiting()).toEqual({ count: 3, since: 100 })

  outbox.settle('a', outbox.of('a')[0]?.seq ?? 0)
  const restarted = Outbox.open(await openMeta(disk))
  expect([...restarted.documents()].sort()).toEqual(['a', 'b'])
  expect(restarted.of('a').map((row) => row.keys)).toEqual([[{ collection: 'orders', key: 'k3' }]])
})

test('an act noted after a mark was asked for is not settled by its answer', async () => {
  const outbox = Outbox.open(await openMeta())
  await outbox.add([written('a', 'k1')], 100)
  const asked = outbox.last('a')
  await outbox.add([written('a', 'k2')], 200)
  outbox.settle('a', asked)
  expect(outbox.waiting()).toEqual({ count: 1, since: 200 })
})

test('an act is noted once its notes are on the disk: where that is full nobody is told so, and it waits all the same', async () => {
  const [disk, refusals] = [new TestDisk(), new Refusals({ first: 1, last: 4 })]
  const outbox = Outbox.open(await Meta.open({ disk, name: 'company/user', refusals }))
  disk.refuses = () => true
  await expect(outbox.add([written('a', 'k1')], 100)).rejects.toThrow(DiskRefusal)
  expect(outbox.waiting()).toEqual({ count: 1, since: 100 })
  disk.refuses = () => false
  await expect.poll(() => refusals.any).toBe(false)
  expect(Outbox.open(await openMeta(disk)).waiting()).toEqual({ count: 1, since: 100 })
  refusals.close()
})
