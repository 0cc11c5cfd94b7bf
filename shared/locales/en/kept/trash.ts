import type { Words } from '../../words.ts'

export const trash: Words['trash'] = {
  title: 'Trash',
  columns: { name: 'Record', kind: 'What it is', who: 'Removed by', when: 'When' },
  in: 'What to show',
  all: 'All records ({{n}})',
  one: '{{kind}} ({{n}})',
  search: 'Find in the trash',
  chooseAll: 'Choose all that were found',
  chosen: { one: '{{n}} chosen', other: '{{n}} chosen' },
  restoreOne: 'Restore: {{name}}',
  restoring: 'Being restored',
  restored: 'Restored: {{name}}',
  restoredMany: { one: '{{n}} record restored', other: '{{n}} records restored' },
  refused: {
    role: 'The owner or an administrator restores it',
    reader: 'Your role only reads',
    newer: 'Written by a newer program: reload the page',
  },
  by: '{{who}}, {{when}}',
  unknown: 'nobody knows who',
  empty: {
    title: 'The trash is empty',
    text: 'Removed records stay here until they are restored. Nothing is erased for good.',
    nothing: 'No such record was removed',
    nothingText: 'Search for something else, or show all records.',
  },
}
