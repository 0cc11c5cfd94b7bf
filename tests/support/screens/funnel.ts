import type { Page } from '@playwright/test'
import type { PlainPath } from '../../../shared/locales/index.ts'
import { SEPTEMBER } from '../../e2e/support/data/september.ts'
import { expect, pane, press, type Screen, said, visible } from './screen.ts'

const REPORT = `${SEPTEMBER}&moment=end`
const block = visible('section.block button')

/** Opens a pane of the screen by its button. */
function opened(name: PlainPath): Screen['shown'] {
  return async (page) => {
    await press(page, name)
    await pane(page)
  }
}

async function expanded(page: Page): Promise<void> {
  await page
    .getByRole('button', { name: /^Абдулов/ })
    .first()
    .click()
  await expect(page.getByText('1. Выезд замерщика').first()).toBeVisible()
}

const beside = visible('section.block .was, section.block .by-how-much')

async function behind(page: Page): Promise<void> {
  await expect(page.getByRole('dialog').getByRole('row').nth(1)).toBeVisible()
}

async function nothing(page: Page): Promise<void> {
  await expect(page.getByText(await said(page, 'funnel.empty.title')).first()).toBeVisible()
}

/** The sales funnel, its panes, and what stands behind its figures. */
export const FUNNEL: readonly Screen[] = [
  { name: 'funnel', path: REPORT, shown: block },
  { name: 'funnel now', path: '/funnel?period=all', shown: block },
  { name: 'funnel all columns', path: `${REPORT}&columns=median,p90,staying,stayingSum,reentries`, shown: block },
  { name: 'funnel by managers', path: `${REPORT}&by=manager`, shown: block },
  { name: 'funnel by customers', path: `${REPORT}&by=customer`, shown: block },
  { name: 'funnel by departments', path: `${REPORT}&by=department`, shown: block },
  { name: 'funnel group', path: `${REPORT}&by=manager`, shown: expanded },
  { name: 'funnel beside', path: `${REPORT}&beside=own&besideFrom=2016-09-01&besideTo=2016-09-12`, shown: beside },
  { name: 'funnel by months', path: `${REPORT}&show=trend`, shown: block },
  { name: 'funnel filter', path: REPORT, shown: opened('funnel.filter') },
  { name: 'funnel settings', path: REPORT, shown: opened('funnel.settings') },
  { name: 'funnel orders', path: `${REPORT}&figure=losses.kitchens.soffer`, shown: behind },
  { name: 'funnel empty', path: '/funnel?period=custom&from=2001-01-01&to=2001-01-31', shown: nothing },
]
