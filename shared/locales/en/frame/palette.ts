import type { Words } from '../../words.ts'

export const palette: Words['palette'] = {
  label: 'An order, a customer, a command…',
  button: 'Find',
  opened: 'Recent',
  recent: 'Recent commands',
  nothing: 'Nothing was found. Search by number, name, phone, INN or the name of a command.',
  all: 'Show all: {{n}}',
  best: 'Show the best {{shown}} of {{n}}',
  inList: 'Show as a list: {{name}}',
  filters: 'Where to look',
  everywhere: 'Everywhere',
  whose: 'Whose',
  anybody: 'Everybody',
  preparing: 'Search is being made ready: {{done}} of {{total}}.',
  begin: 'Create',
  commands: 'Set up',
  theme: 'Appearance: {{name}}',
  language: 'Language: {{name}}',
}
