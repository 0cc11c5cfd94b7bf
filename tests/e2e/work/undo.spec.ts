import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { ABDULOV, expect, test } from '../support/world/world.ts'

test('acts are undone and repeated by keys, said in words; what is typed is left to the field', async ({ world }) => {
  const device = await world.at('/orders/work', ABDULOV)
  const { page } = device
  const said = (text: string | RegExp) => page.getByText(text)
  await device.saved()
  await new OrderList(page).rows().first().click()
  const card = new OrderCard(page)
  const before = await card.field('Контакт').inputValue()
  await card.set('Контакт', 'Мария')
  await card.tab('История')
  await page.keyboard.press('Control+z')
  await expect(said(/Отменено: «Контакт» \(Заказ ЗН-\d{4}\)/)).toBeVisible()
  await card.tab('Главное')
  await card.expects('Контакт', before)
  await page.getByRole('tab', { name: 'Главное' }).press('Control+Shift+Z')
  await expect(said(/Повторено: «Контакт»/)).toBeVisible()
  await card.expects('Контакт', 'Мария')
  await page.getByRole('tab', { name: 'Главное' }).press('Control+z')
  await card.expects('Контакт', before)
  await page.getByRole('tab', { name: 'Главное' }).press('Control+y')
  await card.expects('Контакт', 'Мария')
  await card.field('Примечание').fill('набрано')
  await card.field('Примечание').press('Control+z')
  await card.expects('Контакт', 'Мария')
})

test('a removed order goes from the list and comes back by the toast; after a reload there is nothing to undo', async ({
  world,
}) => {
  const device = await world.at('/orders/work', ABDULOV)
  const { page } = device
  const list = new OrderList(page)
  await expect(list.rows().first()).toContainText(/ЗН-\d{4}/)
  await device.saved()
  const number = (await list.column('Номер'))[0] ?? ''
  await list.rows(number).click()
  await new OrderCard(page).button('Удалить').click()
  await expect(list.rows(number)).toHaveCount(0)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(list.rows(number)).toHaveCount(1)
  await device.saved()
  await page.reload()
  await expect(list.rows(number)).toHaveCount(1)
  await page.getByRole('button', { name: /Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Отменить последнее действие' }).click()
  await expect(page.getByText('Отменять нечего')).toBeVisible()
})
