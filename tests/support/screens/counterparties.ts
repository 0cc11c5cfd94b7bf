import type { Page } from '@playwright/test'
import { after, pane, press, row, type Screen, visible } from './screen.ts'

const rows = visible('#root tr.table-row')

async function facts(page: Page): Promise<void> {
  await row(page).click()
  await visible('.side-card .facts')(page)
}

/** What outside services say of customers' companies. */
export const COUNTERPARTIES: readonly Screen[] = [
  { name: 'counterparties', path: '/counterparties', shown: rows },
  { name: 'counterparty', path: '/counterparties', shown: after(rows, facts) },
  {
    name: 'counterparty service',
    path: '/counterparties',
    shown: after(rows, (page) => press(page, 'risks.service.open', page.getByRole('banner')), pane),
  },
]
