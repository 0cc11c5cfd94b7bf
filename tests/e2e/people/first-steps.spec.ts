import type { Page } from '@playwright/test'
import { expect, test } from '../support/world/world.ts'

test.use({ company: 'none' })

/** Counts presses, so that the way stays as short as it is said to be. */
function counting(page: Page) {
  const counted = { presses: 0, lines: 0 }
  return {
    counted,
    async press(name: string) {
      counted.presses++
      await page.getByRole('button', { name, exact: true }).click()
    },
    async type(fields: Readonly<Record<string, string>>) {
      for (const [label, text] of Object.entries(fields)) {
        counted.lines++
        const field = page.getByRole('textbox', { name: label, exact: true })
        await field.fill(text)
        await field.press('Tab')
      }
    },
  }
}

test('FS3, FS6: from an empty company to its first order in 10 presses and 10 lines; then the guide opens without a network', async ({
  world,
}) => {
  const device = await world.device()
  const { page } = device
  const { counted, press, type } = counting(page)
  const isDone = (step: string) => expect(page.locator('.first-step.done').filter({ hasText: step })).toHaveCount(1)
  await device.open('/')
  await type({ 'Название компании': 'Салон', 'Ваше имя': 'Ольга Громова', Почта: 'olga@salon.example' })
  await type({ Пароль: 'лошадь батарея скоба' })
  await press('Создать компанию')
  counted.presses++
  await page.getByRole('link', { name: 'Открыть первые шаги' }).click()
  await type({ ИНН: '7707083893' })
  await isDone('Компания и реквизиты')
  await expect(page.getByRole('textbox', { name: 'Адрес', exact: true }), 'one goes on filling in').toBeFocused()
  await press('Только главное')
  await isDone('Что вам нужно')
  await expect(page.getByRole('navigation').getByRole('link', { name: 'Планы продаж' })).toHaveCount(0)
  await press('Пропустить')
  await press('Взять: Кухни и мебель на заказ')
  await isDone('Ход заказа')
  await type({ 'Название 1': 'Кухня «Лофт»', 'Цена 1': '180000' })
  await press('Записать')
  await isDone('Товары и услуги')
  await type({ 'Название или имя': 'Иванова Мария', Телефон: '+7 921 555-12-34' })
  await press('Записать')
  await isDone('Покупатели')
  await press('Создать заказ')
  const card = page.getByRole('complementary')
  counted.lines++
  await card.getByRole('combobox', { name: 'Покупатель' }).fill('Иванова')
  counted.presses++
  await page.getByRole('option', { name: /Иванова Мария/ }).click()
  await press('Записать')
  await expect(card.getByText(/^Заказ покупателя .+ от /)).toBeVisible()
  await expect(card.getByText('1. Новый')).toBeVisible()
  expect(counted).toEqual({ presses: 10, lines: 10 })

  await device.saved()
  await device.ready()
  await page.reload()
  await expect(card.getByText('1. Новый')).toBeVisible()
  device.line.cut()
  await page.keyboard.press('F1')
  const help = page.getByRole('complementary', { name: 'Справка' })
  await expect(help.getByRole('heading', { name: 'Заказы' })).toBeVisible()
  await help.getByRole('searchbox').fill('отгрузке')
  await help
    .getByRole('button', { name: /Отгрузки и оплаты/ })
    .first()
    .click()
  await expect(help.getByRole('heading', { name: 'Отгрузки и оплаты' })).toBeInViewport()
})
