/** Fields that the company adds by itself. */
export const customFields = {
  lead: 'Add what cards lack: the field is at once in the form, the list, filters, import and export. It works offline, too.',
  add: 'Add a field',
  addTo: 'Add a field: {{to}}',
  none: 'No fields of your own here.',
  most: 'There are {{n}} fields here already, and no more can be added: remove some.',
  wantedMark: 'asked for',
  removed: {
    title: 'Removed',
    text: 'Values of removed fields are not lost: restore the field to see them again.',
  },
  options: {
    title: 'Options',
    add: 'Add an option',
    name: 'Name of the option',
    hue: 'Colour of the option',
    off: 'Do not offer',
    on: 'Offer again',
    isOff: 'no longer offered',
    most: 'There are {{n}} options already, and no more can be added.',
  },
  type: 'The type can be changed: values stay. What the new type cannot read is shown as it is.',
  odd: 'It holds “{{text}}”, which does not fit this type of field. Kept as it is until you enter something new.',
  wanted: 'This field is asked for.',
  held: {
    one: 'Filled in {{n}} record.',
    other: 'Filled in {{n}} records.',
  },
} as const
