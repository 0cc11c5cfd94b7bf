import type { Page } from '@playwright/test'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { after, openCard, type Screen, said, visible } from './screen.ts'

/** A segment of the demo company. */
const CARD = '/segments/regular'

function tab(path: PlainPath, shown: (page: Page) => Promise<void>): Screen['shown'] {
  return async (page) => {
    const name = await said(page, path)
    await page.getByRole('complementary').getByRole('tab', { name, exact: true }).click()
    await shown(page)
  }
}

/** Segments: their list with counts, a card with its criteria and whom they mean, members, the trial. */
export const SEGMENTS: readonly Screen[] = [
  { name: 'segments', path: '/segments', shown: visible('#root tr.table-row') },
  { name: 'segment', path: CARD, shown: after(openCard, visible('.segment-first li')) },
  {
    name: 'segment members',
    path: CARD,
    shown: after(openCard, tab('segments.members.title', visible('.segment-table'))),
  },
  { name: 'segment trial', path: CARD, shown: after(openCard, tab('segments.trial.title', visible('.segment-trial'))) },
]
