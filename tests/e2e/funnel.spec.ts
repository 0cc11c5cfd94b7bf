import { OrderCard } from './support/order-card.ts'
import { OrderList, plain } from './support/order-list.ts'
import { GOLDEN, type GoldenRow, lost, reached, SEPTEMBER } from './support/september.ts'
import { ABDULOV, expect, OWNER, test, type World } from './support/world.ts'

const [KITCHENS, SHOP] = ['Кухни под заказ', 'Интернет-магазин'] as const
const TITLES = { [KITCHENS]: `Вид заказ-наряда: ${KITCHENS}`, [SHOP]: `Вид заказа покупателя: ${SHOP}` }

/** A row of the golden file as the screen writes it: count and share, conversion, hours, sum, losses, their sum. */
function written(row: GoldenRow): string[] {
  const money = new Intl.NumberFormat('ru', { minimumFractionDigits: 2 })
  return [
    `${row.reached} ${row.fromFirst} %`,
    row.fromPrevious === null ? '' : `${row.fromPrevious} %`,
    new Intl.NumberFormat('ru').format(row.hours),
    money.format(row.sum),
    row.losses === 0 ? '' : `${row.losses} · ${row.lossesShare} %`,
    row.losses === 0 ? '' : money.format(row.lossesSum),
  ].map(plain)
}

test('September 2016 as of its end: 13 rows, every figure as the golden file has it', async ({ world }) => {
  const { page, open } = await at(world)
  await open(`${SEPTEMBER}&moment=end`)
  await expect(page.getByText('На конец периода', { exact: false }).first()).toBeVisible()
  let rows = 0
  for (const { kind, rows: expected } of GOLDEN.expected) {
    const table = page.getByRole('table', { name: TITLES[kind as typeof SHOP] })
    await expect(table.locator('tbody').getByRole('row')).toHaveCount(expected.length)
    for (const [i, row] of expected.entries()) {
      const line = table.locator('tbody').getByRole('row').nth(i)
      await expect(line.getByRole('rowheader')).toContainText(`${i + 1}. ${row.state}`)
      expect((await line.getByRole('cell').allTextContents()).map(plain), `${kind}, ${row.state}`).toEqual(written(row))
      rows++
    }
  }
  expect(rows).toBe(13)
})

test('a figure opens exactly its orders, and a row there its order', async ({ world }) => {
  const { page, open } = await at(world)
  await open(`${SEPTEMBER}&moment=end`)
  const cases = [
    { kind: KITCHENS, state: 'Обсуждение КП', figure: 'Потери', orders: lost(KITCHENS, 'Обсуждение КП'), count: 4 },
    { kind: SHOP, state: 'Ожидает поставки', figure: 'Кол-во', orders: reached(SHOP, 'Ожидает поставки'), count: 15 },
    { kind: KITCHENS, state: 'Завершен', figure: 'Сумма', orders: reached(KITCHENS, 'Завершен'), count: 2 },
  ]
  const list = new OrderList(page)
  for (const { kind, state, figure, orders, count } of cases) {
    expect(orders).toHaveLength(count)
    const row = page.getByRole('table', { name: TITLES[kind] }).getByRole('row').filter({ hasText: state })
    await row
      .getByRole('button', { name: `${state}, ${figure}` })
      .first()
      .click()
    await expect(page.getByRole('dialog')).toBeVisible()
    await expect.poll(async () => (await list.column('Номер')).sort()).toEqual(orders)
    await expect(page.getByRole('dialog').getByRole('status')).toContainText(`${count} `)
    await page.keyboard.press('Escape')
    await expect(page.getByRole('dialog')).toHaveCount(0)
  }
  await page.getByRole('button', { name: 'Завершен, Кол-во' }).first().click()
  await list
    .rows(/З[КН]-/)
    .first()
    .click()
  await expect(page).toHaveURL(/\/orders\/(work|customer)\//)
  await expect(new OrderCard(page).card).toContainText('Завершен')
})

test('a move on another device changes the open report', async ({ world }) => {
  const [{ page, open }, b] = await Promise.all([at(world), world.signedIn(ABDULOV)])
  await open(SEPTEMBER)
  const row = page.getByRole('table', { name: TITLES[KITCHENS] }).getByRole('row').filter({ hasText: 'Разработка' })
  await expect(row.getByRole('cell').first()).toContainText(/^\s*16\s/)
  await b.open('/orders/work?scope=all&search=ЗН-0002')
  await new OrderList(b.page).rows(/ЗН-0002\s*30\.09\.2016/).click()
  await new OrderCard(b.page).move('Разработка')
  await expect(row.getByRole('cell').first()).toContainText(/^\s*17\s/)
})

test('by managers: each with his orders, opened to his states', async ({ world }) => {
  const { page, open } = await at(world)
  await open(`${SEPTEMBER}&moment=end&by=manager`)
  const counts = Map.groupBy(
    GOLDEN.orders.filter((order) => order.kind === KITCHENS),
    (order) => order.manager,
  )
  const table = page.getByRole('table', { name: TITLES[KITCHENS] })
  await expect(table.locator('tbody').getByRole('rowheader')).toHaveCount(counts.size)
  for (const [manager, orders] of counts) {
    const row = table.getByRole('row').filter({ hasText: manager })
    await expect(row.getByRole('cell').first()).toContainText(new RegExp(`^\\s*${orders.length}(\\s|$)`))
  }
  await table.getByRole('button', { name: 'Абдулов', exact: true }).click()
  for (const state of GOLDEN.kinds.find((kind) => kind.name === KITCHENS)?.states ?? [])
    await expect(table.getByRole('rowheader').filter({ hasText: state })).toHaveCount(1)
  await page.reload()
  await expect(table.getByRole('rowheader').filter({ hasText: 'Обсуждение КП' })).toHaveCount(1)
})

/** The owner's device. */
async function at(world: World) {
  const device = await world.signedIn(OWNER)
  return { page: device.page, open: (path: string) => device.open(path) }
}
