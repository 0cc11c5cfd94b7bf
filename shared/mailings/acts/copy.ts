import type { Mailing } from '../collections.ts'

/** What a copy takes over: how it is set, nothing of what came of it. */
const COPIED = [
  'way',
  'segment',
  'template',
  'account',
  'topic',
  'perHour',
  'wantsConsent',
  'plusAddress',
  'countsOpened',
  'countsClicked',
  'note',
] as const satisfies readonly (keyof Mailing)[]

/** Values of a new mailing that is set as another. They are plain, though the row be a screen's live one: a worker can be sent them. */
export function copyOf(mailing: Mailing, name: string) {
  const own = Object.fromEntries(COPIED.map((field) => [field, mailing[field]]))
  return { ...own, hours: [...mailing.hours], name, state: 'prepared' }
}
