import { type Page, expect as playwright } from '@playwright/test'
import { SEPTEMBER } from '../e2e/support/september.ts'

/** A machine that does much else takes its time. */
export const expect = playwright.configure({ timeout: 30_000 })

/** A screen of the program, as it is looked at by people (tests/pictures) and by axe (e2e/looks.spec.ts). */
export interface Screen {
  readonly name: string
  readonly path: string
  /** Resolves when what the screen is for stands on it. */
  readonly shown: (page: Page) => Promise<void>
}

const row = (page: Page) => page.locator('tr.table-row').nth(1)
const visible = (selector: string) => (page: Page) => expect(page.locator(selector).first()).toBeVisible()

/** Opens the second row of the list, and waits for its card. */
async function card(page: Page): Promise<void> {
  await row(page).click()
  await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible()
}

/** The history of an order, told by the server. */
async function history(page: Page): Promise<void> {
  await card(page)
  await page.getByRole('tab').nth(2).click()
  await expect(page.locator('.told').first()).toBeVisible()
}

/** Removes the record whose card it opens, and goes to where it stands then. */
async function removed(page: Page): Promise<void> {
  await card(page)
  await page.getByRole('complementary').locator('footer button').click()
  await expect(page.getByRole('complementary')).toHaveCount(0)
  await page.goto(new URL('/trash', page.url()).href)
  await expect(page.locator('tr.table-row').first()).toBeVisible()
}

/** Every screen of the demo company, as its owner sees it. */
export const SCREENS: readonly Screen[] = [
  { name: 'list', path: '/orders/work', shown: (page) => expect(row(page)).toContainText(/ЗН-\d{4}/) },
  { name: 'card', path: '/orders/work', shown: card },
  { name: 'history', path: '/orders/work', shown: history },
  { name: 'board', path: '/orders/work/board', shown: visible('.tile') },
  { name: 'lanes', path: '/orders/work/board/kitchens?lanes=responsible', shown: visible('.lane .tile') },
  { name: 'funnel', path: `${SEPTEMBER}&moment=end`, shown: visible('section.block button') },
  { name: 'by managers', path: `${SEPTEMBER}&moment=end&by=manager`, shown: visible('section.block button') },
  { name: 'kind', path: '/settings/kinds', shown: card },
  { name: 'person', path: '/settings/people', shown: card },
  { name: 'customer', path: '/customers', shown: card },
  { name: 'product', path: '/goods', shown: card },
  { name: 'trash', path: '/goods', shown: removed },
  { name: 'profile', path: '/profile', shown: visible('.devices > li') },
]
