import { expect, test } from 'vitest'
import { differencesOf, NO_DIFFERENCES, NO_FILTER } from './differences.ts'
import { FIRST_VIEW, type FunnelView } from './view.ts'

const other: FunnelView = {
  ...FIRST_VIEW,
  period: 'lastYear',
  by: 'manager',
  sort: 'work',
  kinds: ['k1', 'k2'],
  managers: ['m1'],
  departments: ['d1'],
  search: ' дуб ',
  columns: ['median'],
  mode: 'visited',
  basis: 'move',
  moment: 'end',
}

test('the first view differs in nothing; spaces alone search for nothing', () => {
  expect(differencesOf(FIRST_VIEW)).toEqual([])
  expect(differencesOf({ ...FIRST_VIEW, search: '  ' })).toEqual([])
})

test('each difference is named, one by one', () => {
  expect(differencesOf(other).map(({ what, value }) => `${what} ${value}`)).toEqual([
    'sort work',
    'kind k1',
    'kind k2',
    'manager m1',
    'department d1',
    'search дуб',
    'visited visited',
    'move move',
    'end end',
  ])
})

test('taking one off leaves the others', () => {
  const all = differencesOf(other)
  const words = (list: typeof all) => list.map(({ what, value }) => `${what} ${value}`)
  for (const difference of all) {
    const left = differencesOf({ ...other, ...difference.off })
    expect(words(left)).toEqual(words(all.filter((one) => one !== difference)))
  }
})

test('all can be taken off at once, or what narrows', () => {
  expect(differencesOf({ ...other, ...NO_DIFFERENCES })).toEqual([])
  expect(differencesOf({ ...other, ...NO_FILTER }).map(({ what }) => what)).toEqual(['visited', 'move', 'end'])
})
