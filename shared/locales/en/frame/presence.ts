import type { Words } from '../../words.ts'

export const presence: Words['presence'] = {
  online: { one: '{{n}} more online', other: '{{n}} more online' },
  watch: 'Looking at this: {{names}}',
  edits: '{{name}} is filling in this field',
  looks: 'looks',
  editing: 'edits',
  nowhere: 'No record is open',
  self: '{{device}}, this is you',
  somebody: 'No name',
}
