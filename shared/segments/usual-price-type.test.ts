import { expect, test } from 'vitest'
import { usualPriceType } from './usual-price-type.ts'

test('SG11: the first segment by name that has a price type gives it to orders', () => {
  const of = (name: string | null, priceType: string | null) => ({ name, priceType })
  expect(usualPriceType([of('Б', 'dealers'), of('А', null), of('В', 'partners')])).toBe('dealers')
  expect(usualPriceType([of('Б', 'dealers'), of('А', 'partners')])).toBe('partners')
  expect(usualPriceType([of('А', null)])).toBeNull()
  expect(usualPriceType([])).toBeNull()
})
