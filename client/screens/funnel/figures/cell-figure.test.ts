import { expect, test } from 'vitest'
import { septemberBlocks } from '../testing/september.ts'
import { cellFigure } from './cell-figure.ts'
import { COLUMNS } from './columns.ts'
import { countOf } from './figure.ts'
import { linesOf, wholeOf } from './line.ts'

test('the figures of the whole way have as many orders as its line says', () => {
  for (const block of septemberBlocks('manager')) {
    const whole = wholeOf(block)
    const count = (column: (typeof COLUMNS)[number]) => countOf(cellFigure(block, whole, column), block)
    expect([count('reached'), count('sum'), count('losses'), count('lossesSum')]).toEqual([
      whole.reached,
      whole.reached,
      whole.losses,
      whole.losses,
    ])
    expect([count('staying'), count('stayingSum'), count('reentries')]).toEqual([
      whole.staying,
      whole.staying,
      whole.reentered,
    ])
    expect([count('hours'), count('conversion')]).toEqual([block.orders, block.rows.at(-1)?.reached])
  }
})

test('the figures of a state name it, its kind and group', () => {
  const block = septemberBlocks('manager')[0]
  const line = block && linesOf(block)[1]
  if (!line) throw new Error('no second line')
  for (const column of COLUMNS) {
    expect(cellFigure(block, line, column)).toMatchObject({ kind: block.kind, group: block.group, state: line.state })
  }
})
