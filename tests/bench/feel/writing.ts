import type { Page } from '@playwright/test'
import type { BrowserDevice } from '../open/device.ts'
import type { BenchFigure } from '../result.ts'
import { hasRows, LIST, saved } from './house.ts'
import { keyFigures, press } from './keys.ts'

/** Between two keys of somebody who types quickly, ms; what he has typed so far is searched after a shorter rest. */
export const TYPED = 150

/** What a person feels who writes: into an order's card, and into the palette. */
export async function writing(device: BrowserDevice): Promise<BenchFigure[]> {
  const { page } = device
  await device.open(LIST, hasRows, '')
  await saved(device)
  const palette = await inPalette(page)
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const note = await inField(page, 'Примечание', 'Call before noon')
  const customer = await inField(page, 'Покупатель', 'Customer 12')
  return [
    ...keyFigures('typing in the palette', palette),
    ...keyFigures("typing a note in an order's card", note),
    ...keyFigures("looking for a customer by name in an order's card", customer),
  ]
}

async function inPalette(page: Page): ReturnType<typeof press> {
  await page.keyboard.press('Control+k')
  await page.locator('.finder input:focus').waitFor()
  const pressed = await press(page, mistyped('B-12 table'), TYPED)
  await page.keyboard.press('Escape')
  await page.locator('.finder').waitFor({ state: 'detached' })
  return pressed
}

/** What was typed is taken back by Escape. */
async function inField(page: Page, label: string, text: string): ReturnType<typeof press> {
  const field = page.locator('.side-card').getByLabel(label, { exact: true })
  await field.click()
  const pressed = await press(page, mistyped(text), TYPED)
  await page.keyboard.press('Escape')
  return pressed
}

/** The keys of a text of which each letter is taken back and typed once more. */
export function mistyped(text: string): string[] {
  return [...text].flatMap((letter) => [letter, 'Backspace', letter])
}
