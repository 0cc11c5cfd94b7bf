import { readFile } from 'node:fs/promises'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

test('a sign-in is told by the person’s name, not by the account’s id', async ({ world }) => {
  const { page } = await world.at('/changes?in=people', OWNER)
  const log = new OrderList(page)
  await expect(log.rows().first()).toBeVisible()
  const texts = await log.rows().filter({ hasText: 'Вход' }).allTextContents()
  expect(texts.length).toBeGreaterThan(0)
  for (const text of texts) expect(text).not.toMatch(/[A-Za-z0-9]{32}/)
  expect(texts.some((text) => /Вход:? ?[А-Я]/.test(text))).toBe(true)
})

test('«Журнал изменений»: the owner finds who wrote what by words, person, field and day, opens its history and card, and saves it', async ({
  world,
}) => {
  const worker = await world.at('/customers', ABDULOV)
  const list = new OrderList(worker.page)
  await list.rows().first().click()
  const card = new OrderCard(worker.page)
  const note = card.field('Примечание')
  for (const text of ['Перезвонить про журавля', 'Журавль готов']) {
    await note.fill(text)
    await note.blur()
    await worker.saved()
  }
  const name = (await card.card.getByRole('heading').first().textContent()) ?? ''

  const owner = await world.at('/orders/work', OWNER)
  const { page } = owner
  await page.keyboard.press('Control+k')
  await page.getByRole('combobox').fill('журнал изм')
  await expect(page.getByRole('option').first()).toContainText('Журнал изменений')
  await page.keyboard.press('Enter')
  const log = new OrderList(page)
  await page.getByRole('searchbox', { name: 'Слова до или после' }).fill('ЖУРАВЛ')
  await expect(log.rows()).toHaveCount(2)
  await expect(log.rows().first()).toContainText('Журавль готов')
  await expect(log.rows().first()).toContainText('Перезвонить про журавля')
  await expect(log.rows().first()).toContainText('Абдулов')
  await expect(log.rows().first()).toContainText(name)
  await expect(page.getByText('Найдены 2')).toBeVisible()

  await page.getByRole('combobox', { name: 'Что это' }).click()
  await page.getByRole('option', { name: 'Покупатели', exact: true }).click()
  await page.getByRole('combobox', { name: 'Поле' }).click()
  await page.getByRole('option', { name: 'Телефон', exact: true }).click()
  await expect(page.getByText('Таких изменений нет')).toBeVisible()
  await page.getByRole('combobox', { name: 'Поле' }).click()
  await page.getByRole('option', { name: 'Примечание', exact: true }).click()
  await expect(log.rows()).toHaveCount(2)

  const saving = page.waitForEvent('download')
  await page.getByRole('button', { name: 'Скачать CSV' }).click()
  const file = await saving
  expect(file.suggestedFilename()).toMatch(/^Журнал изменений \d{4}-\d{2}-\d{2}\.csv$/)
  const lines = (await readFile(await file.path(), 'utf8')).trim().split('\r\n')
  expect(lines).toHaveLength(3)
  expect(lines[0]).toContain('Когда;Кто;Устройство;Что это;Запись;Поле;Было;Стало')
  expect(lines[1]).toContain(';Примечание;Перезвонить про журавля;Журавль готов;')

  // By keys alone: into the log, to its second row, its history, and back to the very row.
  await log.grid.focus()
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('Enter')
  const history = page.getByRole('complementary')
  await expect(history.locator('.told')).not.toHaveCount(0)
  await expect(history).toContainText('Журавль готов')
  await page.reload()
  await expect(page.getByRole('complementary'), 'what is open and asked stands in the address').toContainText(name)
  await expect(log.rows()).toHaveCount(2)
  await page.getByRole('button', { name: 'Только эта запись' }).click()
  await page.getByRole('searchbox', { name: 'Слова до или после' }).fill('')
  await expect(page.getByText(`Только: ${name}`)).toBeVisible()
  await page.getByRole('link', { name: 'Открыть карточку' }).click()
  await expect(page).toHaveURL(/\/customers\//)
})

test('«Журнал изменений»: whoever is not the owner is told so, and has no way there', async ({ world }) => {
  const { page } = await world.at('/changes', ABDULOV)
  await expect(page.getByText('Журнал изменений видит владелец')).toBeVisible()
  await expect(page.getByRole('navigation').getByText('Журнал изменений')).toHaveCount(0)
})

test('«Журнал изменений»: without the server it says so, and goes on when asked again', async ({ world }) => {
  const { page } = await world.at('/orders/work', OWNER)
  await page.route('**/api/trail?*', (route) => route.abort())
  await page.goto(new URL('/changes', page.url()).href)
  await expect(page.getByText('Журнал хранится на сервере, а связи с ним сейчас нет.')).toBeVisible()
  await page.unroute('**/api/trail?*')
  await page.getByRole('button', { name: 'Повторить' }).click()
  const log = new OrderList(page)
  await expect(log.rows().first()).toBeVisible()
  // Further pages come as one goes on.
  const count = () => log.grid.getAttribute('aria-rowcount').then(Number)
  const before = await count()
  await log.grid.focus()
  await page.keyboard.press('End')
  await expect.poll(count).toBeGreaterThan(before)
})
