import type { Words } from '../../words.ts'

export const board: Words['board'] = {
  title: 'Board',
  label: 'Board: {{kind}}',
  look: { label: 'Show as', list: 'List', board: 'Board' },
  lanes: 'By responsible',
  nobody: 'Nobody responsible',
  states: 'States',
  cell: '{{state}}: {{lane}}',
  empty: 'Empty',
  noKinds: {
    title: 'No kinds of orders yet',
    text: 'A board shows one kind: its states are the columns. Make a kind in the settings.',
    open: 'Open kinds of orders',
  },
  missing: {
    title: 'There is no such kind',
    text: 'It was removed, or has not come to this device yet.',
    open: 'Open the board',
  },
  today: 'today',
  add: { open: 'Add', to: 'Add an order: {{state}}', submit: 'Add' },
  put: 'Card {{number}} was put elsewhere',
  anyway: 'Move it all the same',
  hint: 'Space takes the card, arrows carry it.',
  keys: {
    lead: 'From card to card; carry the one taken',
    take: 'Take a card, put it down',
    open: 'Open a card; put down the one taken',
    back: 'Let the card that was taken go back',
  },
  said: {
    place: '{{at}}, place {{place}} of {{count}}',
    taken: 'Taken: “{{card}}”, {{where}}. Arrows carry it, Enter puts it down, Escape lets it go back.',
    put: '“{{card}}” was put down: {{where}}.',
    kept: '“{{card}}” stays where it was.',
  },
}
