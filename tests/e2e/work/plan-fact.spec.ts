import type { Locator, Page } from '@playwright/test'
import { COMMON } from '../../../shared/documents/families.ts'
import { derivedId } from '../../../shared/records/keys/id.ts'
import { startOfDay } from '../../../shared/time/days.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** The demo company's plan of this year by managers. */
const YEAR = startOfDay(`${new Date().getFullYear()}-01-01`, 'Europe/Moscow')
const PLAN = derivedId(COMMON, YEAR, 'demo', 'plan-managers')

test('what is shipped elsewhere changes its manager’s figure at once, and behind the figure stands the order', async ({
  world,
}) => {
  const { page } = await world.at(`/plans/${PLAN}`, OWNER)
  await page.getByRole('main').getByRole('link', { name: 'План-факт' }).click()
  await expect(page).toHaveURL(new RegExp(`/plan-fact\\?plans=${PLAN}`))
  const fact = factOf(page, 'Абдулов')
  const before = await kopecks(fact)

  const other = await world.at('/orders/customer', ABDULOV)
  const number = await shipped(other.page)
  await expect.poll(() => kopecks(fact)).toBe(before + 20_150)

  await fact.getByRole('button').click()
  const dialog = page.getByRole('dialog', { name: /^Факт: Абдулов/ })
  await expect(dialog.getByRole('row').filter({ hasText: number })).toContainText('201,50')
  await dialog.getByRole('row').filter({ hasText: number }).click()
  await expect(page).toHaveURL(/\/orders\/customer\//)
})

/** The fact of a row over the whole plan, the last of its facts. */
function factOf(page: Page, row: string): Locator {
  const line = page.locator('.fact-table tr').filter({ has: page.getByRole('rowheader', { name: row }) })
  return line.locator('td.fact').last()
}

async function kopecks(figure: Locator): Promise<number> {
  await expect(figure).toHaveText(/\d,\d\d$/)
  return Number(((await figure.textContent()) ?? '').replaceAll(/[^\d-]/g, ''))
}

/** Makes a new order of one line, and ships all of it; its number. */
async function shipped(page: Page): Promise<string> {
  const card = new OrderCard(page)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card.pick('Покупатель', 'Частное лицо')
  const line = await card.addLine()
  await fillIn(line, 'Кол-во', '2')
  await fillIn(line, 'Цена', '100,75')
  await card.button('Провести').click()
  await expect(card.card).toContainText(/ЗК-\d{4}/)
  const number = /ЗК-\d{4}/.exec((await card.card.textContent()) ?? '')?.[0] ?? ''
  await card.tab('Отгрузки и оплаты')
  await card.button('Отгрузить').click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отгрузить', exact: true }).click()
  await expect(card.card).toContainText('Отгружать больше нечего')
  return number
}
