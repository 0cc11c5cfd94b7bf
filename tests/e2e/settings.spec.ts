import { expect, type Page } from '@playwright/test'
import { ABDULOV, OWNER, test, VIEWER } from './support/world.ts'

function states(page: Page) {
  return page.getByRole('complementary').locator('.kind-states').getByRole('listitem')
}

async function openKind(page: Page, url: string, name: string): Promise<void> {
  await page.goto(`${url}/settings/kinds`)
  await page.getByRole('row').filter({ hasText: name }).click()
  await expect(states(page).first()).toBeVisible()
}

async function namesOf(page: Page): Promise<string[]> {
  return (await states(page).allInnerTexts()).map((text) => text.split('\n')[0]?.trim() ?? '')
}

test('a kind’s states: add, new by name, up, down, take out and back, «Завершен» always last, on every device', async ({
  world,
}) => {
  const [owner, manager] = await Promise.all([world.signedIn(OWNER), world.signedIn(ABDULOV)])
  await openKind(owner.page, owner.url, 'Интернет-магазин')
  const first = ['1. Загружен с сайта', '2. Подтверждение заказа', '3. Ожидает поставки', '4. Готов к отгрузке']
  await expect.poll(() => namesOf(owner.page)).toEqual([...first, '5. Передан курьеру', '6. Завершен'])

  await owner.page.getByRole('combobox', { name: 'Добавить' }).fill('Отзыв получен')
  await owner.page.getByRole('option', { name: 'Создать «Отзыв получен»' }).click()
  await expect
    .poll(() => namesOf(owner.page))
    .toEqual([...first, '5. Передан курьеру', '6. Отзыв получен', '7. Завершен'])

  await states(owner.page).nth(5).getByRole('button', { name: 'Выше' }).click()
  await expect
    .poll(() => namesOf(owner.page))
    .toEqual([...first, '5. Отзыв получен', '6. Передан курьеру', '7. Завершен'])
  await states(owner.page).nth(4).getByRole('button', { name: 'Ниже' }).click()
  await expect
    .poll(async () => (await namesOf(owner.page)).slice(4))
    .toEqual(['5. Передан курьеру', '6. Отзыв получен', '7. Завершен'])

  await states(owner.page).nth(0).getByRole('button', { name: 'Убрать' }).click()
  await expect.poll(async () => (await namesOf(owner.page))[0]).toBe('1. Подтверждение заказа')
  await owner.page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect.poll(async () => (await namesOf(owner.page))[0]).toBe('1. Загружен с сайта')

  await openKind(manager.page, manager.url, 'Интернет-магазин')
  await expect
    .poll(() => namesOf(manager.page))
    .toEqual([...first, '5. Передан курьеру', '6. Отзыв получен', '7. Завершен'])
})

test('«Добавить все» brings every state that a new kind lacks', async ({ world }) => {
  const { page, url } = await world.signedIn(OWNER)
  await page.goto(`${url}/settings/kinds`)
  await page.getByRole('button', { name: 'Создать' }).click()
  const name = page.getByRole('complementary').getByLabel('Название')
  await name.fill('Шкафы')
  await name.blur()
  await expect(states(page)).toHaveText([/1\. Завершен/])
  await page.getByRole('button', { name: 'Добавить все' }).click()
  await expect(states(page)).toHaveCount(12)
  await expect(states(page).last()).toContainText('12. Завершен')
  await expect(page.getByRole('button', { name: 'Добавить все' })).toHaveCount(0)
})

test('a department is made, named, removed, and brought back', async ({ world }) => {
  const { page, url } = await world.signedIn(OWNER)
  await page.goto(`${url}/settings/departments`)
  await page.getByRole('button', { name: 'Создать' }).click()
  const name = page.getByRole('complementary').getByLabel('Название')
  await name.fill('Салон на Литейном')
  await name.blur()
  const row = page.getByRole('row').filter({ hasText: 'Салон на Литейном' })
  await expect(row).toBeVisible()
  await page.getByRole('button', { name: 'Удалить' }).click()
  await expect(row).toHaveCount(0)
  await page.getByRole('button', { name: 'Вернуть как было' }).click()
  await expect(row).toBeVisible()
})

test('a viewer and a manager see settings and cannot change them; a viewer cannot change orders', async ({ world }) => {
  const viewer = await world.signedIn(VIEWER)
  await openKind(viewer.page, viewer.url, 'Интернет-магазин')
  await expect(viewer.page.getByText('Изменять может владелец или администратор.')).toBeVisible()
  await expect(viewer.page.getByRole('button', { name: 'Создать' })).toHaveCount(0)
  await expect(viewer.page.getByRole('button', { name: 'Убрать' })).toHaveCount(0)
  await expect(viewer.page.getByRole('complementary').getByLabel('Название')).not.toBeEditable()

  await viewer.open('/orders/work')
  await viewer.page.getByRole('row').nth(3).click()
  await expect(viewer.page.getByRole('complementary').getByLabel('Контакт', { exact: true })).not.toBeEditable()
  await expect(viewer.page.getByRole('button', { name: 'Создать' })).toHaveCount(0)
})
