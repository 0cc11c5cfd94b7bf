import { ListFilter } from '../support/screens/list-filter.ts'
import { OrderList, plain } from '../support/screens/order-list.ts'
import type { Device } from '../support/world/device.ts'
import { DESK, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test, VEDERKIN, type World } from '../support/world/world.ts'

/** Somebody in front of a list. */
async function atList(world: World, email = ABDULOV, path = '/orders/work', viewport?: typeof PHONE) {
  const device = await world.at(path, email, viewport)
  const { page } = device
  await expect(page.getByRole('searchbox', { name: 'Найти в списке' })).toBeVisible()
  const list = new OrderList(page)
  await expect(list.rows().first()).toBeVisible()
  // Until then orders come.
  await device.saved()
  return { device, page, list, filter: new ListFilter(page) }
}

/** How many orders the list says it has. */
async function count(page: Device['page']): Promise<number> {
  const text = await page.getByRole('grid').locator('tfoot').textContent()
  return Number(/^\d+/.exec(plain(text ?? ''))?.[0])
}

/** A sum of money as it is written, in kopecks. */
const kopecks = (text: string) => Math.round(Number(text.replace(/[^\d,]/g, '').replace(',', '.')) * 100)

/** Every group says how many rows it has and what they come to, and the foot what all of them do. */
async function expectSummed(list: OrderList): Promise<void> {
  // All of them have room on the screen then.
  await list.page.setViewportSize({ width: DESK.width, height: 6000 })
  const titles = (await list.grid.getByRole('columnheader').allTextContents()).map(plain)
  const behind = titles.length - titles.indexOf('Сумма')
  const read = () => list.rows().evaluateAll(readRows, behind)
  const all = await count(list.page)
  await expect.poll(async () => (await read()).filter(({ head }) => head === null).length).toBe(all)
  const rows = await read()
  const heads = rows.filter(({ head }) => head !== null)
  expect(heads.length).toBeGreaterThan(3)
  for (const one of heads) {
    const from = rows.indexOf(one) + 1
    const to = rows.findIndex(({ head }, i) => i >= from && head !== null)
    const own = rows.slice(from, to < 0 ? rows.length : to).map(({ sum }) => kopecks(sum))
    const sum = own.reduce((before, after) => before + after, 0)
    expect(`${one.head}: ${kopecks(one.sum)}`).toMatch(new RegExp(`\\D${own.length} заказ\\S*: ${sum}$`))
  }
  const total = heads.reduce((sum, one) => sum + kopecks(one.sum), 0)
  const foot = list.grid.locator('tfoot').locator('td, th')
  expect((await foot.allTextContents()).map(kopecks)).toContain(total)
  await list.page.setViewportSize(DESK)
}

/** In the page: rows from the top, with what they say of their sum, `behind` the last cell; `head`: the words of a group's. */
function readRows(rows: Element[], behind: number): { readonly head: string | null; readonly sum: string }[] {
  const sorted = rows
    .filter((row): row is HTMLTableRowElement => row instanceof HTMLTableRowElement)
    .toSorted((a, b) => Number(a.dataset.index) - Number(b.dataset.index))
  return sorted.map((row) => ({
    head: row.querySelector('.group-named')?.textContent ?? null,
    sum: row.cells[row.cells.length - behind]?.textContent ?? '',
  }))
}

test('states are offered in the order in which orders go through them', async ({ world }) => {
  const { page } = await atList(world)
  await page
    .locator('button[aria-haspopup="dialog"]')
    .filter({ hasText: /^Состояние/ })
    .click()
  const offered = page.getByRole('dialog', { name: 'Состояние' }).getByRole('checkbox')
  const names = () => offered.evaluateAll((all) => all.map((one) => (one as HTMLInputElement).labels?.[0]?.textContent))
  await expect
    .poll(names)
    .toEqual([
      'Выезд замерщика',
      'Разработка дизайн-проекта',
      'Обсуждение КП',
      'В производстве',
      'На складе',
      'Выполнен',
      'Завершен',
    ])
})

