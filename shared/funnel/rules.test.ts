import { describe, expect, test } from 'vitest'
import { COMPLETED } from '../orders/moves/completed.ts'
import { type FunnelKind, type FunnelOptions, funnelReport, funnelSpread, openFunnel, stands } from './index.ts'
import { blockOf, column, columnsOf, DAY_ONE, HOUR, KITCHENS, optionsOf, orderOf, type Step } from './testing/order.ts'

const PATH: readonly Step[] = [
  ['measure', 0],
  ['design', 2],
  ['offer', 5],
]

describe('where an order is', () => {
  test('F8, F13: an order counts in its state and all before', () => {
    expect(column(blockOf([orderOf(PATH)]), 'reached')).toEqual([1, 1, 1, 0])
  })

  test('F13: a skipped state counts as passed', () => {
    expect(column(blockOf([orderOf([['offer', 1]])]), 'reached')).toEqual([1, 1, 1, 0])
  })

  test('F13, F18: a state that it went back from does not count, its hours do', () => {
    const block = blockOf([orderOf([...PATH, ['design', 9]])])
    expect(column(block, 'reached')).toEqual([1, 1, 0, 0])
    expect(column(block, 'hours')).toEqual([2, 3 + 231, 4, null])
  })

  test('F9: cancelled from the latest state that was not «Завершен»', () => {
    const twice = orderOf([...PATH, ['success', 6], ['cancelled', 7], ['cancelled', 8]])
    expect(column(blockOf([twice]), 'losses')).toEqual([0, 0, 1, 0])
  })

  test('F9: cancelled without any other move, it is cancelled from the first state', () => {
    expect(column(blockOf([orderOf([['cancelled', 1]])]), 'losses')).toEqual([1, 0, 0, 0])
  })

  test('F10: a reopened order is a loss no more, and its time cancelled is no stay (F11)', () => {
    const block = blockOf([orderOf([...PATH, ['cancelled', 7], ['design', 100], ['success', 104]])])
    expect(column(block, 'losses')).toEqual([0, 0, 0, 0])
    expect(block.reasons).toEqual([])
    expect(column(block, 'reached')).toEqual([1, 1, 1, 1])
    expect(column(block, 'hours')).toEqual([2, 3 + 4, 2, 136])
  })

  test('F7: a move to «Завершен» without a completion is a success, a completion elsewhere means nothing', () => {
    const odd = orderOf([
      ['measure', 0],
      ['design', 1, { completion: 'cancelled' }],
      [COMPLETED, 2],
    ])
    const block = blockOf([odd])
    expect(column(block, 'staying')).toEqual([0, 0, 0, 1])
    expect(column(block, 'losses')).toEqual([0, 0, 0, 0])
  })

  test('F6, F7: an order belongs to its last kind, with its stays in states that both kinds have', () => {
    const other = { ...KITCHENS, id: 'other', states: ['offer', 'design', COMPLETED] }
    const order = orderOf([...PATH, ['design', 10, { kind: 'other' }]])
    const { blocks } = funnelReport(columnsOf([order]), optionsOf({ kinds: [KITCHENS, other] }), 0)
    expect(blocks.map((block) => column(block, 'reached'))).toEqual([
      [0, 0, 0, 0],
      [1, 1, 0],
    ])
    expect(blocks[1] && column(blocks[1], 'hours')).toEqual([5, 3 + 230, null])
  })

  test('F12: an order in a state that the kind does not have is listed under the block', () => {
    const lost = orderOf([
      ['measure', 0],
      ['stock', 3],
      ['cancelled', 4],
    ])
    const block = blockOf([orderOf([['stock', 1]]), lost])
    expect(column(block, 'reached')).toEqual([0, 0, 0, 0])
    expect(block.orphans).toEqual([{ state: 'stock', orders: 2, sum: 20_000, losses: 1, lossesSum: 10_000 }])
    expect(column(block, 'hours')).toEqual([3, null, null, null])
    expect(block.reasons).toEqual([])
  })

  describe('F32: kinds that are gone', () => {
    const removed: FunnelKind = { ...KITCHENS, id: 'removed', gone: 'removed' }
    const missing: FunnelKind = { id: 'missing', name: '', sort: 'work', states: [], gone: 'missing' }
    const kinds = [KITCHENS, removed, missing]
    const of = (kind: FunnelKind, steps: readonly Step[]) =>
      orderOf(steps.map(([to, hour, more]): Step => [to, hour, { kind: kind.id, ...more }]))

    test('stand in the report only while they have orders', () => {
      const columns = columnsOf([orderOf([['measure', 0]])])
      const options = optionsOf({ kinds })
      const open = openFunnel(columns, options, 0)
      const standing = () => open.read(0).blocks.map(({ kind }) => kind)
      expect(standing()).toEqual(['kitchens'])
      const order = of(missing, [['design', 1]])
      columns.put(order)
      expect(standing()).toEqual(['kitchens', 'missing'])
      columns.remove(order.id)
      const [changed] = open.changed(0)
      expect([changed?.kind, changed?.orders, changed && stands(changed, kinds)]).toEqual(['missing', 0, false])
      expect(standing()).toEqual(['kitchens'])
    })

    test('a removed one has its states', () => {
      const [, block] = funnelReport(columnsOf([of(removed, PATH)]), optionsOf({ kinds }), 0).blocks
      expect(block && column(block, 'reached')).toEqual([1, 1, 1, 0])
    })

    test('a missing one has all its orders listed by their place, «Завершен» for those cancelled from nowhere', () => {
      const orders = [
        of(missing, [['offer', 1]]),
        of(missing, [
          ['offer', 1],
          ['cancelled', 2],
        ]),
        of(missing, [['cancelled', 2]]),
        of(missing, [['success', 2]]),
      ]
      const [, block] = funnelReport(columnsOf(orders), optionsOf({ kinds }), 0).blocks
      expect(block?.rows).toEqual([])
      expect(block?.orphans).toEqual([
        { state: COMPLETED, orders: 2, sum: 20_000, losses: 1, lossesSum: 10_000 },
        { state: 'offer', orders: 2, sum: 20_000, losses: 1, lossesSum: 10_000 },
      ])
    })
  })
})

