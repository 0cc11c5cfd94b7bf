import type { Words } from '../../words.ts'

export const grid: Words['grid'] = {
  total: 'Total',
  count: 'Filled',
  sum: 'Sum',
  average: 'Average',
  lost: '“{{text}}” was not saved. {{wrong}}',
  tooMany: 'At most {{n}} cells are pasted at once. Nothing was changed: paste them in parts.',
  pasted: { one: '{{n}} cell was pasted.', other: '{{n}} cells were pasted.' },
  refused: { one: '{{n}} cell is no number and was left out:', other: '{{n}} cells are no numbers and were left out:' },
  where: '“{{text}}” ({{row}}, {{column}})',
  beyond: { one: '{{n}} value lay beyond the table.', other: '{{n}} values lay beyond the table.' },
  rounded: { one: '{{n}} number was rounded.', other: '{{n}} numbers were rounded.' },
  keys: {
    heading: 'In a table of numbers',
    jump: 'To the edge of what is filled',
    reach: 'Extend the selection',
    all: 'Select everything',
    copy: 'Copy for Excel and LibreOffice',
    paste: 'Paste from Excel and LibreOffice',
    edit: 'Edit the cell',
    allTyped: 'What is typed into all selected cells',
    clear: 'Clear the selection',
    down: 'Fill down',
    right: 'Fill right',
  },
} as const