test('quick filters and conditions with AND and OR narrow the list; a link shows the same to somebody else', async ({
  world,
}) => {
  const { page, list, filter, device } = await atList(world)
  const all = await count(page)
  await filter.quick('Ответственный', 'Ведеркин', 'Лебедев')
  await expect.poll(() => count(page)).toBeLessThan(all)
  await expect
    .poll(async () => [...new Set(await list.column('Ответственный'))].sort())
    .toEqual(['Ведеркин', 'Лебедев'])
  const both = await count(page)
  // What the demo company has depends on the day: the first row’s customer has orders on any.
  const [her = ''] = await list.column('Покупатель')

  await filter.unfold()
  await filter.panel.getByRole('button', { name: 'Группа условий' }).click()
  await filter.say('3.1', 'Покупатель', 'одно из')
  await filter
    .row('3.1')
    .getByRole('button', { name: /Значение/ })
    .click()
  await page.getByRole('dialog', { name: 'Значение' }).getByLabel(her).check()
  await page.keyboard.press('Escape')
  await filter.say('3.2', 'Сумма', 'больше или равно')
  await filter.row('3.2').getByRole('textbox', { name: 'Значение' }).fill('300000')
  await page.keyboard.press('Enter')
  const rows = async () => {
    const [customers, sums] = [await list.column('Покупатель'), await list.column('Сумма')]
    return customers.map((customer, i) => {
      if (customer === her) return 'hers'
      return Number(sums[i]?.replace(/\s/g, '').replace(',', '.')) >= 300_000 ? 'great' : 'neither'
    })
  }
  await expect.poll(async () => [...new Set(await rows())].sort()).toEqual(['great', 'hers'])
  const narrowed = await count(page)
  expect(narrowed).toBeGreaterThan(0)

  const other = await world.at(page.url().replace(device.url, ''), VEDERKIN)
  await expect.poll(() => count(other.page)).toBe(narrowed)

  await filter.row('3').getByRole('checkbox', { name: 'Условие действует' }).first().uncheck()
  await expect.poll(() => count(page)).toBe(both)
  await filter.panel.getByRole('button', { name: 'Сбросить' }).click()
  await expect.poll(() => count(page)).toBe(all)
})

test('«Мои» and relative dates mean whoever looks, and when', async ({ world }) => {
  const { page, list, filter } = await atList(world, VEDERKIN, '/orders/work?scope=mine')
  expect(new Set(await list.column('Ответственный'))).toEqual(new Set(['Ведеркин']))
  const years = async () => new Set((await list.column('Дата')).map((day) => day.slice(-4)))
  expect(await years()).toContain('2016')
  await filter.quick('Дата', 'Этот год')
  await expect.poll(years).toEqual(new Set([String(new Date().getFullYear())]))
  await filter.quick('Дата', 'Прошлый год')
  await expect(
    page.getByText('Ничего не найдено').or(list.rows(String(new Date().getFullYear() - 1)).first()),
  ).toBeVisible()
})

test('a filter that names a removed field or state says so at its place, and shows what it can', async ({ world }) => {
  const gone = JSON.stringify([
    ['colour', 'in', 'red'],
    ['state', 'in', 'no-such-state'],
    ['responsible', 'in', '@me'],
  ])
  const { page, list, filter, device } = await atList(world, VEDERKIN)
  await device.open(`/orders/work?scope=all&filter=${encodeURIComponent(gone)}`)
  await filter.unfold()
  await expect(filter.row('1').getByRole('alert')).toContainText('Поля «colour» больше нет')
  await expect(filter.row('2').getByRole('alert')).toContainText('удаленн')
  await filter.row('2').getByRole('checkbox').uncheck()
  await expect.poll(async () => new Set(await list.column('Ответственный'))).toEqual(new Set(['Ведеркин']))
  await page.reload()
  await expect(list.rows('Ведеркин').first()).toBeVisible()
  await expect.poll(async () => new Set(await list.column('Ответственный'))).toEqual(new Set(['Ведеркин']))
})

test('on a phone: a quick filter and a condition', async ({ world }) => {
  const { page, list, filter } = await atList(world, OWNER, '/orders/work', PHONE)
  await filter.unfold()
  await filter.panel.getByRole('button', { name: 'Условие', exact: true }).click()
  await filter.say('2', 'Сумма', 'больше')
  await filter.row('2').getByRole('textbox', { name: 'Значение' }).fill('300000')
  await page.keyboard.press('Enter')
  await filter.panel.getByRole('button', { name: 'Закрыть фильтр' }).click()
  const sums = async () =>
    (await list.rows().allTextContents()).map((text) => Number(/([\d\s]+),\d\d/.exec(text)?.[1]?.replaceAll(/\s/g, '')))
  await expect.poll(async () => (await sums()).every((sum) => sum > 300_000)).toBe(true)
  expect(await sums()).not.toEqual([])
  const width = await page.evaluate(() => document.documentElement.scrollWidth)
  expect(width).toBe(PHONE.width)
})

