import type { Page } from '@playwright/test'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { expect, MOVING, test, VEDERKIN } from '../support/world/world.ts'

/** The focus stands on something, not on the page as a whole. */
async function somewhere(page: Page, after: string): Promise<void> {
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName), { message: after }).not.toBe('BODY')
}

/** From now on timers come late, as they do on a device that is busy drawing. */
function timersAreLate(page: Page): Promise<void> {
  return page.evaluate(() => {
    const set = window.setTimeout.bind(window)
    Object.assign(window, { setTimeout: (run: () => void, ms = 0) => set(run, ms + 200) })
  })
}

test.use(MOVING)

test('the focus is never lost on the way through list, card, lines, dialogs and screens', async ({ world }) => {
  const { page } = await world.signedIn(VEDERKIN)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  await page.getByRole('grid').focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const card = new OrderCard(page)
  await expect(card.field('Контакт')).toBeVisible()
  await somewhere(page, 'a row opened')
  const remove = card.card.getByRole('button', { name: 'Удалить строку' })
  await expect(remove.nth(1)).toBeVisible()
  const lines = await remove.count()
  for (let left = lines; left > 0; left--) {
    await remove.last().focus()
    await page.keyboard.press('Enter')
    await expect(remove).toHaveCount(left - 1)
    await somewhere(page, `${left - 1} lines left`)
    await expect.poll(() => page.evaluate(() => document.activeElement?.closest('aside') !== null)).toBe(true)
  }
  await card.button('Добавить строку').focus()
  await page.keyboard.press('Enter')
  const added = card.lines
  await expect(added.first().getByRole('combobox')).toBeFocused()
  await timersAreLate(page)
  await card.button('Добавить строку').focus()
  await page.keyboard.press('?')
  await expect(page.getByRole('dialog')).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card.button('Добавить строку')).toBeFocused()
  await card.field('Контакт').focus()
  await page.keyboard.press('Escape')
  await expect(card.card).toHaveCount(0)
  await somewhere(page, 'the card closed')
  await page.keyboard.press('n')
  await expect(page.getByRole('heading', { name: 'Новый заказ-наряд' })).toBeVisible()
  await card.button('Удалить черновик').focus()
  await page.keyboard.press('Enter')
  await expect(card.card).toHaveCount(0)
  await somewhere(page, 'a draft dropped')
  await page.keyboard.press('g')
  await page.keyboard.press('c')
  await expect(page).toHaveURL(/customers/)
  await somewhere(page, 'another screen')
})