describe('moments and undo', () => {
  test('F2: a move at the moment exists, one a millisecond later does not', () => {
    const at = (moment: number) => column(blockOf([orderOf(PATH)], { moment }), 'reached')
    expect(at(DAY_ONE + 5 * HOUR)).toEqual([1, 1, 1, 0])
    expect(at(DAY_ONE + 5 * HOUR - 1)).toEqual([1, 1, 0, 0])
  })

  test('F5: an order without a move by the moment is absent', () => {
    expect(blockOf([orderOf([]), orderOf(PATH)], { moment: DAY_ONE - 1 }).orders).toBe(0)
  })

  test('F3: of two moves at the same time the one with the later id decides', () => {
    const moves: Step[] = [
      ['offer', 1, { id: 'a' }],
      ['measure', 1, { id: 'B' }],
    ]
    expect(column(blockOf([orderOf(moves)]), 'reached')).toEqual([1, 1, 1, 0])
  })

  const second = HOUR / 3600
  const undone = (after: number, id = 'mistake') =>
    orderOf([
      ['measure', 0],
      ['offer', 2, { id: 'mistake' }],
      ['measure', 0, { id: 'undo', at: DAY_ONE + 2 * HOUR + after, undoes: id }],
    ])

  test('F4: a move and its undo within two minutes count neither', () => {
    const block = blockOf([undone(120 * second)])
    expect(column(block, 'were')).toEqual([1, 0, 0, 0])
    expect(column(block, 'reentries')).toEqual([0, 0, 0, 0])
    expect(column(block, 'hours')).toEqual([240, null, null, null])
  })

  test('F4: an undo later than that, or of another move, is a move like any', () => {
    const late = column(blockOf([undone(120 * second + 1)]), 'were')
    const other = column(blockOf([undone(second, 'another')]), 'were')
    expect([late, other]).toEqual([
      [1, 0, 1, 0],
      [1, 0, 1, 0],
    ])
  })

  test('F4: at a moment between the two the move still stands', () => {
    const block = blockOf([undone(60 * second)], { moment: DAY_ONE + 2 * HOUR + 1 })
    expect(column(block, 'reached')).toEqual([1, 1, 1, 0])
  })

  test('F4: two undos in a row take out two moves; a redo counts again', () => {
    const at = (after: number) => ({ at: DAY_ONE + HOUR + after * second })
    const steps: Step[] = [
      ['measure', 0],
      ['design', 0, { id: '1', ...at(0) }],
      ['offer', 0, { id: '2', ...at(10) }],
      ['design', 0, { id: '3', ...at(20), undoes: '2' }],
      ['measure', 0, { id: '4', ...at(30), undoes: '1' }],
    ]
    expect(column(blockOf([orderOf(steps)]), 'were')).toEqual([1, 0, 0, 0])
    const redone: Step[] = [...steps, ['design', 0, { id: '5', ...at(40), undoes: '4' }]]
    expect(column(blockOf([orderOf(redone)]), 'were')).toEqual([1, 1, 0, 0])
  })

  test('F4, F5: an order whose only move was undone is absent', () => {
    const steps: Step[] = [
      ['measure', 0, { id: '1' }],
      ['measure', 0, { id: '2', undoes: '1' }],
    ]
    expect(blockOf([orderOf(steps)]).orders).toBe(0)
  })
})

