import { readFile } from 'node:fs/promises'
import type { Page } from '@playwright/test'
import { readBook } from '../../../shared/importing/reading/xlsx/read.ts'
import { plain } from '../support/screens/order-list.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const total = (page: Page) => page.locator('.report-table tfoot td').first().getByRole('button')
const rowOf = (page: Page, name: string) => page.locator('.report-table tbody tr').filter({ hasText: name })

test('a ready report is cut otherwise, compared, opened at a figure, kept, found again, and saved with its total', async ({
  world,
}) => {
  const device = await world.at('/reports', OWNER)
  const { page } = device
  await page.getByRole('button', { name: 'Валовая прибыль по менеджерам' }).click()
  await expect(rowOf(page, 'Абдулов')).toBeVisible()
  await pick(page, 'Строки', 'Категория')
  await expect(rowOf(page, 'Кухни')).toBeVisible()
  await pick(page, 'Сравнить', 'С прошлым периодом')
  await expect(page.locator('.report-table tfoot .change').first()).toHaveAttribute('title', /^Прошлый период: /)
  await page.getByRole('button', { name: /^Показатели/ }).click()
  await page.getByRole('checkbox', { name: 'Заказов' }).check({ force: true })
  await page.keyboard.press('Escape')

  const orders = page.getByTitle('Кухни, Заказов')
  const count = plain((await orders.textContent()) ?? '')
  expect(Number(count)).toBeGreaterThan(0)
  await orders.click()
  const behind = page.getByRole('dialog', { name: 'Кухни, Заказов' })
  await expect(behind.getByRole('status')).toHaveText(new RegExp(`^${count} `))
  await expect(behind.getByRole('row').filter({ hasText: /З[НК]-\d/ })).toHaveCount(Number(count))
  // The list stands in the address.
  await page.reload()
  await expect(behind.getByRole('status')).toHaveText(new RegExp(`^${count} `))
  await behind.getByRole('radio', { name: 'Прошлый период' }).check({ force: true })
  await expect(behind.getByRole('status')).not.toHaveText(new RegExp(`^${count} `))
  await page.keyboard.press('Escape')
  await expect(behind).toHaveCount(0)

  await act(page, 'Печать')
  const paper = page.getByRole('dialog').getByRole('article', { name: 'Продажи: категория' })
  await expect(paper.getByRole('row').filter({ hasText: 'Кухни' }).last()).toContainText(count)
  await page.keyboard.press('Escape')

  await page.getByRole('button', { name: 'Представления' }).click()
  await page.getByRole('menuitem', { name: 'Записать как новое представление' }).click()
  await page.getByRole('textbox', { name: 'Название' }).fill('Прибыль категорий')
  await page.keyboard.press('Enter')
  await expect(page.getByRole('button', { name: 'Прибыль категорий' })).toBeVisible()
  await device.saved()
  await device.open('/reports')
  await page.getByRole('button', { name: 'Прибыль категорий' }).click()
  await expect(page.getByTitle('Кухни, Заказов')).toHaveText(count)

  const coming = page.waitForEvent('download')
  await act(page, 'Сохранить в XLSX')
  const book = await readBook(await readFile(await (await coming).path()))
  if ('code' in book) throw new Error(book.code)
  const last = book[0]?.rows.at(-1)
  expect(last?.[0]).toBe('Итого')
  expect(last?.[1]).toBe(
    Number(
      plain((await total(page).textContent()) ?? '')
        .replace(/ /g, '')
        .replace(',', '.'),
    ),
  )

  await act(page, 'Отправлять по расписанию')
  await expect(page).toHaveURL(/\/settings\/reports\/\w+/)
  const card = page.getByRole('complementary')
  await expect(card.getByRole('textbox', { name: 'Название' })).toHaveValue('Прибыль категорий')
  await expect(card).toContainText('Продажи. Категория. Сумма, Себестоимость, Прибыль, Рентабельность, Заказов')
})

/** Chooses in the menu of the report. */
async function act(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name: 'Действия с отчетом' }).click()
  await page.getByRole('menuitem', { name }).click()
}

/** Chooses in a field of the bar. */
async function pick(page: Page, field: string, option: string): Promise<void> {
  await page.getByRole('combobox', { name: field, exact: true }).click()
  await page.getByRole('option', { name: option, exact: true }).click()
}
