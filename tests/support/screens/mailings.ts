import type { Page } from '@playwright/test'
import { after, openCard, type Screen, said, visible } from './screen.ts'

/** The finished mailing of the demo company. */
const CARD = '/mailings/5a1e0fa110c7ab1e5a1e'

async function readers(page: Page): Promise<void> {
  const name = await said(page, 'mailings.readers.tab')
  await page.getByRole('complementary').getByRole('tab', { name, exact: true }).click()
  await visible('.mailing-readers tr.table-row')(page)
}

/** Bulk mailing: the list, a finished one with its figures, what became of each reader. */
export const MAILINGS: readonly Screen[] = [
  { name: 'mailings', path: '/mailings', shown: visible('#root tr.table-row') },
  { name: 'mailing', path: CARD, shown: after(openCard, visible('.mailing-figures')) },
  { name: 'mailing readers', path: CARD, shown: after(openCard, readers) },
]
