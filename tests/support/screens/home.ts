import type { Page } from '@playwright/test'
import { type Screen, said, visible } from './screen.ts'

/** One's own day, whatever one looked at last. */
async function day(page: Page): Promise<void> {
  await page.getByRole('radio', { name: await said(page, 'home.day') }).check({ force: true })
  await visible('.home-rows')(page)
}

/** The home page: the month of the company, and a person's day. */
export const HOME: readonly Screen[] = [
  { name: 'home', path: '/home', shown: visible('.home-step') },
  { name: 'home day', path: '/home', shown: day },
]
