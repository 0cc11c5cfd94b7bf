import type { Words } from '../../words.ts'

export const richText: Words['richText'] = {
  toolbar: 'Looks of the text',
  tools: {
    bold: 'Bold',
    italic: 'Italic',
    underline: 'Underlined',
    strike: 'Struck through',
    heading: 'Heading',
    subheading: 'Subheading',
    bullets: 'List',
    numbers: 'Numbered list',
  },
  link: {
    title: 'Link',
    address: 'Where the link leads',
    put: 'Put the link',
    remove: 'Take the link away',
    wrong: 'A link leads to a site, a mailbox or a phone: salon.ru, olga@salon.ru, +7 921 123-45-67',
  },
  parameter: 'Parameter',
  parameters: 'Parameters',
  findParameter: 'Find a parameter',
  noParameter: 'There is no such parameter',
}
