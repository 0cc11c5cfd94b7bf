import type { Locator } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { fillIn } from '../support/screens/order-card.ts'
import type { Device } from '../support/world/device.ts'
import { expect, OWNER, test, VIEWER } from '../support/world/world.ts'

type Page = Device['page']

const card = (page: Page) => page.getByRole('complementary')
const row = (page: Page, text: string) => page.getByRole('grid').getByRole('row').filter({ hasText: text })
/** The rows that have come. */
const rows = (page: Page) => page.getByRole('grid').locator('tbody').getByRole('row').filter({ hasText: /\S/ })
const section = (page: Page) => card(page).getByRole('region', { name: 'Состояния вида' })

const OPEN = /Открытых заказов: [1-9]/

/** The kind's states as they stand, with their numbers. */
async function states(page: Page): Promise<string[]> {
  const rows = await section(page).getByRole('listitem').allTextContents()
  return rows.map((text) => text.replace('Всегда последнее', '').trim())
}

function act(page: Page, state: string, name: string) {
  const line = section(page).getByRole('listitem').filter({ hasText: state })
  return line.getByRole('button', { name, exact: true })
}

/** Removes what orders stand in: it is asked first, and says how many. */
async function removeAsked(page: Page, press: Locator) {
  await press.click()
  const asked = page.getByRole('alertdialog')
  await expect(asked).toContainText(OPEN)
  await asked.getByRole('button', { name: 'Удалить', exact: true }).click()
  await expect(asked).toHaveCount(0)
}

/** Takes a state out of a kind; whether orders stand in it, and it is asked, depends on the day. */
async function takeOut(page: Page, state: string) {
  const before = (await states(page)).length
  await act(page, state, 'Убрать').click()
  const asked = page.getByRole('alertdialog')
  const isAsked = async () => (await asked.count()) > 0
  await expect.poll(async () => (await isAsked()) || (await states(page)).length < before).toBe(true)
  if (await isAsked()) await asked.getByRole('button', { name: 'Убрать', exact: true }).click()
  await expect(asked).toHaveCount(0)
}

test('the states of a kind: taken out, added, moved up and down, added all; «Завершен» stays the last', async ({
  world,
}) => {
  const a = await world.at('/settings/kinds', OWNER)
  const { page } = a
  await row(page, 'Интернет-магазин').click()
  const first = ['1. Загружен с сайта', '2. Подтверждение заказа', '3. Ожидает поставки', '4. Готов к отгрузке']
  await expect.poll(() => states(page)).toEqual([...first, '5. Передан курьеру', '6. Завершен'])
  await expect(act(page, 'Завершен', 'Убрать')).toHaveCount(0)
  await expect(act(page, 'Загружен с сайта', 'Выше')).toBeDisabled()
  await expect(act(page, 'Передан курьеру', 'Ниже')).toBeDisabled()

  await takeOut(page, 'Подтверждение заказа')
  await expect.poll(() => states(page)).toHaveLength(5)
  await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).click()
  await expect.poll(() => states(page)).toHaveLength(6)
  await takeOut(page, 'Подтверждение заказа')
  await expect.poll(() => states(page)).toHaveLength(5)
  await act(page, 'Передан курьеру', 'Выше').click()
  await expect
    .poll(() => states(page))
    .toEqual(['1. Загружен с сайта', '2. Ожидает поставки', '3. Передан курьеру', '4. Готов к отгрузке', '5. Завершен'])
  await act(page, 'Загружен с сайта', 'Ниже').click()
  await expect
    .poll(async () => (await states(page)).slice(0, 2))
    .toEqual(['1. Ожидает поставки', '2. Загружен с сайта'])

  await section(page).getByRole('combobox', { name: 'Добавить' }).fill('Подтвержд')
  await page.getByRole('option', { name: 'Подтверждение заказа' }).click()
  await expect.poll(async () => (await states(page)).slice(4)).toEqual(['5. Подтверждение заказа', '6. Завершен'])
  await section(page).getByRole('combobox', { name: 'Добавить' }).fill('Ждет звонка')
  await page.getByRole('option', { name: 'Создать «Ждет звонка»' }).click()
  await expect.poll(async () => (await states(page)).slice(5)).toEqual(['6. Ждет звонка', '7. Завершен'])

  await section(page).getByRole('button', { name: 'Добавить все' }).click()
  await expect.poll(async () => (await states(page)).at(-1)).toBe('13. Завершен')
  await expect(section(page).getByRole('button', { name: 'Добавить все' })).toHaveCount(0)
  await a.saved()
  await page.reload()
  await expect.poll(() => states(page)).toHaveLength(13)
  await a.open('/settings/states')
  await expect(row(page, 'Ждет звонка')).toHaveCount(1)
})

