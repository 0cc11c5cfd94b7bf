import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN, VIEWER, type World } from '../support/world/world.ts'

/** Two people who are online; the first has opened an order, the second looks at the list. */
async function oneLooks(world: World, second = VEDERKIN): Promise<{ a: Device; b: Device; order: string }> {
  const [a, b] = await Promise.all([world.at('/orders/work', ABDULOV), world.at('/orders/work', second)])
  // Until then orders come, and the first is another one.
  await Promise.all([a.saved(), b.saved()])
  await new OrderList(a.page).rows().first().click()
  await expect(a.page).toHaveURL(/\/orders\/work\/[\w-]+/)
  return { a, b, order: new URL(a.page.url()).pathname }
}

const online = ({ page }: Device) => page.getByRole('banner').getByRole('button', { name: 'В сети еще' })
const faces = ({ page }: Device) => page.getByText('Смотрят: Абдулов')

test('who is online, with the record that he looks at: a click leads there', async ({ world }) => {
  const { a, b, order } = await oneLooks(world)
  await expect(new OrderList(b.page).rows().first()).toContainText('Смотрят: Абдулов')
  await online(b).click()
  const pane = b.page.getByRole('dialog', { name: 'В сети еще 1' })
  await expect(pane).toContainText('Абдулов')
  await pane.getByRole('link', { name: /Заказ ЗН-\d{4} · смотрит/ }).click()
  await expect(b.page).toHaveURL(new RegExp(order))
  await expect(a.page.getByRole('complementary').getByText('Смотрят: Ведеркин')).toBeAttached()
  await a.page.keyboard.press('Escape')
  await expect(faces(b)).toHaveCount(0)
  await expect(online(b)).toBeVisible()
})

test('who edits which field stands at the field, on a phone too', async ({ world }) => {
  const { a, order } = await oneLooks(world)
  const phone = await world.at(order, VEDERKIN, PHONE)
  const [left, right] = [new OrderCard(a.page), new OrderCard(phone.page)]
  const marks = right.card.getByText('Абдулов заполняет это поле')
  await expect(right.field('Контакт')).toBeVisible()
  await left.field('Контакт').focus()
  const contact = right.card.locator('.field', { has: phone.page.getByLabel('Контакт', { exact: true }) })
  await expect(contact).toContainText('Абдулов заполняет это поле')
  await left.field('Цена').first().focus()
  await expect(contact).not.toContainText('Абдулов')
  await expect(marks).toHaveCount(1)
  await left.field('Цена').first().fill('100')
  await left.field('Цена').first().blur()
  await expect(marks).toHaveCount(0)
})

test('a viewer is seen, and sees; but he is never at a field', async ({ world }) => {
  const { a, b, order } = await oneLooks(world, VIEWER)
  await b.open(order)
  await expect(a.page.getByRole('complementary').getByText('Смотрят: Кузьмин')).toBeAttached()
  await new OrderCard(b.page).field('Контакт').focus()
  await new OrderCard(a.page).field('Контакт').focus()
  await expect(b.page.getByText('Абдулов заполняет это поле')).toBeAttached()
  await expect(a.page.getByText('заполняет это поле')).toHaveCount(0)
})

test('whose line is cut, whose tab or browser is closed, is gone; back on line he is here again', async ({ world }) => {
  const { a, b, order } = await oneLooks(world)
  await expect(faces(b)).not.toHaveCount(0)
  for (let round = 0; round < 2; round++) {
    a.line.cut()
    await expect(online(b)).toHaveCount(0)
    await expect(online(a)).toHaveCount(0)
    a.line.restore()
    await expect(faces(b)).not.toHaveCount(0)
    await expect(online(a)).toBeVisible()
  }
  const second = await a.context.newPage()
  await second.goto(`${a.url}/funnel`)
  await a.page.close({ runBeforeUnload: false })
  await expect(faces(b)).toHaveCount(0)
  await expect(online(b)).toBeVisible()
  await second.goto(a.url + order)
  await expect(faces(b)).not.toHaveCount(0)
  await a.context.close()
  await expect(online(b)).toHaveCount(0)
})

test('who lies on a dead network is gone within a minute', { tag: '@waits' }, async ({ world }) => {
  const { a, b } = await oneLooks(world)
  await expect(faces(b)).not.toHaveCount(0)
  a.line.freeze()
  await expect(online(b)).toHaveCount(0, { timeout: 60_000 })
  await expect(online(a)).toHaveCount(0, { timeout: 60_000 })
  a.line.restore()
  await expect(faces(b)).not.toHaveCount(0)
})
