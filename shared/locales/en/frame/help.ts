import type { Words } from '../../index.ts'

/** The guide beside the screen. */
export const help: Words['help'] = {
  title: 'Help',
  open: 'Help on this screen',
  close: 'Close help',
  back: 'Back',
  find: 'Find in help',
  found: 'Found in help',
  here: 'About this screen',
  named: 'Help: {{title}}',
  missing: 'Help has no such page',
  nothing: { title: 'Nothing was found', text: 'Try another word.' },
}