const LISTS = [
  { path: '/settings/departments', label: 'Название' },
  { path: '/settings/organisations', label: 'Название' },
  { path: '/settings/reasons', label: 'Название' },
  { path: '/settings/states', label: 'Название' },
  { path: '/settings/people', label: 'Имя' },
  { path: '/goods', label: 'Название' },
  { path: '/customers', label: 'Название или имя' },
]

test('every list: made by its form, found, renamed, removed and undone', async ({ world }) => {
  const a = await world.signedIn(OWNER)
  const { page } = a
  for (const { path, label } of LISTS) {
    await a.open(path)
    await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
    await fillIn(card(page), label, 'Проба пера')
    await page.getByRole('searchbox').fill('проба')
    await expect(row(page, 'Проба пера')).toHaveCount(1)
    await fillIn(card(page), label, 'Проба пера вторая')
    await expect(row(page, 'Проба пера вторая')).toHaveCount(1)
    await card(page).getByRole('button', { name: 'Удалить', exact: true }).click()
    await expect(row(page, 'Проба пера')).toHaveCount(0)
    await page.getByRole('status').getByRole('button', { name: 'Вернуть как было' }).first().click()
    await expect(row(page, 'Проба пера вторая')).toHaveCount(1)
  }
})

test('what is made leads to its name; a double click makes one; what is left untouched leaves nothing, what was typed stays', async ({
  world,
}) => {
  const { page } = await world.at('/settings/departments', OWNER)
  await expect(row(page, 'Производство')).toHaveCount(1)
  const before = await rows(page).count()
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await expect(card(page).getByRole('textbox', { name: 'Название' })).toBeFocused()
  await expect(card(page).getByRole('heading', { name: 'Без названия' })).toBeVisible()
  await page.keyboard.type('Склад')
  await page.keyboard.press('Enter')
  await expect(row(page, 'Склад')).toHaveCount(1)
  await expect(rows(page)).toHaveCount(before + 1)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).dblclick({ delay: 60 })
  await expect(card(page).getByRole('heading', { name: 'Без названия' })).toBeVisible()
  await fillIn(card(page), 'Название', 'Яма')
  await expect(row(page, 'Яма')).toHaveCount(1)
  await expect(rows(page)).toHaveCount(before + 2)

  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await expect(card(page).getByRole('heading', { name: 'Без названия' })).toBeVisible()
  await page.keyboard.press('Escape')
  await expect(card(page)).toHaveCount(0)
  await expect(rows(page)).toHaveCount(before + 2)
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await card(page).getByRole('textbox', { name: 'Название' }).fill('Чердак')
  await row(page, 'Яма').click()
  await expect(row(page, 'Чердак')).toHaveCount(1)
  await expect(rows(page)).toHaveCount(before + 3)
  await page.goto(new URL('/trash', page.url()).href)
  await expect(page.getByRole('heading', { name: 'Корзина' })).toBeVisible()
  await expect(page.getByText('Без названия')).toHaveCount(0)
})

test('an INN, a phone and an address that look wrong are said so at their place, and kept as they were typed', async ({
  world,
}) => {
  const a = await world.at('/customers', OWNER)
  const { page } = a
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(card(page), 'Название или имя', 'Проба пера')
  const doubts = {
    ИНН: ['7707083894', 'Контрольные цифры ИНН не сходятся', '7707083893'],
    Телефон: ['+7 916 123', 'в номере не хватает цифр', '+7 916 123-45-67'],
    Почта: ['ольга на почте', 'Не похоже на адрес почты', 'olga@salon.ru'],
  } as const
  for (const [label, [wrong, sentence]] of Object.entries(doubts)) {
    await fillIn(card(page), label, wrong)
    await expect(card(page).getByText(sentence)).toBeVisible()
    await expect(card(page).getByLabel(label, { exact: true })).toHaveAccessibleDescription(new RegExp(sentence))
  }
  expect(await serious(page)).toEqual([])
  await a.saved()
  await page.reload()
  for (const [label, [wrong, sentence, right]] of Object.entries(doubts)) {
    await expect(card(page).getByLabel(label, { exact: true })).toHaveValue(wrong)
    await expect(card(page).getByText(sentence)).toBeVisible()
    await fillIn(card(page), label, right)
    await expect(card(page).getByText(sentence)).toHaveCount(0)
  }
  await page.setViewportSize({ width: 390, height: 800 })
  await fillIn(card(page), 'ИНН', '12')
  await expect(card(page).getByText('10 цифр у организации и 12 у человека')).toBeInViewport()
})

test('a name that is required stays until there is another', async ({ world }) => {
  const a = await world.at('/settings/departments', OWNER)
  await row(a.page, 'Производство').click()
  await fillIn(card(a.page), 'Название', '')
  await expect(card(a.page).getByRole('alert')).toContainText('Заполните поле «Название»')
  await expect(row(a.page, 'Производство')).toHaveCount(1)
})

