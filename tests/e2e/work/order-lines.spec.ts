import { fillIn, OrderCard } from '../support/screens/order-card.ts'
import { expect, test, VEDERKIN } from '../support/world/world.ts'

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
