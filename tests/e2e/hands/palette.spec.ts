import type { Locator } from '@playwright/test'
import { serious } from '../support/hands/axe.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { expect, OWNER, test, VEDERKIN, VIEWER } from '../support/world/world.ts'

type Page = Device['page']

/** The palette on a page. */
const field = (page: Page) => page.getByRole('combobox', { name: 'Заказ, покупатель, команда' })
const options = (page: Page) => page.getByRole('option')

async function open(page: Page): Promise<Locator> {
  await page.keyboard.press('Control+k')
  await expect(field(page)).toBeFocused()
  return field(page)
}

test('an order by its bare number, from anywhere, by keyboard alone; then it is the first of the recent ones', async ({
  world,
}) => {
  const { page } = await world.signedIn(VEDERKIN)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  await page.goto(`${new URL(page.url()).origin}/customers`)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  const typing = await open(page)
  await typing.pressSequentially('42')
  const first = options(page).first()
  await expect(first).toContainText(/З[НК]-0042/)
  const active = () => typing.getAttribute('aria-activedescendant')
  await expect.poll(async () => (await active()) === (await first.getAttribute('id'))).toBe(true)
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/\w+\/common-[\w-]+$/)
  await expect(new OrderCard(page).card).toContainText(/З[НК]-0042/)
  await open(page)
  await expect(options(page).first()).toContainText(/З[НК]-0042/)
})

test('typed in one breath with its Enter, a number opens its order and none that was found for a part of it', async ({
  world,
}) => {
  const { page } = await world.signedIn(VEDERKIN)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  const typing = await open(page)
  // Orders may still be read: until they are, others are found for the number.
  await typing.fill('0042')
  await expect(options(page).first()).toContainText(/З[НК]-0042/)
  await typing.fill('')
  await expect(options(page).first()).not.toContainText('0042')
  await typing.evaluate((input: HTMLInputElement) => {
    input.value = '0042'
    input.dispatchEvent(new InputEvent('input', { bubbles: true }))
    input.dispatchEvent(new KeyboardEvent('keydown', { key: 'Enter', bubbles: true, cancelable: true }))
  })
  await expect(new OrderCard(page).card).toContainText(/З[НК]-0042/)
})

test('a customer in the wrong layout, with е for ё, and with a slip', async ({ world }) => {
  const { page } = await world.signedIn(VEDERKIN)
  await page.getByRole('button', { name: 'Найти или выполнить команду' }).click()
  for (const typed of ['Лаптева', 'kfgntdf', 'лаптвеа']) {
    await field(page).fill(typed)
    await expect(options(page).filter({ hasText: 'Лаптева Ксения' }).first()).toBeVisible()
  }
  await field(page).fill('нет такого нигде')
  await expect(page.getByRole('status').filter({ hasText: 'Ничего не найдено' })).toBeVisible()
  await expect(options(page)).toHaveCount(0)
})

test('the state of the open order by a word of it; the palette gives the focus back', async ({ world }) => {
  const { page } = await world.signedIn(VEDERKIN)
  await new OrderList(page).rows().first().click()
  const card = new OrderCard(page)
  await card.field('Контакт').focus()
  const typing = await open(page)
  await typing.pressSequentially('на складе')
  await expect(options(page).first()).toContainText('На складе')
  await page.keyboard.press('Enter')
  await expect(card.state).toContainText('На складе')
  await expect(card.field('Контакт')).toBeFocused()
  await open(page)
  await page.keyboard.press('Escape')
  await expect(field(page)).toHaveCount(0)
  await expect(card.field('Контакт')).toBeFocused()
})

test('commands: a new order, the theme; what was chosen stands first the next time', async ({ world }) => {
  const { page } = await world.signedIn(OWNER)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  const typing = await open(page)
  await typing.pressSequentially('темное')
  await expect(options(page).first()).toContainText(/темное/i)
  await page.keyboard.press('Enter')
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark')
  await open(page)
  await field(page).fill('новый заказ покуп')
  await expect(options(page).first()).toContainText('Новый заказ покупателя')
  await page.keyboard.press('Enter')
  await expect(page).toHaveURL(/\/orders\/customer\/draft\/common-/)
  await expect(page.getByRole('heading', { name: 'Новый заказ покупателя' })).toBeVisible()
  await open(page)
  await expect(options(page).first()).toContainText('Новый заказ покупателя')
})

test('arrows walk round through everything, the field keeps the focus', async ({ world }) => {
  const { page } = await world.signedIn(OWNER)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  const typing = await open(page)
  await expect(options(page).nth(12)).toBeVisible()
  const count = await options(page).count()
  for (let i = 0; i < count; i++) {
    await expect(options(page).nth(i)).toHaveAttribute('aria-selected', 'true')
    await page.keyboard.press('ArrowDown')
  }
  await expect(options(page).first()).toHaveAttribute('aria-selected', 'true')
  await page.keyboard.press('ArrowUp')
  await expect(options(page).last()).toHaveAttribute('aria-selected', 'true')
  await expect(typing).toBeFocused()
})

test('whoever only reads is offered no new order', async ({ world }) => {
  const { page } = await world.signedIn(VIEWER)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  const typing = await open(page)
  await typing.pressSequentially('новый заказ')
  await expect(page.getByRole('status').filter({ hasText: 'Ничего не найдено' })).toBeVisible()
})

test('on a phone it is a whole screen behind an icon; axe finds nothing serious', async ({ world }) => {
  const { page } = await world.signedIn(OWNER, PHONE)
  await page.getByRole('button', { name: 'Найти или выполнить команду' }).click()
  await field(page).fill('12')
  await expect(options(page).first()).toBeVisible()
  expect(await serious(page)).toEqual([])
  await page.getByRole('button', { name: 'Закрыть' }).click()
  await expect(field(page)).toHaveCount(0)
})

test('the map of keys names what works where one is, and it does', async ({ world }) => {
  const { page } = await world.signedIn(OWNER)
  await expect(new OrderList(page).rows().nth(2)).toBeVisible()
  await page.keyboard.press('?')
  const map = page.getByRole('dialog', { name: 'Клавиши' })
  await expect(map.getByText('На этом экране')).toBeVisible()
  const create = map.getByRole('term').filter({ hasText: /^Создать$/ })
  await expect(create).toBeVisible()
  await expect(map.getByText('Закрыть карточку')).toHaveCount(0)
  await page.keyboard.press('Escape')
  await page.keyboard.press('/')
  await expect(page.getByRole('searchbox', { name: 'Найти в списке' })).toBeFocused()
  await new OrderList(page).rows().nth(1).click()
  await expect(new OrderCard(page).field('Контакт')).toBeVisible()
  await page.keyboard.press('?')
  await expect(map.getByText('Закрыть карточку')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.keyboard.press('g')
  await page.keyboard.press('f')
  await expect(page).toHaveURL(/\/funnel/)
  await page.keyboard.press('?')
  await expect(map.getByText('По цифрам отчета')).toBeVisible()
  await expect(create).toHaveCount(0)
  // Whoever is quick presses on while the map still leaves the screen.
  await Promise.all(['Escape', 'g', 'o'].map((key) => page.keyboard.press(key)))
  await expect(page).toHaveURL(/\/orders\/customer/)
})
