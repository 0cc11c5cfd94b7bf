import { expect, test } from 'vitest'
import { Meta } from '../../device/meta.ts'
import { DiskRefusal } from '../../disk/disk.ts'
import { Refusals } from '../../disk/refusals.ts'
import { TestDisk } from '../../disk/testing/test-disk.ts'
import { NotAccepted } from './not-accepted.ts'

async function openOn(disk: TestDisk, refusals = new Refusals()): Promise<NotAccepted> {
  return NotAccepted.open(await Meta.open({ disk, name: 'company/user', refusals }))
}

const write = (key: string, text: string) => ({ document: 'a', collection: 'orders', key, text, at: 100 })
const textsOf = (rows: readonly { readonly text: string }[]) => rows.map(({ text }) => text)

test('writes are aside once they are on the disk: where that is full nobody is told so, and the document stays', async () => {
  const [disk, refusals] = [new TestDisk(), new Refusals({ first: 1, last: 4 })]
  const asides = await openOn(disk, refusals)
  disk.refuses = () => true
  await expect(asides.put([write('k', 'first')])).rejects.toThrow(DiskRefusal)
  disk.refuses = () => false
  await asides.put([write('k', 'second')])
  expect(textsOf((await openOn(disk.copy())).waiting('a'))).toEqual(['second'])
  refusals.close()
})

test('a write takes the place of one of its key that waits, never of one that was refused', async () => {
  const asides = await openOn(new TestDisk())
  await asides.put([write('k', 'refused'), write('other', 'beside it')])
  asides.refuse(asides.waiting('a')[0]?.seq ?? 0, 'update-odd-key')
  await asides.put([write('k', 'first')])
  await asides.put([write('k', 'second')])
  expect(textsOf(asides.refused())).toEqual(['refused'])
  expect(textsOf(asides.waiting('a'))).toEqual(['beside it', 'second'])
})