test('a name as long as a page is refused and stays; a long one does not fill the card', async ({ world }) => {
  const { page } = await world.at('/settings/departments', OWNER)
  await row(page, 'Производство').click()
  await fillIn(card(page), 'Название', 'слово'.repeat(101))
  await expect(card(page).getByRole('alert')).toContainText('Не длиннее 500 знаков')
  await expect(card(page).getByLabel('Название', { exact: true })).toHaveValue('слово'.repeat(101))
  await fillIn(card(page), 'Название', 'слово'.repeat(100))
  const heading = card(page).getByRole('heading', { name: 'слово' })
  await expect(heading).toBeVisible()
  expect((await heading.boundingBox())?.height).toBeLessThan(130)
})

test('a removed kind shows no states to be changed; its orders still name it', async ({ world }) => {
  const owner = await world.at('/settings/kinds', OWNER)
  await row(owner.page, 'Кухни под заказ').click()
  await expect.poll(() => states(owner.page)).toHaveLength(7)
  const remove = card(owner.page).getByRole('button', { name: 'Удалить', exact: true })
  await remove.click()
  const asked = owner.page.getByRole('alertdialog', { name: 'Удалить вид «Кухни под заказ»?' })
  await expect(asked).toContainText(OPEN)
  await expect(asked).toContainText('Заказы сохранят вид и состояние')
  await asked.getByRole('button', { name: 'Отмена' }).click()
  await expect(asked).toHaveCount(0)
  await expect(row(owner.page, 'Кухни под заказ')).toHaveCount(1)
  await removeAsked(owner.page, remove)
  const undo = owner.page.getByRole('status').getByRole('button', { name: 'Вернуть как было' })
  await undo.click()
  await expect(row(owner.page, 'Кухни под заказ')).toHaveCount(1)
  await row(owner.page, 'Кухни под заказ').click()
  await removeAsked(owner.page, remove)
  await owner.open('/settings/kinds/kitchens')
  await expect(card(owner.page).getByText('Удалено')).toBeVisible()
  await expect(section(owner.page)).toHaveCount(0)
  await owner.open('/orders/work')
  await rows(owner.page).first().click()
  const state = card(owner.page).getByLabel('Вид и состояние').first()
  await expect(state).toContainText('Кухни под заказ')
  await state.click()
  await expect(owner.page.getByRole('dialog')).toContainText('Видов заказов нет')
})

test('a removed state has its name still where a kind has it: in the kind, and in the card of an order', async ({
  world,
}) => {
  const owner = await world.at('/settings/states', OWNER)
  await row(owner.page, 'Выезд замерщика').click()
  const remove = card(owner.page).getByRole('button', { name: 'Удалить', exact: true })
  await removeAsked(owner.page, remove)
  await expect(row(owner.page, 'Выезд замерщика')).toHaveCount(0)
  await owner.open('/settings/kinds/kitchens')
  await expect.poll(async () => (await states(owner.page))[0]).toBe('1. Выезд замерщика')
  await owner.open('/orders/work')
  await rows(owner.page).filter({ hasText: 'Выезд замерщика' }).first().click()
  await expect(card(owner.page).getByLabel('Вид и состояние').first()).toContainText('1. Выезд замерщика')
})

test('a viewer sees all of it and changes nothing', async ({ world }) => {
  const { page, open } = await world.signedIn(VIEWER).then((a) => ({ page: a.page, open: a.open.bind(a) }))
  for (const path of [
    '/settings/kinds',
    '/settings/departments',
    '/settings/people',
    '/goods',
    '/customers',
    '/orders/work',
  ]) {
    await open(path)
    await rows(page).first().click()
    const fields = card(page).getByRole('textbox').or(card(page).getByRole('combobox'))
    await expect(fields.first()).toBeVisible()
    for (const field of await fields.all()) await expect(field, path).not.toBeEditable()
    for (const name of ['Создать', 'Удалить', 'Добавить все', 'Провести', 'Добавить строку', 'Пригласить'])
      await expect(page.getByRole('button', { name, exact: true }), `${path}: ${name}`).toHaveCount(0)
  }
  await open('/settings/kinds')
  await row(page, 'Интернет-магазин').click()
  await expect(section(page)).toContainText('1. Загружен с сайта')
  await expect(section(page).getByRole('button')).toHaveCount(0)
  await expect(section(page).getByRole('combobox')).toHaveCount(0)
  await open('/orders/work')
  await page.keyboard.press('n')
  await rows(page).first().click()
  await expect(card(page).getByText('Вид и состояние')).toBeVisible()
  await expect(card(page).getByRole('button', { name: 'Вид и состояние' })).toHaveCount(0)
})
