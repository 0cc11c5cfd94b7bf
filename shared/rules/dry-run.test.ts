import { expect, test } from 'vitest'
import { dryRun } from './dry-run.ts'
import { actionOf, customerOf, lookAt, moveOf, NOW, orderOf, orderThrough, ruleOf } from './testing/made.ts'
import { readWhy } from './why.ts'

const look = lookAt({ customers: [customerOf({ email: 'anna@a.test' })] })
const letter = actionOf('l', { does: 'letter', to: 'toCustomer', delay: 60 })
const HOUR = 3_600_000

test('RU26: a dry run says of each order what would have been done, when and to whom', () => {
  const rule = ruleOf({ on: false, lateness: 'unlessMovedOn', actions: [letter, actionOf('j', { place: 'a1' })] })
  const orders = [orderThrough(['new', 'made'], { customer: 'c' }), orderThrough(['new'], { sort: 'work' })]
  const [first = [], second] = dryRun([rule], orders, NOW, look)
  expect(first.map(({ occasion, why }) => [occasion.by, why])).toEqual([
    ['m0', null],
    ['m1', null],
  ])
  expect(first[0]?.actions).toMatchObject([
    { due: NOW + HOUR, addressed: { to: 'anna@a.test', who: 'Anna' } },
    { due: NOW, addressed: null },
  ])
  expect(second).toEqual([])
})

test('RU26: it says why there would have been nobody, or nothing', () => {
  const order = orderOf({ moves: [moveOf('m0', { state: 'new', follows: ['gone'] })], customer: 'c' })
  const [[found] = []] = dryRun([ruleOf({ actions: [letter] })], [order], NOW, look)
  expect(readWhy(found?.why ?? null)?.code).toBe('awaitsData')
  const [[nobody] = []] = dryRun([ruleOf({ actions: [letter] })], [orderThrough(['new'])], NOW, look)
  const addressed = nobody?.actions[0]?.addressed
  expect(addressed && 'why' in addressed && readWhy(addressed.why)?.code).toBe('noCustomer')
})