test('lists of customers and goods have filter, groups and columns from their declarations', async ({ world }) => {
  const { page, list, filter } = await atList(world, OWNER, '/customers')
  await filter.quick('Тип', 'Компания')
  await list.groupBy('Сегмент')
  await expect(list.rows('Застройщики').first()).toContainText(/запис/)
  await list.rows('Застройщики').first().getByRole('button', { name: 'Свернуть' }).click()
  await expect(list.rows('Застройщики').first().getByRole('button', { name: 'Развернуть' })).toBeVisible()
  await page.getByRole('button', { name: 'Колонки' }).click()
  await page.getByRole('dialog', { name: 'Колонки' }).getByRole('checkbox', { name: 'ИНН' }).check()
  await page.keyboard.press('Escape')
  await expect(list.grid.getByRole('columnheader', { name: 'ИНН' })).toBeVisible()
})

test('a press on a row counts also where its cell was drawn anew under the pointer', async ({ world }) => {
  const { page } = await world.signedIn(OWNER)
  const chip = page.getByRole('grid').locator('.state-of').first()
  await chip.hover()
  await page.mouse.down()
  await chip.evaluate((one) => one.replaceWith(one.cloneNode(true)))
  await page.mouse.up()
  await expect(page.getByRole('complementary').getByText('Вид и состояние')).toBeVisible()
})

test('columns are made wider and put in order by keys and by dragging, those without room are marked; groups collapse by keys; a head stays in sight while its rows are scrolled', async ({
  world,
}) => {
  const { page, list } = await atList(world, ABDULOV, '/orders/work?group=state')
  await expectSummed(list)
  const head = list.grid.getByRole('columnheader', { name: 'Номер' })
  const width = async () => Math.round((await head.boundingBox())?.width ?? 0)
  const before = await width()
  await head.getByRole('button').focus()
  await page.keyboard.press('Shift+ArrowRight')
  await page.keyboard.press('Shift+ArrowRight')
  await expect.poll(width).toBe(before + 32)
  await page.reload()
  await expect.poll(width).toBe(before + 32)
  await page.getByRole('button', { name: 'Колонки' }).click()
  await page.getByRole('checkbox', { name: 'Покупатель' }).focus()
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Alt+ArrowUp')
  await page.keyboard.press('Escape')
  await expect(list.grid.getByRole('columnheader').nth(1)).toHaveText('Покупатель')
  const headOf = (name: string) => list.grid.getByRole('columnheader', { name })
  await headOf('Сумма')
    .getByRole('button')
    .dragTo(headOf('Покупатель'), { targetPosition: { x: 8, y: 12 } })
  await expect(list.grid.getByRole('columnheader').nth(1)).toHaveText('Сумма')
  await page.reload()
  await expect(list.grid.getByRole('columnheader').nth(1)).toHaveText('Сумма')

  await page.setViewportSize({ width: 860, height: 800 })
  await page.getByRole('button', { name: 'Колонки' }).click()
  const columns = page.getByRole('dialog', { name: 'Колонки' })
  const chosen = columns.getByRole('checkbox', { checked: true })
  const without = columns.getByText('Сейчас не помещается')
  const unmarked = async () => (await chosen.count()) - (await without.count())
  await expect(without.first()).toBeVisible()
  // The picture of the list before the reload, whose heads are no columns of it, may stand yet.
  await expect(page.locator('#root th.table-cell')).toHaveCount(await unmarked())
  await page.keyboard.press('Escape')
  await page.setViewportSize(DESK)

  const first = list.rows(/заказ/).first()
  await list.grid.focus()
  await page.keyboard.press('Home')
  await page.keyboard.press('ArrowLeft')
  await expect(first.getByRole('button', { name: 'Развернуть' })).toBeVisible()
  await page.keyboard.press('Enter')
  await expect(first.getByRole('button', { name: 'Свернуть' })).toBeVisible()
  const name = (await first.locator('strong').textContent()) ?? ''
  await list.grid.evaluate((grid) => grid.scrollBy(0, 150))
  await expect(page.locator('.table-stuck')).toContainText(name)
  await list.grid.evaluate(flick)
  await expect(page.locator('.table-row.waiting')).toHaveCount(0)
  const last = list.grid.locator(`[aria-rowindex="${await list.grid.getAttribute('aria-rowcount')}"]`)
  await expect(last).toContainText(/З[НК]-\d/)
  await expect(last).toBeInViewport()
})

