import type { Words } from '../../words.ts'

export const planGrid: Words['planGrid'] = {
  show: 'What to show',
  shown: { both: 'Sum and quantity', sum: 'Sum', quantity: 'Quantity' },
  sum: 'Sum',
  quantity: 'Quantity',
  apart: 'The value was overwritten by somebody who had not seen it',
  apartCells: {
    one: 'In {{n}} cell a value was overwritten by somebody who had not seen it.',
    other: 'In {{n}} cells values were overwritten by somebody who had not seen them.',
  },
  goThere: 'Show',
  history: 'History of the cell',
  writing: 'The plan is being saved',
}
