import type { Words } from '../../words.ts'

export const acts: Words['acts'] = {
  undo: 'Undo',
  redo: 'Redo',
  undoLast: 'Undo the last act',
  redoLast: 'Redo what was undone',
  undoing: 'Being undone',
  redoing: 'Being repeated',
  undone: 'Undone: {{what}}',
  redone: 'Redone: {{what}}',
  undonePart: {
    one: 'Undone: {{what}}, values: {{done}}. {{n}} value stays: it has been changed since',
    other: 'Undone: {{what}}, values: {{done}}. {{n}} values stay: they have been changed since',
  },
  redonePart: {
    one: 'Redone: {{what}}, values: {{done}}. {{n}} value stays: it has been changed since',
    other: 'Redone: {{what}}, values: {{done}}. {{n}} values stay: they have been changed since',
  },
  notUndone: 'Not undone: {{what}}. It has been changed since',
  notRedone: 'Not redone: {{what}}. It has been changed since',
  kept: {
    which: 'What stays',
    title: 'Left as it is',
    text: 'Somebody has changed these values after you, so they stay. Who and when stands in the record’s “History”.',
    besides: { one: 'And {{n}} more record', other: 'And {{n}} more records' },
  },
  nothing: 'Nothing to undo: the program remembers what was done in this tab since it was opened',
  nothingToRedo: 'Nothing to redo',
  what: '{{deed}} ({{record}})',
  one: '{{kind}} {{name}}',
  many: '{{kind}}: {{n}}',
  mixed: 'Records',
  deed: '“{{label}}”',
  several: { one: '{{n}} change', other: '{{n}} changes' },
}
