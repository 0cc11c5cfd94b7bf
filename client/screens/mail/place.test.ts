import fc from 'fast-check'
import { expect, test } from 'vitest'
import { addressOfMail, boxOf, whereOf } from './place.ts'

test('MV30: a place is read from its address as it was written, whatever a folder is called', () => {
  fc.assert(
    fc.property(fc.string({ minLength: 1 }), (folder) => {
      const where = { in: 'folder', account: 'office', folder } as const
      const [, , box = ''] = addressOfMail(boxOf(where), 'common-1').split('/')
      expect(whereOf(decodeURIComponent(box))).toEqual(where)
    }),
  )
  expect(whereOf('inbox')).toEqual({ in: 'inbox' })
  expect(whereOf('office')).toEqual({ in: 'account', account: 'office' })
})
