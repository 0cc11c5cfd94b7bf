import type { Page } from '@playwright/test'
import { OrderCard } from './support/order-card.ts'
import { OrderList, plain } from './support/order-list.ts'
import { ABDULOV, expect, OWNER, test } from './support/world.ts'

/** Opens the card of the row with a text, removes its record, and waits until that has left the list. */
async function removeRow(page: Page, text: string): Promise<void> {
  const list = new OrderList(page)
  await list.rows(text).first().click()
  await new OrderCard(page).button('Удалить').click()
  await expect(list.rows(text)).toHaveCount(0)
}

test('«Корзина»: what was removed from every list is found and restored, one or many, offline too; what cannot be says why', async ({
  world,
}) => {
  const owner = await world.signedIn(OWNER)
  await owner.open('/settings/reasons')
  await removeRow(owner.page, 'Не дождался поставки')
  const device = await world.signedIn(ABDULOV)
  const { page, line } = device
  const list = new OrderList(page)
  await device.open('/orders/work')
  await expect(list.rows(/ЗН-\d{4}/).first()).toBeVisible()
  const [number = ''] = await list.column('Номер')
  const [customer = ''] = await list.column('Покупатель')
  await removeRow(page, number)
  await device.open('/customers')
  await list.search(customer)
  await removeRow(page, customer)
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('корзина')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/trash$/)

  const row = (text: string) => list.rows(text)
  await expect(row(number)).toContainText('Абдулов')
  await expect(row('Не дождался поставки')).toContainText('Восстановит владелец или администратор')
  await expect(row('Не дождался поставки').getByRole('checkbox')).toBeDisabled()
  const search = page.getByRole('searchbox', { name: 'Найти в корзине' })
  await search.fill(number.slice(-4))
  await expect(list.rows()).toHaveCount(1)
  await search.fill('')
  await page.getByRole('combobox', { name: 'Что показать' }).click()
  await page.getByRole('option', { name: 'Покупатели (1)' }).click()
  await expect(list.rows()).toHaveCount(1)
  await expect(page).toHaveURL(/in=customers/)
  await device.open('/trash')

  await page.getByRole('button', { name: 'Отметить все найденные' }).click()
  await expect(page.getByText('Отмечены 2')).toBeVisible()
  await page.getByRole('button', { name: 'Восстановить', exact: true }).click()
  await expect(list.rows()).toHaveCount(1)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(list.rows()).toHaveCount(3)
  await device.saved()

  line.cut()
  await page.getByRole('button', { name: `Восстановить: ${number}` }).click()
  await expect(row(number)).toHaveCount(0)
  await device.open('/orders/work')
  await row(number).first().click()
  const card = new OrderCard(page)
  await expect(card.card.getByRole('status').filter({ hasText: 'в корзине' })).toContainText(plain(customer))
  await card.expects('Покупатель', customer)
  line.restore()
  await card.card.getByRole('button', { name: 'Восстановить' }).click()
  await expect(card.card.getByRole('status').filter({ hasText: 'в корзине' })).toHaveCount(0)
  await device.saved()
})
