import type { Page } from '@playwright/test'
import { AgentsProcess } from '../../support/agents.ts'
import { BoardPage } from '../support/screens/board.ts'
import { expect, OWNER, test } from '../support/world/world.ts'

const [FROM_SITE, CONFIRMING] = ['Загружен с сайта', 'Подтверждение заказа']
const GOODS = 'Кухня «Лофт», дуб'

test('a visitor without JavaScript orders on the site: the order is on the manager’s board at once, and its page follows a move', async ({
  world,
  browser,
}) => {
  const { url, data } = world.server
  const agents = new AgentsProcess(['site', '--url', url, '--data', data])
  const [device] = await Promise.all([
    world.at('/orders/customer/board/shop', OWNER, { width: 2300, height: 900 }),
    agents.start(),
  ])
  const board = new BoardPage(device.page)
  await expect(board.column(FROM_SITE)).toBeVisible()
  const before = await board.numbers(FROM_SITE)

  const context = await browser.newContext({ javaScriptEnabled: false, locale: 'ru' })
  const visitor = await context.newPage()
  const shop = `${url}/shop`
  await expect.poll(async () => (await visitor.goto(shop))?.status(), { timeout: 15_000 }).toBe(200)
  await order(visitor, shop)
  const fresh = async () => (await board.numbers(FROM_SITE)).find((number) => !before.includes(number))
  await expect.poll(fresh, { timeout: 15_000 }).toBeTruthy()
  const number = (await fresh()) ?? ''
  await expect(board.card(number)).toContainText('Вера Орлова')
  await seen(visitor, FROM_SITE)

  await board.drag(board.card(number), board.column(CONFIRMING))
  await expect(board.column(CONFIRMING)).toContainText(number)
  await device.saved()
  await seen(visitor, CONFIRMING)
  await context.close()
  await agents.stop()
  expect(agents.faults).toEqual([])
})

/** Finds a product, puts it into the cart and sends the order, as a person does who types quickly. */
async function order(visitor: Page, shop: string): Promise<void> {
  await visitor.goto(`${shop}/search?q=${encodeURIComponent('Лофт')}`)
  await visitor.getByRole('link', { name: GOODS }).first().click()
  await visitor
    .getByRole('button', { name: /^В корзину/ })
    .first()
    .click()
  await visitor.goto(`${shop}/order`)
  await visitor.getByLabel('Имя').fill('Вера Орлова')
  await visitor.getByLabel('Телефон').fill('8 905 765-43-21')
  await visitor.getByLabel(/согласен на обработку/).check()
  const send = visitor.getByRole('button', { name: 'Отправить заказ' })
  // Who is too quick is asked once more.
  await expect(async () => {
    if (await send.isVisible()) await send.click()
    await expect(visitor).toHaveURL(/\/order\/[\w-]+$/, { timeout: 1_000 })
  }).toPass({ timeout: 15_000 })
}

/** The page of the order comes to say a state. */
async function seen(visitor: Page, state: string): Promise<void> {
  await expect(async () => {
    await visitor.reload()
    await expect(visitor.locator('body')).toContainText(state, { timeout: 500 })
  }).toPass({ timeout: 15_000 })
}
