import { ListFilter } from '../support/screens/list-filter.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/** Somebody of the demo company who has ordered nothing yet. */
const NEWCOMER = 'Цветков О.'
const PRICES = 'Для партнеров'

/** What a kitchen costs in a new line of an order. */
async function priceIn(order: OrderCard): Promise<string> {
  const line = await order.addLine()
  await line.getByRole('combobox').fill('Лофт')
  await order.page.getByRole('option', { name: /Лофт/ }).first().click()
  const price = line.getByLabel('Цена', { exact: true })
  await expect(price).not.toHaveValue(/^(0,00)?$/)
  return price.inputValue()
}

test('SG11: a segment is made, its count follows an order of another device, that customer has its prices then, and it filters the customers', async ({
  world,
}) => {
  const device = await world.at('/segments', OWNER)
  const { page } = device
  await page.getByRole('banner').getByRole('button', { name: 'Создать', exact: true }).click()
  const card = page.getByRole('complementary')
  await card.getByLabel('Название', { exact: true }).fill('Заказывали')
  await card.getByLabel('Название', { exact: true }).blur()
  await card.getByRole('button', { name: 'Условие', exact: true }).click()
  const row = card.getByRole('group', { name: 'Условие 1', exact: true })
  await row.getByRole('combobox', { name: 'Поле' }).fill('Заказов')
  await page.getByRole('option', { name: 'Заказов', exact: true }).click()
  await expect(row.getByRole('combobox', { name: 'Сравнение' })).toHaveText('больше или равно')
  await expect(card.getByText('Допишите условие'), 'nothing is wrong yet').toBeVisible()
  await row.getByRole('textbox', { name: 'Значение' }).fill('1')
  await row.getByRole('textbox', { name: 'Значение' }).blur()
  await card.getByRole('combobox', { name: 'Вид цены', exact: true }).click()
  await page.getByRole('option', { name: PRICES, exact: true }).click()
  const found = card.locator('.segment-count')
  await expect(found).toHaveText(/^[1-9]\d* покупател/)
  const before = Number.parseInt((await found.textContent()) ?? '', 10)
  await card.getByRole('tab', { name: 'Проверка' }).click()
  await card.getByRole('combobox', { name: 'Покупатель' }).fill(NEWCOMER)
  await page.getByRole('option', { name: NEWCOMER }).click()
  await expect(card.locator('.segment-tree')).toHaveText(/Заказов больше или равно 1: не выполнено сейчас: 0/)
  await card.getByRole('tab', { name: 'Главное' }).click()
  await device.saved()

  const other = await world.at('/orders/customer', ABDULOV)
  const order = new OrderCard(other.page)
  await other.page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await order.pick('Покупатель', NEWCOMER)
  const usual = await priceIn(order)
  await order.button('Провести').click()
  await expect(found).toHaveText(new RegExp(`^${before + 1} покупател`))

  // SG11: an order of whoever is in it now is at its prices, from the choice of the customer on.
  await other.page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await expect(order.field('Покупатель')).toHaveValue('')
  await order.pick('Покупатель', NEWCOMER)
  await order.card.getByText('Условия', { exact: true }).click()
  await expect(order.field('Вид цены')).toHaveValue(PRICES)
  expect(await priceIn(order)).not.toBe(usual)

  await device.open('/customers')
  await new ListFilter(page).quick('В сегменте', 'Заказывали')
  const list = new OrderList(page)
  await expect(page.getByRole('grid').locator('tfoot')).toContainText(new RegExp(`^${before + 1} `))
  await page.getByRole('searchbox', { name: 'Найти в списке' }).fill(NEWCOMER)
  await expect(list.rows()).toHaveCount(1)
})