describe('periods', () => {
  const byMove = (from: number, to: number, more: Partial<FunnelOptions> = {}): Partial<FunnelOptions> => ({
    period: { from: DAY_ONE + from * HOUR, to: DAY_ONE + to * HOUR, basis: 'move' },
    ...more,
  })

  test('F21, F22: a period has its start and has not its end', () => {
    const order = orderOf(PATH)
    const dated = (from: number, to: number) => blockOf([order], { period: { from, to, basis: 'order' } }).orders
    expect([dated(DAY_ONE, DAY_ONE + 1), dated(DAY_ONE - 1, DAY_ONE), dated(DAY_ONE + 1, DAY_ONE + 2)]).toEqual([
      1, 0, 0,
    ])
  })

  test('F23: each row counts by its own first move to that state or beyond', () => {
    const skips = orderOf([
      ['measure', 0],
      ['offer', 5],
      ['success', 9],
    ])
    const block = blockOf([skips], byMove(5, 9))
    expect(column(block, 'reached')).toEqual([0, 1, 1, 0])
    expect(column(block, 'hours')).toEqual([null, null, 4, null])
    expect(column(block, 'staying')).toEqual([0, 0, 0, 0])
    expect(column(blockOf([skips], byMove(9, 10)), 'staying')).toEqual([0, 0, 0, 1])
  })

  test('F23: by visits, by its first move to that very state', () => {
    const back = orderOf([
      ['measure', 0],
      ['offer', 5],
      ['design', 7],
    ])
    const at = (from: number, to: number) => column(blockOf([back], byMove(from, to, { mode: 'visited' })), 'reached')
    expect([at(5, 6), at(7, 8)]).toEqual([
      [0, 0, 1, 0],
      [0, 1, 0, 0],
    ])
  })

  test('F23: a loss by its cancelling, whenever the state was reached', () => {
    const block = blockOf([orderOf([...PATH, ['cancelled', 50, { reason: 'price' }]])], byMove(50, 51))
    expect(column(block, 'reached')).toEqual([0, 0, 0, 0])
    expect(column(block, 'losses')).toEqual([0, 0, 1, 0])
    expect(column(block, 'lossesShare')).toEqual([null, null, null, null])
    expect(block.reasons).toEqual([{ reason: 'price', count: 1, sum: 10_000, share: 100 }])
  })

  test('F23: cancelled without having been anywhere, it is counted by its cancelling', () => {
    expect(column(blockOf([orderOf([['cancelled', 3]])], byMove(3, 4)), 'reached')).toEqual([1, 0, 0, 0])
    expect(blockOf([orderOf([['cancelled', 3]])], byMove(4, 5)).orders).toBe(0)
  })
})

