/** The table of a plan of sales. */
export const planGrid = {
  show: 'Что показать',
  shown: { both: 'Сумма и количество', sum: 'Сумма', quantity: 'Количество' },
  sum: 'Сумма',
  quantity: 'Количество',
  writing: 'План записывается',
} as const
