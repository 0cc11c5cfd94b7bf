import { longOrder } from '../../support/long-order.ts'
import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

test('an order of 10,000 lines opens, scrolls to its last line and is edited there', async ({ world }) => {
  const id = await longOrder(world.server, 10_000)
  const { page } = await world.at(`/orders/customer/${id}`, ABDULOV)
  const card = new OrderCard(page)
  await expect(card.card).toContainText(/Итого\s*1\s000\s000,00/)
  await expect(card.lines.first()).toHaveAttribute('aria-setsize', '10000')
  expect(await card.lines.count()).toBeLessThan(200)
  await page.locator('.side-card-body').evaluate((body) => body.scrollTo(0, body.scrollHeight / 2))
  await expect(card.card.locator('.line[aria-posinset="5001"]')).toBeAttached()
  const last = card.card.locator('.line[aria-posinset="10000"]')
  await last.scrollIntoViewIfNeeded()
  await fillIn(last, 'Кол-во', '3')
  await expect(card.card).toContainText(/Итого\s*1\s000\s200,00/)
  await card.button('Добавить строку').click()
  await expect(card.card.locator('.line[aria-posinset="10001"]')).toBeVisible()
})

test('what cannot be is told at its place, in words, and nothing is lost', async ({ world }) => {
  const device = await world.at('/orders/customer', VEDERKIN)
  const { page } = device
  const card = new OrderCard(page)
  await device.ready()
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  const line = await card.addLine()
  await fillIn(line, 'Цена', 'сто')
  await expect(line.getByRole('alert')).toContainText('Это не число')
  await expect(line.getByLabel('Цена', { exact: true })).toHaveValue('сто')
  await fillIn(line, 'Цена', '100')
  await fillIn(line, 'Скидка, %', '120')
  await expect(line.getByRole('alert')).toContainText('100')
  await fillIn(line, 'Скидка, %', '10')
  await fillIn(line, 'Кол-во', '')
  await expect(line).toContainText('Количество не указано')
  await fillIn(line, 'Кол-во', '-2')
  await expect(line).toContainText('строка принимает товар назад')
  await expect(card.card).toContainText(/Итого\s*[-−]180,00/)
  await card.set('Дата отгрузки', '31.02.2027')
  await expect(card.card.getByRole('alert')).toContainText('Это не дата')
  await expect(card.field('Дата отгрузки')).toHaveValue('31.02.2027')
})
