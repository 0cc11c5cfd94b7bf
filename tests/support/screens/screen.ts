import { type Locator, type Page, expect as playwright } from '@playwright/test'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import { LANGUAGES, type PlainPath } from '../../../shared/locales/index.ts'
import type { Staged } from './staged.ts'

/** A machine that does much else takes its time. */
export const expect = playwright.configure({ timeout: 30_000 })

/** A screen of the program, as it is looked at by people (tests/pictures) and by axe (e2e/hands/looks.spec.ts). */
export interface Screen {
  readonly name: string
  readonly path: string | ((staged: Staged) => string)
  /** Resolves when what the screen is for stands on it. */
  readonly shown: (page: Page, staged: Staged) => Promise<void>
}

/** What the program says at a path of its dictionary, in the language of the page. */
export async function said(page: Page, path: PlainPath): Promise<string> {
  const lang = await page.locator('html').getAttribute('lang')
  const language = LANGUAGES.find((one) => one === lang) ?? 'ru'
  const found = path
    .split('.')
    .reduce<unknown>((room, name) => room?.[name as keyof typeof room], DICTIONARIES[language])
  if (typeof found !== 'string') throw new Error(`${path} is no phrase`)
  return found
}

/** Presses the button that is called so. */
export async function press(page: Page, path: PlainPath, within: Page | Locator = page): Promise<void> {
  await within
    .getByRole('button', { name: await said(page, path) })
    .first()
    .click()
}

/** Chooses what an open menu calls so. */
export async function choose(page: Page, path: PlainPath): Promise<void> {
  await page.getByRole('menuitem', { name: await said(page, path) }).click()
}

export const row = (page: Page) => page.locator('#root tr.table-row').nth(1)
export const visible = (selector: string) => (page: Page) => expect(page.locator(selector).first()).toBeVisible()

/** A list of orders, or of what belongs to them, with its rows: which of them is first changes with the day. */
export async function list(page: Page): Promise<void> {
  const rows = page.locator('#root tr.table-row')
  await expect(rows.filter({ hasText: /З[НК]-\d{4}/ }).first()).toBeVisible()
}

/** Opens the second row of the list, and waits for its card. */
export async function card(page: Page): Promise<void> {
  await row(page).click()
  await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible()
}

/** The card of the record that the address names. */
export async function openCard(page: Page): Promise<void> {
  await expect(page.getByRole('complementary').getByRole('textbox').first()).toBeVisible()
}

/** A pane over the page. */
export async function pane(page: Page): Promise<void> {
  await expect(
    page.getByRole('dialog').or(page.getByRole('alertdialog')).or(page.getByRole('menu')).first(),
  ).toBeVisible()
}

/** Does one thing after the other. */
export function after(...steps: readonly Screen['shown'][]): Screen['shown'] {
  return async (page, staged) => {
    for (const step of steps) await step(page, staged)
  }
}
