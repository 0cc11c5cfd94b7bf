import { serious } from '../support/hands/axe.ts'
import { CustomerCard } from '../support/screens/customer-card.ts'
import { ListFilter } from '../support/screens/list-filter.ts'
import { fillIn } from '../support/screens/order-card.ts'
import type { Device } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

/** Adds a field to customers, as it is done in settings, and gives its card. */
async function declare({ page }: Device, name: string, type: string) {
  await page.getByRole('button', { name: 'Добавить поле: Покупатели' }).click()
  const card = page.getByRole('complementary')
  await fillIn(card, 'Название', name)
  await pick(page, 'Что в нем', type)
  return card
}

async function pick(page: Device['page'], label: string, option: string): Promise<void> {
  await page.getByRole('complementary').getByRole('combobox', { name: label }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

test('U1, U2, U6: fields are declared, filled in by keys without a network, shown, filtered and changed as others; removed, they come back with their values', async ({
  world,
}) => {
  const device = await world.at('/settings/fields', OWNER)
  const { page } = device
  await device.ready()
  await declare(device, 'Площадь', 'Число')
  await pick(page, 'Знаков после запятой', 'Три: 12,345')
  const declared = await declare(device, 'Материал', 'Один вариант из списка')
  for (const [at, option] of ['Дуб', 'Ясень'].entries()) {
    await declared.getByRole('button', { name: 'Добавить вариант' }).click()
    await declared.getByRole('textbox', { name: 'Добавить вариант' }).fill(option)
    await page.keyboard.press('Enter')
    await expect(declared.getByLabel('Название варианта').nth(at)).toHaveValue(option)
  }
  await declared.getByText('Отбор над списком').click()
  expect(await serious(page)).toEqual([])

  device.line.cut()
  await device.open('/customers')
  const card = new CustomerCard(page)
  for (const name of ['Сирень', 'Сирень белая']) await card.begin(name)
  await card.field('Площадь').focus()
  await page.keyboard.type('много')
  await page.keyboard.press('Tab')
  await expect(card.card.getByRole('alert')).toHaveText(/Это не число/)
  await card.field('Площадь').focus()
  await page.keyboard.press('Control+a')
  await page.keyboard.type('12,5')
  await page.keyboard.press('Tab')
  await expect(card.field('Площадь')).toHaveValue('12,500')
  await expect(card.field('Материал')).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  await expect(card.field('Материал')).toContainText('Дуб')

  const filter = new ListFilter(page)
  await filter.quick('Материал', 'Дуб')
  const row = page.getByRole('grid').getByRole('row').filter({ hasText: 'Сирень' })
  await expect(row).toHaveText([/Сирень белая/])
  await page.getByRole('button', { name: 'Колонки' }).click()
  await page.getByRole('checkbox', { name: 'Площадь' }).check()
  await page.keyboard.press('Escape')
  const head = page.getByRole('columnheader', { name: 'Площадь' })
  await expect(head).toBeVisible()
  await expect(row).toContainText('12,500')

  await row.locator('.table-check').click()
  await page.getByRole('toolbar', { name: 'Выбранное' }).getByRole('button', { name: 'Изменить поле' }).click()
  const dialog = page.getByRole('dialog', { name: 'Изменить поле' })
  await dialog.getByRole('combobox', { name: 'Поле' }).click()
  await page.getByRole('option', { name: 'Площадь' }).click()
  await fillIn(dialog, 'Площадь', '0,125')
  await dialog.getByRole('button', { name: 'Изменить: 1' }).click()
  await expect(row).toContainText('0,125')
  device.line.restore()
  await device.saved()

  await device.open('/settings/fields')
  await page.getByRole('link', { name: /^Площадь/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Удалить', exact: true }).click()
  const asked = page.getByRole('alertdialog')
  await expect(asked).toContainText('Заполнено в 1 записи')
  await asked.getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(page.getByRole('list', { name: 'Убранные' })).toContainText('Площадь')
  await device.open('/customers')
  await filter.quick('Материал', 'Дуб')
  await expect(row).toHaveCount(1)
  await expect(head).toHaveCount(0)
  await device.open('/settings/fields')
  await page.getByRole('link', { name: /^Площадь/ }).click()
  await page.getByRole('complementary').getByRole('button', { name: 'Восстановить' }).click()
  await device.open('/customers')
  await filter.quick('Материал', 'Дуб')
  await expect(row).toHaveText([/0,125/])
  await device.saved()
})
