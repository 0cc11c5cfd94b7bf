import type { DatedPrice } from '../../../../../shared/goods/collections.ts'
import { recordOf } from '../two.ts'
import { fresh, organisation, product } from './made.ts'
import type { Ways } from './way.ts'

const DAY = '2026-10-05'
const PICTURE = 'data:image/png;base64,iVBORw0KGgo='

/** Goods, their groups, prices and pictures, and those of an organisation. */
export const GOODS_WAYS: Ways<
  'putGroup' | 'setPrice' | 'setPrices' | 'removePrice' | 'setProductPicture' | 'setPicture'
> = {
  putGroup: {
    'under another': async ({ one }) => {
      const [about, parent] = [fresh('productGroups', one), fresh('productGroups', one)]
      for (const group of [about, parent]) await one.run('createRecord', { ...group, values: { name: 'Кухни' } })
      return { args: { id: about.id, parent: parent.id }, about: [about] }
    },
  },
  setPrice: {
    'a first one': async ({ one }) => {
      const about = await product(one)
      return { args: { id: about.id, priceType: 'retail', date: DAY, price: 700 }, about: [about] }
    },
    'of the same day': async ({ one }) => {
      const about = await product(one)
      await one.run('setPrice', { id: about.id, priceType: 'retail', date: DAY, price: 700 })
      return { args: { id: about.id, priceType: 'retail', date: DAY, price: 800 }, about: [about] }
    },
  },
  setPrices: {
    'of two': async ({ one }) => {
      const about = [await product(one), await product(one)]
      const rule = { from: { priceType: null }, percent: 1000, sum: 0, step: 1, way: 'half' } as const
      return { args: { ids: about.map(({ id }) => id), priceType: 'retail', date: DAY, rule }, about }
    },
  },
  removePrice: {
    'the only one': async ({ one }) => {
      const about = await product(one)
      await one.run('setPrice', { id: about.id, priceType: 'retail', date: DAY, price: 700 })
      const prices = ((await recordOf(one, about)).row?.prices ?? []) as unknown as readonly DatedPrice[]
      return { args: { id: about.id, entry: prices[0]?.id ?? '' }, about: [about] }
    },
  },
  setProductPicture: {
    'a first one': async ({ one }) => {
      const about = await product(one)
      return { args: { id: about.id, image: PICTURE }, about: [about, { collection: 'productPictures', id: about.id }] }
    },
    'taken away': async ({ one }) => {
      const about = await product(one)
      await one.run('setProductPicture', { id: about.id, image: PICTURE })
      return { args: { id: about.id, image: null }, about: [about, { collection: 'productPictures', id: about.id }] }
    },
  },
  setPicture: {
    'a logo': async ({ one }) => {
      const about = await organisation(one)
      return { args: { id: about.id, use: 'logo', image: PICTURE }, about: [about] }
    },
  },
}