test('a view is kept, changed, put back, renamed, shared and removed; it opens the list, offline too, and others have it', async ({
  world,
}) => {
  const { page, list, filter, device } = await atList(world, ABDULOV)
  const views = page.getByRole('button', { name: /^Представления|Мои кухни/ })
  const act = async (name: string) => {
    await views.click()
    await page.getByRole('menuitem', { name }).click()
  }
  await filter.quick('Ответственный', 'Ведеркин')
  await list.groupBy('Состояние')
  await act('Записать как новое представление')
  await page.getByRole('textbox', { name: 'Название' }).fill('Мои кухни')
  await page.keyboard.press('Enter')
  await expect(views).toHaveText('Мои кухни')
  await filter.quick('Ответственный', 'Лебедев')
  await expect(views).toHaveText('Мои кухниизменено')
  await act('Записать изменения представления')
  await expect(views).toHaveText('Мои кухни')
  await filter.quick('Ответственный', 'Ведеркин')
  await expect(views).toHaveText('Мои кухниизменено')
  await act('Вернуть представление как записано')
  await expect(views).toHaveText('Мои кухни')
  for (const name of ['Ведеркин', 'Лебедев']) await expect(list.rows(name).first()).toBeVisible()
  await act('Переименовать представление')
  await page.getByRole('textbox', { name: 'Название' }).fill('Мои кухни, все')
  await page.keyboard.press('Enter')
  await expect(views).toHaveText('Мои кухни, все')
  const link = page.url().replace(device.url, '')
  await act('Открывать список с этого представления')
  await device.saved()

  await device.ready()
  device.line.cut()
  await device.open('/orders/work')
  await expect(views).toHaveText('Мои кухни, все')
  await expect(list.rows('Лебедев').first()).toBeVisible()
  await act('Сделать представление общим')
  device.line.restore()
  await device.saved()

  const other = await world.at(link, VEDERKIN)
  await expect(other.page.getByText('По этой ссылке открыто личное представление другого человека')).toBeVisible()
  await expect(new OrderList(other.page).rows('Лебедев').first()).toBeVisible()
  await other.open('/orders/work')
  await other.page.getByRole('button', { name: 'Представления' }).click()
  await other.page.getByRole('menuitemradio', { name: 'Мои кухни, все' }).click()
  await expect(other.page.getByRole('button', { name: 'Мои кухни, все' })).toBeVisible()
  await expect(new OrderList(other.page).rows('Лебедев').first()).toBeVisible()

  await other.page.goto(other.page.url().replace(/group=[^&]*/, 'group=colour'))
  await expect(other.page.getByText('В этом представлении есть поля, которых больше нет: «colour»')).toBeVisible()
  await act('Удалить представление')
  const removed = page.getByRole('status').filter({ hasText: 'удалено' })
  const undo = removed.getByRole('button', { name: 'Вернуть как было' })
  // While it is pointed at it stays.
  await undo.hover()
  await expect(other.page.getByText('Представление, которое открывает эта ссылка, удалено')).toBeVisible()
  await expect(views).toHaveText('Представления')
  await undo.click()
  await expect(other.page.getByText('Представление, которое открывает эта ссылка, удалено')).toHaveCount(0)
  await expect(other.page.getByRole('button', { name: 'Мои кухни, все' })).toBeVisible()
})

/** In the page: so fast over a list that its rows are drawn when it rests, at its end. */
async function flick(grid: Element): Promise<void> {
  for (let i = 0; i < 9; i++) {
    grid.scrollTop = i % 2 === 0 ? grid.scrollHeight : 0
    await new Promise(requestAnimationFrame)
  }
}
