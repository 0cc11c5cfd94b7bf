import { expect, test } from 'vitest'
import { TestDisk } from '../disk/testing/test-disk.ts'
import { KeptFiles } from './kept-files.ts'
import { LetterBytes } from './letter-bytes.ts'
import { hashOf } from './look.ts'

test('MV24: what a letter holds is asked for once, kept, and shown as nothing else than it is', async () => {
  const kept = await KeptFiles.open(new TestDisk(), 'company/user', () => 0)
  const words = new Blob(['{"text":"Добрый день"}'])
  const hash = await hashOf(words)
  let asked = 0
  let given = words
  const bytes = new LetterBytes(kept, {
    fetchOfLetter: async () => {
      asked += 1
      return given
    },
  })
  const [one, other] = await Promise.all([bytes.open('letter', hash), bytes.open('letter', hash)])
  expect(await one.text()).toBe(await other.text())
  await bytes.open('letter', hash)
  expect([asked, bytes.isHere(hash)]).toEqual([1, true])
  given = new Blob(['another'])
  await expect(bytes.open('letter', await hashOf(new Blob(['x'])))).rejects.toMatchObject({ code: 'file-differs' })
  await kept.close()
})
