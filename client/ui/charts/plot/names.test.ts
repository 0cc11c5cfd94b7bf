import { expect, test } from 'vitest'
import { cutName, everyHowMany } from './names.ts'

const measure = (text: string) => text.length * 7

test('a name that has no room is cut and says so; one that has stays', () => {
  expect(cutName('Модули', 60, measure)).toBe('Модули')
  expect(cutName('Бытовая техника', 63, measure)).toBe('Бытовая…')
  expect(cutName('Бытовая техника', 1, measure)).toBe('Б…')
})

test('so many points are passed over that no two names touch', () => {
  expect(everyHowMany(60, 100)).toBe(1)
  expect(everyHowMany(60, 30)).toBe(3)
  expect(everyHowMany(60, 0)).toBe(72)
})
