import { serious } from '../support/hands/axe.ts'
import { tooWide } from '../support/hands/targets.ts'
import { CustomerCard } from '../support/screens/customer-card.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

const INN = '7707083893'

test('B7: a customer is filled in by tabs: contacts with phones of theirs, contracts, accounts; it stays so', async ({
  world,
}) => {
  const device = await world.at('/customers', OWNER)
  const { page } = device
  const card = new CustomerCard(page)
  await card.begin('Ромашка')
  await card.set('ИНН', '7707083894')
  await expect(card.card.getByRole('status').filter({ hasText: /ИНН/ })).toBeVisible()
  await card.set('ИНН', INN)
  await card.set('Метки', 'опт, мебель, опт')
  await expect(card.field('Метки')).toHaveValue('опт, мебель')
  await card.set('Источник', 'Ярмарка в Гатчине')

  await fillIn(await card.add('Добавить: Телефон', 'Телефон 1'), 'Номер', '+7 916 123-45-67')
  const contact = await card.add('Добавить: Контакт', 'Контакт 1')
  await fillIn(contact, 'Имя', 'Орлова Анна')
  await fillIn(contact, 'Должность', 'Директор')
  await fillIn(contact, 'Обращение', 'Анна Сергеевна')
  await fillIn(contact, 'День рождения', '18.09.1980')
  const people = card.card.getByRole('list', { name: 'Контакты' })
  await fillIn(await card.add('Добавить: Телефон', 'Телефон 1', people), 'Номер', '8 495 123-45-67')
  await fillIn(await card.add('Добавить: Телефон', 'Телефон 2', people), 'Номер', '8 495 765-43-21')
  await expect(card.card.getByRole('group', { name: 'Телефон 1' })).toHaveCount(2)

  await card.tab('Договоры')
  await fillIn(await card.add('Добавить: Договор', 'Договор 1'), 'Номер', '17/26')
  await card.tab('Банковские счета')
  const account = await card.add('Добавить: Счет', 'Счет 1')
  await fillIn(account, 'БИК', '044525225')
  await fillIn(account, 'Расчетный счет', '40702810900000000001')
  const doubt = account.getByRole('status')
  await expect(doubt).toBeVisible()
  expect(await serious(page)).toEqual([])

  await device.saved()
  await page.reload()
  await expect(card.field('Источник')).toHaveValue('Ярмарка в Гатчине')
  await expect(card.entry('Контакт 1').getByLabel('Обращение')).toHaveValue('Анна Сергеевна')
  await expect(card.entry('Телефон 2', people).getByLabel('Номер')).toHaveValue('8 495 765-43-21')
  await people.getByRole('button', { name: 'Удалить: Телефон 1' }).click()
  await expect(card.entry('Телефон 2', people)).toHaveCount(0)
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(card.entry('Телефон 2', people)).toBeVisible()
  await card.tab('Договоры')
  await expect(card.entry('Договор 1').getByLabel('Номер')).toHaveValue('17/26')
})

test('B5, B3: who may be the same shows as the card is filled in; merged, undone, merged and taken apart', async ({
  world,
}) => {
  const device = await world.at('/customers', OWNER)
  const { page } = device
  const card = new CustomerCard(page)
  await card.begin('Лютик')
  await card.set('ИНН', INN)
  await card.begin('Купавка')
  await card.set('Телефон', '89161112233')
  await expect(card.alike).toHaveCount(0)
  await card.set('ИНН', INN)
  await expect(card.alike).toHaveText([/Лютик.*Совпадает: ИНН/])
  const merge = card.alike.getByRole('button', { name: 'Объединить с «Лютик»' })
  await merge.click()
  await expect(card.card.getByRole('heading', { name: 'Лютик' })).toBeVisible()
  await expect(card.field('Телефон')).toHaveValue('89161112233')
  const merged = card.card.getByRole('list', { name: 'Объединены с этим покупателем' })
  await expect(merged).toContainText('Купавка')
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(merged).toHaveCount(0)
  await expect(card.alike).toHaveText([/Купавка/])

  await page.getByRole('button', { name: 'Действия со списком' }).click()
  await page.getByRole('menuitem', { name: 'Дубли' }).click()
  const dialog = page.getByRole('dialog', { name: 'Дубли покупателей' })
  const set = dialog.getByRole('region').filter({ hasText: 'Купавка' })
  expect(await serious(page)).toEqual([])
  await set.getByRole('button', { name: 'Объединить остальных с «Лютик»' }).click()
  await expect(set).toHaveCount(0)
  await page.keyboard.press('Escape')
  await expect(dialog).toHaveCount(0)
  await merged.getByRole('link', { name: 'Купавка' }).click()
  await expect(card.card).toContainText('Объединен с покупателем «Лютик»')
  await card.card.getByRole('button', { name: 'Разъединить', exact: true }).click()
  await expect(card.card).not.toContainText('Объединен с покупателем')
  await expect(card.alike).toHaveText([/Лютик/])
  await card.card.getByRole('button', { name: 'Действия с покупателем' }).click()
  await page.getByRole('menuitem', { name: 'Объединить с другим…' }).click()
  const merging = page.getByRole('dialog', { name: 'Объединить с покупателем' })
  await merging.getByRole('combobox').fill('Лютик')
  await page.getByRole('option', { name: /^Лютик/ }).click()
  await merging.getByRole('button', { name: 'Объединить', exact: true }).click()
  await expect(card.card.getByRole('heading', { name: 'Лютик' })).toBeVisible()
  await expect(merged).toContainText('Купавка')
})

test('B8, M10: what is owed stands on the card, and the orders behind it', async ({ world }) => {
  const { page } = await world.at('/customers', OWNER)
  const card = new CustomerCard(page)
  await page.getByRole('grid').locator('tbody tr[data-index]').filter({ hasText: /\S/ }).first().click()
  for (const name of ['Должны нам', 'Мы должны', 'Продажи на']) await expect(card.card).toContainText(name)
  await expect(card.card.locator('dl')).toContainText('₽')
  await card.tab('Документы')
  const orders = card.card.getByRole('region', { name: 'Заказы' })
  await expect(orders.getByRole('link').first().or(orders.getByText('Заказов нет'))).toBeVisible()
  await card.card.getByRole('button', { name: 'Еще', exact: true }).click()
  await page.getByRole('menuitem', { name: 'История' }).click()
  await expect(card.card.getByRole('tab', { name: 'История' })).toHaveAttribute('aria-selected', 'true')
})

test('by keyboard alone, on a phone’s width, and for whoever may only look', async ({ world }) => {
  const device = await world.at('/customers', OWNER, PHONE)
  const { page } = device
  const card = new CustomerCard(page)
  await card.begin('Незабудка')
  await card.card.getByRole('button', { name: 'Добавить: Телефон', exact: true }).first().press('Enter')
  const number = card.entry('Телефон 1').getByLabel('Номер')
  await expect(number).toBeFocused()
  await page.keyboard.type('8 916 555-44-33')
  await page.keyboard.press('Tab')
  await device.saved()
  expect(await tooWide(page)).toEqual([])
  expect(await serious(page)).toEqual([])
  const { pathname } = new URL(page.url())

  const viewer = await world.at(pathname, VIEWER)
  const seen = new CustomerCard(viewer.page)
  await expect(seen.entry('Телефон 1').getByLabel('Номер')).toHaveValue('8 916 555-44-33')
  await expect(seen.card.getByRole('button', { name: /^(Добавить|Удалить):/ })).toHaveCount(0)
})
