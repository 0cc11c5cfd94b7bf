import { expect, test } from 'vitest'
import { Shop } from '../orders/testing/shop.ts'
import { MOST_PICTURE } from '../records/forms/picture.ts'
import { organisations } from './collections.ts'
import { pictureOf } from './pictures.ts'

const IMAGE = 'data:image/png;base64,iVBORw0KGgo='

test('a picture of an organisation is put, replaced and taken away; what is none, or too large, is refused', () => {
  const shop = new Shop('A')
  shop.do('createRecord', { collection: 'organisations', id: 'assol', values: { name: 'Ассоль' } })
  const put = (image: string | null) => ({ id: 'assol', use: 'seal', image }) as const
  const seal = () => pictureOf(shop.row(organisations, 'assol'), 'seal')
  expect(seal()).toBeNull()
  shop.do('setPicture', put(IMAGE))
  expect(seal()).toBe(IMAGE)
  shop.do('setPicture', put(null))
  expect(seal()).toBeNull()
  shop.do('setPicture', put(IMAGE))
  expect(seal()).toBe(IMAGE)
  expect(shop.refusal('setPicture', put('data:image/svg+xml;base64,AAAA'))).toBe('picture-unknown')
  expect(shop.refusal('setPicture', put('https://example.com/a.png'))).toBe('picture-unknown')
  expect(shop.refusal('setPicture', put(IMAGE + 'A'.repeat(MOST_PICTURE)))).toBe('picture-too-large')
  expect(seal()).toBe(IMAGE)
})
