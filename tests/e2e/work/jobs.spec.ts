import type { Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const JOB = 'Проверить петли и доводчики'

const card = (page: Page) => page.getByRole('complementary')
const timer = (page: Page) => page.getByRole('timer')
const undo = (page: Page, text: string) =>
  page.getByRole('status').filter({ hasText: text }).getByRole('button', { name: 'Вернуть как было' })
/** A cell of the board: what stands in a state. */
const column = (page: Page, state: string) => page.getByRole('list', { name: state, exact: true })

/** A job that is added on the card of the first order; its own card stands then. */
async function addJob(page: Page): Promise<void> {
  await page.getByRole('grid').getByRole('row').nth(1).click()
  const line = card(page).getByRole('textbox', { name: 'Добавить задание' })
  await line.fill(JOB)
  await line.press('Enter')
  // The order's timeline tells of it, too.
  await card(page).getByRole('link', { name: JOB, exact: true }).click()
  await expect(card(page).getByRole('heading', { name: JOB })).toBeVisible()
}

test('a job of an order: its timer outlives a reload, the load opens it, keys carry it on the board', async ({
  world,
}) => {
  const { page } = await world.at('/orders/customer', OWNER)
  await addJob(page)
  await fillIn(card(page), 'План, ч', '4')
  await expect(card(page).getByRole('combobox', { name: 'Покупатель' })).not.toHaveValue('')
  // What ends before it begins is kept, and told of at its place.
  await fillIn(card(page), 'Начало', '01.12.2030 12:00')
  await fillIn(card(page), 'Окончание', '01.12.2030 11:00')
  await expect(card(page).getByRole('alert')).toContainText('раньше начала')
  for (const field of ['Начало', 'Окончание']) await fillIn(card(page), field, '')
  await card(page).getByRole('button', { name: 'Запустить таймер' }).click()
  await expect(timer(page)).toContainText(JOB)
  await page.reload()
  await expect(timer(page)).toContainText(JOB)
  expect(await serious(page)).toEqual([])
  await timer(page).getByRole('button', { name: 'Остановить таймер' }).click()
  await expect(timer(page)).toHaveCount(0)
  await expect(card(page).getByRole('list', { name: 'Затраченное время' }).getByRole('listitem')).toHaveCount(1)
  await page.getByRole('button', { name: 'Закрыть', exact: true }).first().click()

  await page.getByRole('radio', { name: 'Загрузка' }).check({ force: true })
  await page
    .getByRole('row', { name: /Громова/ })
    .getByRole('button', { name: /Без срока/ })
    .click()
  await card(page)
    .getByRole('button', { name: new RegExp(JOB) })
    .click()
  await expect(card(page).getByRole('heading', { name: JOB })).toBeVisible()
  expect(await serious(page)).toEqual([])
  await page.keyboard.press('Escape')

  await page.getByRole('radio', { name: 'Доска' }).check({ force: true })
  const tile = column(page, 'В работе').getByRole('link', { name: new RegExp(JOB) })
  await tile.focus()
  for (const key of ['Space', 'ArrowRight', 'Space']) await page.keyboard.press(key)
  const done = column(page, 'Выполнено').getByRole('link', { name: new RegExp(JOB) })
  await expect(done).toBeFocused()
  await undo(page, `${JOB}: Выполнено`).click()
  await expect(tile).toBeVisible()
  expect(await serious(page)).toEqual([])
})

test('on a phone without network a job is checked off by one tap, and undo brings it back', async ({ world }) => {
  const device = await world.at('/jobs', OWNER, PHONE)
  const { page } = device
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(card(page), 'Что сделать', JOB)
  await expect(card(page).getByRole('heading', { name: JOB })).toBeVisible()
  await device.ready()
  await device.saved()
  await page.keyboard.press('Escape')
  const check = page.getByRole('checkbox', { name: `Выполнить: ${JOB}` })
  await expect(check).toBeVisible()
  await device.context.setOffline(true)
  await page.getByTitle(`Выполнить: ${JOB}`).click()
  await expect(check).toHaveCount(0)
  await undo(page, `Выполнено: ${JOB}`).click()
  await expect(check).toBeVisible()
  expect(await serious(page)).toEqual([])
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})