describe('modes and rounding', () => {
  test('F14: visited counts those that were there, whatever came after', () => {
    const orders = [orderOf([...PATH, ['measure', 9]]), orderOf([['offer', 1]]), orderOf([['success', 1]])]
    const block = blockOf(orders, { mode: 'visited' })
    expect(column(block, 'reached')).toEqual([1, 1, 2, 1])
    expect(column(block, 'fromPrevious')).toEqual([null, 100, 200, 50])
    expect(column(block, 'sum')).toEqual([10_000, 10_000, 20_000, 10_000])
  })

  test('F16: staying are those that are neither lost nor further, with their sum; in «Завершен» the successes', () => {
    const orders = [orderOf(PATH), orderOf([...PATH, ['design', 9]]), orderOf([...PATH, ['cancelled', 6]])]
    for (const mode of ['reached', 'visited'] as const) {
      const block = blockOf([...orders, orderOf([...PATH, ['success', 7]])], { mode })
      expect(column(block, 'staying')).toEqual([0, 1, 1, 1])
      expect(column(block, 'stayingSum')).toEqual([0, 10_000, 10_000, 10_000])
    }
  })

  test('F25: shares are rounded half up, and null of zero', () => {
    const eight = Array.from({ length: 8 }, (_, i) => orderOf(i < 5 ? PATH : [['measure', 1]]))
    const block = blockOf(eight)
    expect(column(block, 'fromFirst')).toEqual([100, 63, 63, 0])
    expect(column(block, 'fromPrevious')).toEqual([null, 63, 100, 0])
    expect(column(blockOf([]), 'fromFirst')).toEqual([null, null, null, null])
  })

  test('F15, F25: losses are a share of the first row', () => {
    const orders = [...Array.from({ length: 17 }, () => orderOf(PATH)), orderOf([...PATH, ['cancelled', 6]])]
    expect(column(blockOf([...orders, orderOf([['measure', 0]])]), 'lossesShare')).toEqual([null, null, 5, null])
  })

  test('F26: hours are rounded half up from whole milliseconds', () => {
    const stayed = (milliseconds: number) =>
      orderOf([
        ['measure', 0],
        ['design', 0, { at: DAY_ONE + milliseconds }],
      ])
    expect(blockOf([stayed(18_000)]).rows[0]?.hours).toBe(0.01)
    expect(blockOf([stayed(17_999)]).rows[0]?.hours).toBe(0)
    expect(blockOf([stayed(36_180_000)]).rows[0]?.hours).toBe(10.05)
  })

  test('F1: hours stay exact where their milliseconds no longer fit a number', () => {
    const start = Date.UTC(1990, 0, 1)
    const orders = Array.from({ length: 20_000 }, (_, i) => orderOf([['measure', 0, { at: start + i }]]))
    const moment = start + 40 * 365 * 24 * HOUR
    const total = BigInt(moment - start) * 20_000n - (19_999n * 20_000n) / 2n
    expect(total).toBeGreaterThan(2n ** 53n)
    const hundredths = (total + 360_000_000n) / 720_000_000n
    expect(blockOf(orders, { moment }).rows[0]?.hours).toBe(Number(hundredths) / 100)
  })

  test('F19: re-entries, and the orders that had some', () => {
    const twice = orderOf([...PATH, ['design', 9], ['offer', 10], ['measure', 11], ['offer', 12], ['offer', 13]])
    const block = blockOf([twice, orderOf(PATH)])
    expect(column(block, 'reentries')).toEqual([1, 1, 2, 0])
    expect(column(block, 'reentered')).toEqual([1, 1, 1, 0])
  })

  test('F20: the median is between the two middle ones, the 90th percentile the nearest rank', () => {
    const stayed = (hours: number) =>
      orderOf([
        ['measure', 0],
        ['design', hours],
      ])
    const spread = (hours: number[]) => funnelSpread(columnsOf(hours.map(stayed)), optionsOf(), 0)[0]?.rows[0]
    const ten = [1, 2, 3, 4, 5, 6, 7, 8, 20, 100]
    expect(spread(ten)).toEqual({ state: 'measure', median: 5.5, p90: 20 })
    expect(spread([...ten, 1])).toEqual({ state: 'measure', median: 5, p90: 20 })
    expect(spread([1])).toEqual({ state: 'measure', median: 1, p90: 1 })
  })
})

