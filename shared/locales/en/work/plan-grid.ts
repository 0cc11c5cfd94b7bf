import type { Words } from '../../words.ts'

export const planGrid: Words['planGrid'] = {
  show: 'What to show',
  shown: { both: 'Sum and quantity', sum: 'Sum', quantity: 'Quantity' },
  sum: 'Sum',
  quantity: 'Quantity',
  writing: 'The plan is being saved',
}
