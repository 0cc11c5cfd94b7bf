import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN, type World } from '../support/world/world.ts'

/** Two people with the same open order on their screens. */
async function bothOpen(world: World): Promise<{ a: Device; b: Device; cards: readonly [OrderCard, OrderCard] }> {
  const [a, b] = await Promise.all([world.at('/orders/work', ABDULOV), world.signedIn(VEDERKIN)])
  // Until then orders come.
  await a.saved()
  await new OrderList(a.page).rows().first().click()
  await expect(a.page).toHaveURL(/\/orders\/work\/[\w-]+/)
  await b.open(new URL(a.page.url()).pathname)
  const cards = [new OrderCard(a.page), new OrderCard(b.page)] as const
  for (const card of cards) await expect(card.field('Контакт')).toBeVisible()
  await Promise.all([a.ready(), b.ready(), a.saved(), b.saved()])
  return { a, b, cards }
}

test('two people edit different fields and lines of one order at once', async ({ world }) => {
  const { a, b, cards } = await bothOpen(world)
  const [left, right] = cards
  await Promise.all([left.set('Контакт', 'Мария'), right.set('Примечание', 'домофон 45')])
  await expect(left.field('Кол-во').nth(1)).toBeVisible()
  await Promise.all([left.field('Кол-во').first().fill('7'), right.field('Кол-во').last().fill('9')])
  await Promise.all([left.field('Кол-во').first().blur(), right.field('Кол-во').last().blur()])
  for (const card of cards) {
    await card.expects('Контакт', 'Мария')
    await card.expects('Примечание', 'домофон 45')
    await expect(card.field('Кол-во').first()).toHaveValue('7')
    await expect(card.field('Кол-во').last()).toHaveValue('9')
  }
  await Promise.all([a.saved(), b.saved()])
})

test('one of them offline, reloading while offline', async ({ world }) => {
  const { a, cards } = await bothOpen(world)
  const [left, right] = cards
  a.line.cut()
  await left.set('Контакт', 'без сети')
  await a.unsent()
  await a.page.reload()
  await left.expects('Контакт', 'без сети')
  await right.set('Примечание', 'в сети')
  a.line.restore()
  await a.saved()
  await left.expects('Примечание', 'в сети')
  await right.expects('Контакт', 'без сети')
})

test('the same field edited by both while apart: the later wins, the other value can be brought back', async ({
  world,
}) => {
  const { a, b, cards } = await bothOpen(world)
  const [left, right] = cards
  a.line.cut()
  await left.set('Примечание', 'раньше')
  await a.unsent()
  await right.set('Примечание', 'позже')
  await b.saved()
  a.line.restore()
  await a.saved()
  for (const card of cards) {
    await card.expects('Примечание', 'позже')
    await expect(card.page.getByRole('note')).toContainText('раньше')
  }
  await right.page.getByRole('button', { name: 'Вернуть это' }).click()
  for (const card of cards) {
    await card.expects('Примечание', 'раньше')
    await expect(card.page.getByRole('note')).toHaveCount(0)
  }
})

test('the same order moved by both while apart: both moves are there, and the mark', async ({ world }) => {
  const { a, b, cards } = await bothOpen(world)
  const [left, right] = cards
  a.line.cut()
  await left.move('Выполнен')
  await a.unsent()
  await right.move('На складе')
  await expect(right.state).toContainText('На складе')
  await b.saved()
  a.line.restore()
  await Promise.all([a.saved(), b.saved()])
  for (const card of cards) {
    await expect(card.page.getByRole('complementary').getByText('Разошлись', { exact: false }).first()).toBeVisible()
    // The later of the two moves is where the order stands, on both devices.
    await expect(card.state).toContainText('На складе')
    await card.tab('Переходы')
    await expect(card.page.getByRole('listitem').filter({ hasText: 'Выполнен' }).first()).toBeVisible()
    await expect(card.page.getByRole('listitem').filter({ hasText: 'На складе' }).first()).toBeVisible()
  }
  await left.button('Оставить «Выполнен»').click()
  for (const card of cards) {
    await expect(card.page.getByRole('complementary').getByText('Разошлись')).toHaveCount(0)
    await expect(card.state).toContainText('Выполнен')
  }
})

test('a second tab shows what the first one writes, offline too', async ({ world }) => {
  const { a, cards } = await bothOpen(world)
  const [left, right] = cards
  const second = await a.context.newPage()
  await second.goto(a.page.url())
  const other = new OrderCard(second)
  await expect(other.field('Контакт')).toBeVisible()
  a.line.cut()
  await left.set('Контакт', 'из первой вкладки')
  await other.expects('Контакт', 'из первой вкладки')
  await other.set('Примечание', 'из второй')
  await left.expects('Примечание', 'из второй')
  a.line.restore()
  await a.saved()
  await right.expects('Контакт', 'из первой вкладки')
  await right.expects('Примечание', 'из второй')
})

test('a cold start with the server off shows everything, and an edit made then arrives', async ({ world }) => {
  const { a, cards } = await bothOpen(world)
  const [, right] = cards
  const address = a.page.url()
  await a.page.close()
  a.line.cut()
  const page = await a.context.newPage()
  await page.goto(address)
  const cold = new OrderCard(page)
  await expect(cold.field('Контакт')).toBeVisible()
  await cold.set('Контакт', 'с холодного старта')
  a.line.restore()
  await right.expects('Контакт', 'с холодного старта')
  await right.set('Примечание', 'а это в ответ')
  await cold.expects('Примечание', 'а это в ответ')
})

test('the server killed and restarted in between: every edit is there at the end, on both', async ({ world }) => {
  const { a, b, cards } = await bothOpen(world)
  const [left, right] = cards
  await left.set('Контакт', 'до')
  await a.saved()
  await world.server.kill()
  await left.set('Примечание', 'пока сервер лежал')
  await right.set('Источник', 'с другого')
  await world.server.restart()
  await Promise.all([a.saved(), b.saved()])
  for (const card of cards) {
    await card.expects('Контакт', 'до')
    await card.expects('Примечание', 'пока сервер лежал')
    await card.expects('Источник', 'с другого')
  }
})
