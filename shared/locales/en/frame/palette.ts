import type { Words } from '../../words.ts'

export const palette: Words['palette'] = {
  label: 'An order, a customer, a command…',
  button: 'Find',
  opened: 'Recent',
  recent: 'Recent commands',
  nothing: 'Nothing was found. Search by number, name, phone, INN or the name of a command.',
  more: { one: '{{n}} more', other: '{{n}} more' },
  begin: 'Create',
  commands: 'Set up',
  theme: 'Appearance: {{name}}',
  language: 'Language: {{name}}',
}