describe('how it is shown', () => {
  const cancelled = (reason: string | undefined, from: Step = ['measure', 0]) =>
    orderOf([from, ['cancelled', 9, { reason }]])

  test('F27: reasons by count, then by name, none last; the legend adds up the rows', () => {
    const orders = ['far', 'late', 'late', undefined, 'ёлка', 'жар'].map((reason) => cancelled(reason))
    const block = blockOf([...orders, cancelled('far', ['design', 1])])
    expect(block.rows[0]?.reasons.map(({ reason, count }) => [reason, count])).toEqual([
      ['late', 2],
      ['ёлка', 1],
      ['жар', 1],
      ['far', 1],
      [null, 1],
    ])
    expect(block.reasons.map(({ reason, count, share }) => [reason, count, share])).toEqual([
      ['far', 2, 29],
      ['late', 2, 29],
      ['ёлка', 1, 14],
      ['жар', 1, 14],
      [null, 1, 14],
    ])
  })

  test('F27: names that are given decide, not ids', () => {
    const names = { reason: (id: string) => (id === 'a' ? 'яма' : 'ад'), group: (id: string) => id }
    const block = blockOf([cancelled('a'), cancelled('b')], { names })
    expect(block.reasons.map(({ reason }) => reason)).toEqual(['b', 'a'])
  })

  test('F28: groups by name with shares of their own, none last, and only those with orders', () => {
    const of = (manager: string | null, steps: readonly Step[]) => orderOf(steps, { manager })
    const orders = [
      of(null, PATH),
      of('Ёжиков', PATH),
      of('Жуков', PATH),
      of('Жуков', PATH.slice(0, 1)),
      of('Ящиков', []),
    ]
    const { blocks } = funnelReport(columnsOf(orders), optionsOf({ by: 'manager' }), 0)
    expect(blocks.map(({ group, rows }) => [group, rows[1]?.fromFirst])).toEqual([
      ['Ёжиков', 100],
      ['Жуков', 50],
      [null, 100],
    ])
  })

  test('F29: names stand as Russian words do; those that are one to the ear, by code unit', () => {
    const [whole, composed] = ['й', 'и\u0306']
    const orders = ['Жуков', 'Ёлкин', whole, composed, 'Егоров'].map((manager) => orderOf(PATH, { manager }))
    const { blocks } = funnelReport(columnsOf(orders), optionsOf({ by: 'manager' }), 0)
    expect(blocks.map(({ group }) => group)).toEqual(['Егоров', 'Ёлкин', 'Жуков', composed, whole])
  })

  test('F28: by orders each asked kind has its block, in the order of asking', () => {
    const other = { ...KITCHENS, id: 'other' }
    const { blocks } = funnelReport(columnsOf([orderOf(PATH)]), optionsOf({ kinds: [other, KITCHENS] }), 0)
    expect(blocks.map(({ kind, orders }) => [kind, orders])).toEqual([
      ['other', 0],
      ['kitchens', 1],
    ])
  })

  test('F24: only the orders that the filter lets through, by ids or by index', () => {
    const orders = [orderOf(PATH), orderOf(PATH), orderOf(PATH)]
    expect(blockOf(orders, { filter: new Set([orders[1]?.id ?? '']) }).orders).toBe(1)
    expect(blockOf(orders, { filter: (index) => index !== 1 }).orders).toBe(2)
  })
})
