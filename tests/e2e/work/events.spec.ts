import type { Page } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { tooWide } from '../support/hands/targets.ts'
import { CustomerCard } from '../support/screens/customer-card.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const card = (page: Page) => page.getByRole('complementary')
const entries = (page: Page, list: string) => card(page).getByRole('list', { name: list }).getByRole('link')

/** Notes an event by its key, from wherever one is: what it is about, and when, where that is not now. */
async function noteEvent(page: Page, subject: string, when?: string): Promise<void> {
  await card(page).getByRole('heading', { level: 2 }).click()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog', { name: 'Новое событие' })
  await expect(dialog.getByLabel('Тема')).toBeFocused()
  await page.keyboard.type(subject)
  if (when !== undefined) await dialog.getByLabel('Когда').fill(when)
  await page.keyboard.press('Enter')
  await expect(dialog).toBeHidden()
}

/** Leads to the event that was noted last. */
async function openNoted(page: Page): Promise<void> {
  await page
    .getByRole('status')
    .filter({ hasText: 'Событие записано' })
    .getByRole('button', { name: 'Открыть' })
    .last()
    .click()
}

/** The day after tomorrow, as it is typed: ahead in every zone. */
function ahead(): string {
  const day = new Date(Date.now() + 2 * 86_400_000)
  return `${day.getUTCDate()}.${day.getUTCMonth() + 1}.${day.getUTCFullYear()} 10:00`
}

test('a call is noted by its key without the server, becomes an order, is next on the board, and stands in timelines', async ({
  world,
}) => {
  const device = await world.at('/customers', OWNER)
  const { page } = device
  await new CustomerCard(page).begin('Ромашка')
  await device.saved()
  await device.ready()
  device.line.cut()
  await noteEvent(page, 'Нужен шкаф')
  // The screen stays where it was.
  await expect(card(page).getByRole('heading', { name: 'Ромашка' })).toBeVisible()
  await openNoted(page)
  await expect(card(page).getByLabel('Покупатель')).toHaveValue('Ромашка')
  await card(page).getByRole('button', { name: 'Действия с событием' }).click()
  await page.getByRole('menuitem', { name: 'Заказ покупателя', exact: true }).click()
  const order = new OrderCard(page)
  await order.expects('Покупатель', 'Ромашка')
  await order.expects('Примечание', 'Нужен шкаф')
  await page.keyboard.press('Control+s')
  await expect(order.state).toBeVisible()
  await expect(card(page).getByRole('list', { name: 'Связанные документы' })).toContainText('Нужен шкаф')
  await expect(card(page).getByText('Основание: Звонок: Нужен шкаф')).toBeVisible()
  device.line.restore()
  await noteEvent(page, 'Привезти образцы', ahead())
  await order.tab('События')
  await expect(entries(page, 'Предстоит')).toContainText(['Привезти образцы'])
  await device.saved()
  expect(await serious(page)).toEqual([])

  await page.goto(`${device.url}/orders/customer/board?search=${encodeURIComponent('Ромашка')}`)
  const tile = page.getByRole('link').filter({ hasText: 'Ромашка' })
  await expect(tile.getByRole('img', { name: /Ближайшее: Звонок: Привезти образцы/ })).toBeVisible()

  await device.open(`/customers?search=${encodeURIComponent('Ромашка')}`)
  await page.getByRole('row').filter({ hasText: 'Ромашка' }).click()
  await card(page).getByRole('tab', { name: 'События' }).click()
  await expect(entries(page, 'Предстоит')).toContainText(['Привезти образцы'])
  await expect(entries(page, 'Что было').filter({ hasText: /Нужен шкаф.*Выполнено/ })).toBeVisible()
})

test('on a phone: what is made for a customer begins on its card, with it filled in', async ({ world }) => {
  const { page } = await world.at(`/customers?search=${encodeURIComponent('Ассоль-Дизайн')}`, OWNER, PHONE)
  await page.getByRole('row').filter({ hasText: 'Ассоль-Дизайн' }).click()
  const make = async (what: string) => {
    await card(page).getByRole('button', { name: 'Действия с покупателем' }).click()
    await page.getByRole('menuitem', { name: what, exact: true }).click()
  }
  await make('Событие')
  const dialog = page.getByRole('dialog', { name: 'Новое событие' })
  await expect(dialog.getByRole('combobox', { name: 'Покупатель' })).toHaveValue('Ассоль-Дизайн')
  await dialog.getByRole('button', { name: 'Закрыть' }).click()
  await expect(dialog).toBeHidden()
  await make('Заказ-наряд')
  await new OrderCard(page).expects('Покупатель', 'Ассоль-Дизайн')
})

test('on a phone: an event is noted, opened from its list, and says that it would end before it begins', async ({
  world,
}) => {
  const { page } = await world.at('/events/meetings', OWNER, PHONE)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  const dialog = page.getByRole('dialog', { name: 'Новое событие' })
  await expect(dialog.getByRole('radio', { name: 'Встреча' })).toBeChecked()
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await expect(dialog.getByRole('alert')).toBeVisible()
  await dialog.getByLabel('Тема').fill('Замер в новом доме')
  expect(await tooWide(page)).toEqual([])
  await dialog.getByRole('button', { name: 'Записать' }).click()
  await page.getByRole('row').filter({ hasText: 'Замер в новом доме' }).click()
  await card(page).getByLabel('Окончание').fill('01.01.2020 10:00')
  await card(page).getByLabel('Окончание').blur()
  await expect(card(page).getByRole('alert')).toContainText('раньше начала')
  await expect(card(page).getByLabel('Окончание')).toHaveValue(/2020/)
  expect(await tooWide(page)).toEqual([])
  expect(await serious(page)).toEqual([])
})
