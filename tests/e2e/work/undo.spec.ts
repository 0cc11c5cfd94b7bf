import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

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

test('what somebody else has changed since stays: both numbers are said, and which values they are', async ({
  world,
}) => {
  const a = await world.at('/orders/work?scope=all', ABDULOV)
  const { page } = a
  const list = new OrderList(page)
  await expect(list.rows(/ЗН-\d{4}/).nth(3)).toBeVisible()
  await a.saved()
  for (const index of [1, 2]) await page.locator(`tr[data-index="${index}"] .table-check`).click()
  const number = (await list.column('Номер'))[1] ?? ''
  const bar = page.getByRole('toolbar', { name: 'Выбранное' })
  await bar.getByRole('button', { name: 'Ответственный' }).click()
  const dialog = page.getByRole('dialog', { name: 'Ответственный' })
  await dialog.getByRole('combobox').click()
  await page.getByRole('option', { name: 'Соколова' }).click()
  await dialog.getByRole('button', { name: 'Изменить: 2' }).click()
  await expect(page.getByText('Изменено: 2 заказа')).toBeVisible()
  await a.saved()

  const b = await world.at('/orders/work?scope=all', VEDERKIN)
  await new OrderList(b.page).rows(number).click()
  const card = new OrderCard(b.page)
  await card.pick('Ответственный', 'Седова')
  await b.saved()
  await expect(list.rows(number)).toContainText('Седова')

  await page.keyboard.press('Control+z')
  const said = page.getByRole('status').filter({ hasText: /значений: 1\. Осталось как есть 1 значение/ })
  await said.getByRole('button', { name: 'Что осталось' }).click()
  const kept = page.getByRole('dialog', { name: 'Осталось как есть' })
  await expect(kept.getByRole('listitem')).toHaveText([new RegExp(`${number}.*Ответственный`)])
  await kept.getByRole('link').click()
  await expect(kept).toHaveCount(0)
  await new OrderCard(page).expects('Ответственный', 'Седова')
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
