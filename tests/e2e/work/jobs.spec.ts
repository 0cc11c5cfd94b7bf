import type { Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { Finger, middleOf } from '../support/screens/board.ts'
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
  await expect.poll(() => page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(PHONE.width)
})

test('a timer forgotten on one device is told of in words on the other, where it is said when it ended', async ({
  world,
}) => {
  const [{ page }, phone] = await Promise.all([world.at('/jobs', OWNER), world.at('/jobs', OWNER, PHONE)])
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(card(page), 'Что сделать', JOB)
  await expect(card(page).getByRole('heading', { name: JOB })).toBeVisible()
  // It is left before the answer to what is typed can be there.
  const order = card(page).getByRole('combobox', { name: 'Заказ' })
  await order.fill('ЗК-0001')
  await order.press('Tab')
  await expect(card(page).getByRole('link', { name: 'Открыть заказ ЗК-0001' })).toBeVisible()

  await card(page).getByRole('button', { name: 'Запустить таймер' }).click()
  await expect(timer(phone.page)).toBeVisible()
  await expect(phone.page.getByText(/Похоже, его забыли/)).toHaveCount(0)
  await card(page)
    .getByRole('button', { name: /^Исправить/ })
    .click()
  await fillIn(page.getByRole('dialog'), 'С', '02.03.2026 18:00')
  await page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
  const told = phone.page.getByRole('status').filter({ hasText: `Таймер «${JOB}» идет с 02.03.2026` })
  await expect(told).toBeVisible()
  expect(await serious(phone.page)).toEqual([])
  await told.getByRole('button', { name: 'Сказать, когда закончили' }).click()
  await phone.page.getByRole('dialog').getByRole('button', { name: 'Записать' }).click()
  for (const one of [page, phone.page]) await expect(timer(one)).toHaveCount(0)
  await expect(told).toHaveCount(0)
  await expect(card(page).getByRole('list', { name: 'Затраченное время' })).toContainText('6 ч')
})

test('on the board a mouse puts a job between others of another state, and a finger takes it on', async ({ world }) => {
  const { page } = await world.at('/jobs/board', OWNER, { width: 1400, height: 900 })
  const cards = (state: string) => column(page, state).getByRole('link')
  const id = (await cards('К выполнению').first().getAttribute('data-card')) ?? ''
  const tile = (state: string) => column(page, state).locator(`[data-card="${id}"]`)
  await tile('К выполнению').hover()
  await page.mouse.down()
  const { x, y } = await middleOf(cards('В работе').nth(1))
  await page.mouse.move(x, y - 20, { steps: 4 })
  await page.mouse.move(x, y - 10)
  await expect(column(page, 'В работе').locator('.job-line')).toBeVisible()
  await page.mouse.up()
  await expect(cards('В работе').nth(1)).toHaveAttribute('data-card', id)

  const finger = await Finger.on(page)
  await finger.down(await middleOf(tile('В работе')))
  await expect(page.locator('.tile-ghost')).toBeVisible()
  await finger.move(await middleOf(column(page, 'Выполнено')))
  await finger.up()
  await expect(page.locator('.tile-ghost')).toHaveCount(0)
  await expect(tile('Выполнено')).toBeVisible()
  await expect(page).toHaveURL(/jobs\/board$/)
})
