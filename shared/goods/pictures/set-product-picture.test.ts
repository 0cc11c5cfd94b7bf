import { expect, test } from 'vitest'
import { Shop } from '../../orders/testing/shop.ts'
import { MOST_PICTURE } from '../../records/forms/picture.ts'
import { productPictures, products } from '../collections.ts'

const IMAGE = 'data:image/jpeg;base64,iVBORw0KGgo='

test('N9: the picture of a product is put, replaced, taken away; the product says whether there is one', () => {
  const shop = new Shop('A')
  shop.do('createRecord', { collection: 'products', id: 'loft', values: { name: 'Лофт' } })
  const read = () => [shop.row(products, 'loft').pictured, shop.row(productPictures, 'loft').image]
  for (const image of [IMAGE, `${IMAGE.slice(0, -1)}AA`, null, IMAGE]) {
    shop.do('setProductPicture', { id: 'loft', image })
    expect(read()).toEqual([image !== null, image])
  }
  expect(shop.refusal('setProductPicture', { id: 'loft', image: 'data:text/html;base64,AAAA' })).toBe('picture-unknown')
  const large = IMAGE + 'A'.repeat(MOST_PICTURE)
  expect(shop.refusal('setProductPicture', { id: 'loft', image: large })).toBe('picture-too-large')
  expect(read()).toEqual([true, IMAGE])
})
