import { serious } from '../support/hands/axe.ts'
import { tooWide } from '../support/hands/targets.ts'
import { CustomerCard } from '../support/screens/customer-card.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { PHONE } from '../support/world/device.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

test('I2, I10, I11, I13: one box finds everything by a form of a word, tells where it stood, is held to a kind by keys, shows all of it as a list, and works without a network', async ({
  world,
}) => {
  const device = await world.at('/customers', OWNER)
  const { page, line } = device
  await device.ready()
  const card = new CustomerCard(page)
  await card.begin('Оранжерея на Мойке')
  await card.set('Примечание', 'Просили перезвонить насчет витражных окон')
  await fillIn(await card.add('Добавить: Телефон', 'Телефон 1'), 'Номер', '8 (812) 314-77-05')
  await device.saved()
  line.cut()

  const field = page.getByRole('combobox', { name: 'Заказ, покупатель, команда' })
  const options = page.getByRole('option')
  const ours = options.filter({ hasText: 'Оранжерея на Мойке' })
  await page.keyboard.press('Control+k')
  for (const typed of ['оранжереи', 'витражное окно', '314 77', 'jhfy;thtz', 'оранжерия']) {
    await field.fill(typed)
    await expect(ours.first(), typed).toBeVisible()
  }
  await field.fill('витражное окно')
  await expect(ours.locator('mark')).toHaveText(['витражных', 'окон'])
  await expect(ours).toContainText('Примечание: Просили перезвонить')

  await field.fill('окна')
  const kinds = page.getByRole('toolbar', { name: 'Где искать' })
  const customers = kinds.getByRole('button', { name: /^Покупатели/ })
  await expect(customers).toBeVisible()
  await page.keyboard.press('Tab')
  while (!(await customers.evaluate((one) => one === document.activeElement))) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await expect(customers).toHaveAttribute('aria-pressed', 'true')
  await expect(field).toBeFocused()
  await expect(ours).toHaveCount(1)
  await expect(page.locator('.pop-heading')).toHaveText(['Покупатели'])
  expect(await serious(page)).toEqual([])

  // All that begins so, which is less than what has the letter anywhere.
  await customers.click()
  await field.fill('к')
  await expect(customers).not.toHaveText(/\D1$/)
  const counted = /\d+$/.exec((await customers.textContent()) ?? '')?.[0]
  await page
    .locator('[data-row="all./customers"]')
    .filter({ hasText: `Показать все: ${counted}` })
    .click()
  await expect(page.getByText('Показано найденное по запросу «к».')).toBeVisible()
  await expect(page.getByRole('grid')).toHaveAttribute('aria-rowcount', String(Number(counted) + 1))
  expect(await serious(page)).toEqual([])

  await page.keyboard.press('Control+k')
  await field.fill('окна')
  await page.setViewportSize(PHONE)
  expect(await tooWide(page)).toEqual([])
  await ours.first().click()
  await expect(card.card.getByRole('heading', { name: 'Оранжерея на Мойке' })).toBeVisible()
})
