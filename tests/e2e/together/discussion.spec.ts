import type { Locator } from '@playwright/test'
import { OrderList } from '../support/screens/order-list.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN, VIEWER } from '../support/world/world.ts'

const box = ({ page }: Device) => page.getByRole('textbox', { name: 'Написать сообщение' })
const said = ({ page }: Device): Locator => page.getByRole('article').locator('.said-text')
const bell = ({ page }: Device) => page.getByRole('banner').getByRole('button', { name: /Уведомления/ })

async function say(device: Device, text: string): Promise<void> {
  await box(device).fill(text)
  await box(device).press('Control+Enter')
  await expect(box(device)).toHaveValue('')
}

async function discuss(device: Device, order: string): Promise<void> {
  if (new URL(device.page.url()).pathname !== order) await device.open(order)
  await device.page.getByRole('tab', { name: /Обсуждения/ }).click()
}

test('two people discuss an order, online and without a network: nothing is lost, both read one order', async ({
  world,
}) => {
  const [a, b] = await Promise.all([world.at('/orders/work', ABDULOV), world.at('/orders/work', VEDERKIN)])
  // Until then orders come, and the first is another one.
  await Promise.all([a.saved(), b.saved()])
  await new OrderList(a.page).rows().first().click()
  await expect(a.page).toHaveURL(/\/orders\/work\/[\w-]+/)
  const order = new URL(a.page.url()).pathname
  await Promise.all([discuss(a, order), discuss(b, order)])
  await say(a, 'Замер перенесли на среду')
  await expect(said(b).last()).toHaveText('Замер перенесли на среду')

  for (const { line } of [a, b]) line.cut()
  await say(a, 'Без сети от Абдулова')
  await say(b, 'Без сети от Ведеркина')
  await box(b).fill('Черновик, который')
  await Promise.all([a.unsent(), b.unsent()])
  for (const { line } of [a, b]) line.restore()
  await Promise.all([a.saved(), b.saved()])
  for (const device of [a, b]) {
    await expect(said(device).filter({ hasText: 'Без сети от Абдулова' })).toHaveCount(1)
    await expect(said(device).filter({ hasText: 'Без сети от Ведеркина' })).toHaveCount(1)
  }
  expect(await said(b).allTextContents()).toEqual(await said(a).allTextContents())
  await b.kept()
  await b.page.reload()
  await discuss(b, order)
  await expect(box(b)).toHaveValue('Черновик, который')

  await box(b).fill('@абд')
  await expect(b.page.getByRole('option', { name: 'Абдулов' })).toBeVisible()
  await box(b).press('Enter')
  await box(b).press('Control+Enter')
  await expect(said(b).last()).toHaveText('@Абдулов')
  await b.page.getByRole('tab', { name: 'События' }).click()
  await expect(b.page.getByRole('tabpanel').getByText('@Абдулов', { exact: true })).toBeVisible()
  await expect(b.page.getByRole('tabpanel')).not.toContainText('<@')
  await b.page.getByRole('tab', { name: /Обсуждения/ }).click()
  await a.page.getByRole('tab', { name: 'Главное' }).click()
  await a.open('/customers')
  await expect(bell(a)).toHaveAccessibleName(/[1-9]\d* нов/)
  await a.page.keyboard.press('b')
  await a.page.getByRole('button', { name: /Ведеркин зовет вас в обсуждение/ }).click()
  await expect(a.page).toHaveURL(new RegExp(order))
  await expect(said(a).last()).toBeVisible()
  await bell(a).click()
  const told = a.page.getByRole('button', { name: /Ведеркин зовет вас в обсуждение/ })
  await expect(told).toBeVisible()
  await expect(told.filter({ hasText: 'новое' })).toHaveCount(0)
  await a.page.keyboard.press('Escape')

  await b.page.getByRole('article').last().hover()
  await b.page.getByRole('article').last().getByRole('button', { name: 'Действия с сообщением' }).click()
  await b.page.getByRole('menuitem', { name: 'Удалить' }).click()
  await expect(a.page.getByText(/Сообщение удалено: Ведеркин/)).toBeVisible()
})

test('on a phone one discusses, too; who may only read, reads', async ({ world }) => {
  const phone = await world.at('/customers', ABDULOV, PHONE)
  await phone.page.locator('tbody tr').first().click()
  await expect(phone.page).toHaveURL(/\/customers\/[\w-]+/)
  const customer = new URL(phone.page.url()).pathname
  await discuss(phone, customer)
  await box(phone).fill('Звонила, просит скидку')
  await phone.page.getByRole('button', { name: 'Отправить' }).click()
  await expect(said(phone).last()).toHaveText('Звонила, просит скидку')
  await phone.saved()
  const viewer = await world.at(customer, VIEWER)
  await discuss(viewer, customer)
  await expect(said(viewer).last()).toHaveText('Звонила, просит скидку')
  await expect(box(viewer)).toHaveCount(0)
})
