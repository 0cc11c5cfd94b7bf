import type { Page } from '@playwright/test'
import { COMMON } from '../../../shared/documents/families.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import { after, expect, press, row, type Screen, visible } from './screen.ts'

/** The demo company's plan of 2015 (shared/demo/plans). */
const PLAN = derivedId(COMMON, startOfDay('2015-02-01', 'Europe/Moscow'), 'demo', 'plan-kitchens')
const AT = `/plans/${PLAN}`

/** The table of a plan, with what the slide shows. */
async function plan(page: Page): Promise<void> {
  await expect(page.locator('.plan')).toContainText(/Модули|Modules/)
}

/** From what was sold this year, which the lively month is of. */
async function filling(page: Page): Promise<void> {
  await press(page, 'plans.filling.open')
  const dialog = page.getByRole('dialog')
  const year = String(new Date().getFullYear())
  for (const [at, day] of [`0101${year}`, `3112${year}`].entries()) {
    await dialog.locator('fieldset.plan-fields input').nth(at).fill(day)
    await page.keyboard.press('Tab')
  }
  await expect(dialog.locator('.simple-table td').first()).toBeVisible()
}

/** Plans of sales: their list, one of them, and what its dialogs ask. */
export const PLANS: readonly Screen[] = [
  { name: 'plans', path: '/plans', shown: async (page) => expect(row(page)).toBeVisible() },
  {
    name: 'plan-new',
    path: '/plans',
    shown: after(async (page) => press(page, 'plans.fresh'), visible('[role=dialog] .field')),
  },
  { name: 'plan', path: AT, shown: plan },
  {
    name: 'plan-rows',
    path: AT,
    shown: after(plan, async (page) => press(page, 'plans.rows.add'), visible('[role=dialog] .multi-choice')),
  },
  {
    name: 'plan-fill',
    path: '/plans',
    shown: after(async (page) => row(page).click(), filling),
  },
  {
    name: 'plan-change',
    path: AT,
    shown: after(plan, async (page) => press(page, 'plans.changing.open'), visible('[role=dialog] .field')),
  },
]
