import { orders } from '../../../shared/orders/collections.ts'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import { serviceDevice } from '../../faults/support/company.ts'
import { choose } from '../../support/choices.ts'
import { BoardPage, boxOf, Finger, middleOf } from '../support/screens/board.ts'
import { ListFilter } from '../support/screens/list-filter.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { type Device, PHONE } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN, VIEWER, type World } from '../support/world/world.ts'

const [MEASURE, DESIGN, STOCK] = ['Выезд замерщика', 'Разработка дизайн-проекта', 'На складе']
const COMPLETED = 'Завершен'

interface AtBoard {
  readonly device: Device
  readonly page: Device['page']
  readonly board: BoardPage
}

/** All columns are in view. */
const WIDE = { width: 2300, height: 900 }

/** A person in front of the board of «Кухни под заказ». */
async function atBoard(world: World, email = ABDULOV, viewport = WIDE): Promise<AtBoard> {
  const device = await world.at('/orders/work/board', email, viewport)
  const board = new BoardPage(device.page)
  await expect(board.board.getByRole('link').first()).toBeVisible()
  await device.saved()
  return { device, page: device.page, board }
}

/** What a column's head says: how many orders. */
const count = async (board: BoardPage, state: string) => Number(await board.head(state).locator('strong').textContent())

/** The number of the first card of a state. */
const firstOf = async (board: BoardPage, state: string) => (await board.numbers(state))[0] ?? ''

test('dragged by mouse, a card goes to another state with its sum, on both devices, and undo brings it back', async ({
  world,
}) => {
  const [a, b] = await Promise.all([atBoard(world), atBoard(world, VEDERKIN)])
  const [from, to] = [await a.board.total(MEASURE), await a.board.total(STOCK)]
  const number = await firstOf(a.board, MEASURE)
  const moved = await a.board.sumOf(a.board.card(number))
  expect(moved).toBeGreaterThan(0)
  const expectHeads = async (withMoved: 0 | 1) => {
    for (const { board } of [a, b]) {
      await board.says(MEASURE, { count: from.count - withMoved, sum: from.sum - withMoved * moved })
      await board.says(STOCK, { count: to.count + withMoved, sum: to.sum + withMoved * moved })
    }
  }
  await expectHeads(0)
  await a.board.drag(a.board.card(number), a.board.column(STOCK))
  const undo = a.page
    .getByRole('status')
    .filter({ hasText: `${number}: ${STOCK}` })
    .getByRole('button', { name: 'Вернуть как было' })
  // While it is pointed at it stays.
  await undo.hover()
  for (const { board } of [a, b]) await expect(board.column(STOCK)).toContainText(number)
  await expectHeads(1)
  await undo.click()
  for (const { board } of [a, b]) await expect(board.column(MEASURE)).toContainText(number)
  await expectHeads(0)
})

test('carried by mouse to the edge, a card scrolls the board and is taken by a column that was out of view', async ({
  world,
}) => {
  const { board, page } = await atBoard(world, ABDULOV, { width: 1100, height: 800 })
  const left = () => board.left()
  const number = await firstOf(board, MEASURE)
  const from = await middleOf(board.card(number))
  await expect(board.column(COMPLETED)).not.toBeInViewport()
  await board.card(number).hover()
  await page.mouse.down()
  await page.mouse.move(from.x + 40, from.y, { steps: 4 })
  await page.mouse.move(1092, from.y, { steps: 8 })
  const most = await board.board.evaluate((element) => element.scrollWidth - element.clientWidth)
  await expect.poll(left).toBeGreaterThan(most - 2)
  const to = await middleOf(board.column(STOCK))
  await page.mouse.move(to.x, to.y, { steps: 6 })
  await expect(board.over).toHaveAttribute('aria-label', STOCK)
  await page.mouse.up()
  await expect(board.column(STOCK)).toContainText(number)
})

test('within a column a card stands where it is put, the same on both devices after a reload; put apart, both stand there', async ({
  world,
}) => {
  const [a, b] = await Promise.all([atBoard(world), atBoard(world, VEDERKIN)])
  const before = await a.board.numbers(DESIGN)
  expect(before.length).toBeGreaterThan(3)
  const [first = '', second = '', ...rest] = before
  const under = ({ board }: AtBoard, number: string, upper: string) =>
    boxOf(board.card(upper)).then(({ height }) =>
      board.drag(board.card(number), board.card(upper), { x: 40, y: height - 4 }),
    )
  await under(a, first, second)
  const wanted = [second, first, ...rest]
  for (const { board } of [a, b]) await expect.poll(() => board.numbers(DESIGN)).toEqual(wanted)
  await b.page.reload()
  await expect.poll(() => b.board.numbers(DESIGN)).toEqual(wanted)
  await b.device.saved()

  const [third = '', fourth = '', ...others] = rest
  for (const { device } of [a, b]) device.line.cut()
  await under(a, third, second)
  await expect.poll(() => a.board.numbers(DESIGN)).toEqual([second, third, first, fourth, ...others])
  await under(b, fourth, second)
  await expect.poll(() => b.board.numbers(DESIGN)).toEqual([second, fourth, first, third, ...others])
  for (const { device } of [a, b]) await device.unsent()
  for (const { device } of [a, b]) device.line.restore()
  for (const { device } of [a, b]) await device.saved()
  await expect.poll(() => a.board.numbers(DESIGN)).not.toEqual([second, third, first, fourth, ...others])
  const both = await a.board.numbers(DESIGN)
  expect([...both.slice(0, 1), ...both.slice(1, 3).sort(), ...both.slice(3)]).toEqual([
    ...[second, ...[third, fourth].sort(), first],
    ...others,
  ])
  await expect.poll(() => b.board.numbers(DESIGN)).toEqual(both)
})

test('«Завершен» asks for the completion variant; given up, the card stays where it was', async ({ world }) => {
  const { board, page } = await atBoard(world)
  const number = await firstOf(board, STOCK)
  await board.drag(board.card(number), board.column(COMPLETED))
  const dialog = page.getByRole('alertdialog')
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await expect(board.column(STOCK)).toContainText(number)
  await board.drag(board.card(number), board.column(COMPLETED))
  await dialog.getByText('Отменен', { exact: true }).click()
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect(dialog.getByText('Выберите причину отмены.')).toBeVisible()
  await dialog.getByLabel('Причина отмены').click()
  await page.getByRole('option', { name: 'Не устроила цена' }).click()
  await dialog.getByRole('button', { name: 'Завершить' }).click()
  await expect.poll(async () => (await board.numbers(COMPLETED))[0]).toBe(number)
  await expect(board.card(number)).toContainText('Отменен')
  await board.drag(board.card(number), board.column(DESIGN))
  await page.getByRole('alertdialog').getByLabel('Комментарий').fill('передумали')
  await page.getByRole('button', { name: 'Вернуть в работу' }).click()
  await expect(board.column(DESIGN)).toContainText(number)
})

test('an order that somebody else moves in the middle of a drag stays where it was put, or is moved knowingly, whatever carries it', async ({
  world,
}) => {
  const [a, b] = await Promise.all([atBoard(world), atBoard(world, VEDERKIN)])
  for (const { carry, letGo } of await carriers(a)) {
    const number = await firstOf(a.board, MEASURE)
    await carry(number)
    await b.board.drag(b.board.card(number), b.board.column(DESIGN))
    await expect(a.board.column(DESIGN)).toContainText(number)
    await letGo()
    const told = a.page.getByRole('alert').filter({ hasText: `Заказ ${number} тем временем переместил кто-то другой` })
    await expect(told).toBeVisible()
    for (const { board } of [a, b]) await expect(board.column(DESIGN)).toContainText(number)
    await told.getByRole('button', { name: 'Все равно переместить' }).click()
    for (const { board } of [a, b]) await expect(board.column(STOCK)).toContainText(number)
  }
})

test('an order that somebody else removes gives the focus to the one in its place; in the middle of a drag it is not moved, whatever carries it', async ({
  world,
}) => {
  const a = await atBoard(world)
  const { page, board } = a
  // One of them is longer than what is drawn of it: there the element comes to stand for another order.
  expect(await count(board, COMPLETED)).toBeGreaterThan(await board.cards(COMPLETED).count())
  for (const state of [DESIGN, COMPLETED]) {
    const [, second = '', third = ''] = await board.numbers(state)
    await board.card(second).focus()
    await removeOrder(world, a, second)
    await expect(board.card(second)).toHaveCount(0)
    await expect(board.card(third)).toBeFocused()
  }
  for (const { carry, letGo } of await carriers(a)) {
    const number = await firstOf(board, MEASURE)
    await carry(number)
    await removeOrder(world, a, number)
    await expect(board.card(number)).toHaveCount(0)
    await letGo()
    await expect(page.getByText(`Заказ ${number} тем временем удалили`)).toBeVisible()
  }
  await expect(page.locator('.tile-ghost')).toHaveCount(0)
})

test('carried by keys: Space takes, arrows carry, Escape lets go, Enter puts, and each step is said', async ({
  world,
}) => {
  const { board, page } = await atBoard(world)
  const number = await firstOf(board, MEASURE)
  const [first = '', second = ''] = await board.numbers(DESIGN)
  const said = page.locator('.board-said')
  await board.card(number).focus()
  await page.keyboard.press('Space')
  await expect(said).toContainText(`${MEASURE}, место 1 из ${await count(board, MEASURE)}`)
  await page.keyboard.press('ArrowRight')
  await expect(said).toContainText(`${DESIGN}, место 1 из ${(await count(board, DESIGN)) + 1}`)
  await page.keyboard.press('Escape')
  await expect(said).toContainText('осталась на своем месте')
  await expect(board.card(number)).toBeFocused()
  await expect(board.column(MEASURE)).toContainText(number)
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowRight')
  await page.keyboard.press('ArrowDown')
  await expect(said).toContainText(`${DESIGN}, место 2`)
  await page.keyboard.press('Enter')
  await expect(said).toContainText('поставлена')
  await expect.poll(async () => (await board.numbers(DESIGN)).slice(0, 3)).toEqual([first, number, second])
  await expect(board.card(number)).toBeFocused()
  await page.keyboard.press('ArrowUp')
  await expect(board.card(first)).toBeFocused()
  await page.keyboard.press('Enter')
  await expect(new OrderCard(page).state).toContainText(DESIGN)
})

test('quick add: customer, note, Enter, and the posted order stands in the state, in the card too', async ({
  world,
}) => {
  const { board, page, device } = await atBoard(world)
  const before = await count(board, DESIGN)
  await page.getByRole('button', { name: `Добавить заказ: ${DESIGN}` }).click()
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')
  await expect(page.getByText('Укажите покупателя')).toBeVisible()
  await page.keyboard.press('Escape')
  await board.add(DESIGN, 'Частное лицо', 'угловая, до четверга')
  await expect(board.head(DESIGN).locator('strong')).toHaveText(String(before + 1))
  await device.saved()
  const added = board.tile(await board.firstIn(DESIGN))
  await expect(added).toContainText('сегодня')
  await expect(
    board
      .cards(DESIGN)
      .filter({ hasText: /\d+ (день|дня|дней)/ })
      .first(),
  ).toBeVisible()
  await added.click()
  const card = new OrderCard(page)
  await card.expects('Примечание', 'угловая, до четверга')
  await expect(card.state).toContainText(DESIGN)
  await expect(card.button('Провести')).toHaveCount(0)
})

test('quick add: Enter pressed twice at once adds one order', async ({ world }) => {
  const { board, page, device } = await atBoard(world)
  const before = await count(board, DESIGN)
  await page.getByRole('button', { name: `Добавить заказ: ${DESIGN}` }).click()
  const form = page.getByRole('form', { name: `Добавить заказ: ${DESIGN}` })
  await form.getByRole('combobox').fill('Частное лицо')
  await page.getByRole('option', { name: 'Частное лицо', exact: true }).click()
  await form.evaluate((element: HTMLFormElement) => {
    element.requestSubmit()
    element.requestSubmit()
  })
  await expect(form.getByRole('combobox')).toHaveValue('')
  await device.saved()
  await expect(board.head(DESIGN).locator('strong')).toHaveText(String(before + 1))
})

test('lanes: dragged into another lane, an order has another responsible; whom somebody else names in the middle stays, or is replaced knowingly', async ({
  world,
}) => {
  // All lanes are in view.
  const tall = { ...WIDE, height: 1800 }
  const [{ board, page }, b] = await Promise.all([atBoard(world, ABDULOV, tall), atBoard(world, VEDERKIN)])
  const [mine, other] = ['Абдулов', 'Ведеркин']
  // Whose orders stand here is another matter each day.
  const number = await firstOf(board, DESIGN)
  await b.board.card(number).click()
  await new OrderCard(b.page).pick('Ответственный', mine)
  await page.getByRole('switch', { name: 'По ответственным' }).check()
  await expect(board.column(DESIGN, mine)).toContainText(number)
  await board.drag(board.card(number), board.column(DESIGN, other))
  await expect(board.column(DESIGN, other)).toContainText(number)
  await board.hold(board.card(number), board.column(DESIGN, mine))
  await new OrderCard(b.page).expects('Ответственный', other)
  await new OrderCard(b.page).pick('Ответственный', 'Лебедев')
  await expect(board.column(DESIGN, 'Лебедев')).toContainText(number)
  await page.mouse.up()
  const told = page.getByRole('alert').filter({ hasText: `Заказу ${number} тем временем назначили другого` })
  await expect(told).toBeVisible()
  await expect(board.column(DESIGN, 'Лебедев')).toContainText(number)
  await told.getByRole('button', { name: 'Все равно переместить' }).click()
  await expect(board.column(DESIGN, mine)).toContainText(number)
  await new OrderCard(b.page).expects('Ответственный', mine)
})

test('the filters of lists over the board: a quick one, a tree of conditions, search; counts follow, the address keeps them', async ({
  world,
}) => {
  const { board, page } = await atBoard(world)
  const filter = new ListFilter(page)
  const all = await count(board, COMPLETED)
  await filter.quick('Ответственный', 'Абдулов')
  await expect.poll(() => count(board, COMPLETED)).toBeLessThan(all)
  for (const text of await board.cards(COMPLETED).allTextContents()) expect(text).toContain('Абдулов')
  const mine = await count(board, COMPLETED)
  await filter.unfold()
  await filter.panel.getByRole('button', { name: 'Условие', exact: true }).click()
  await filter.say('2', 'Сумма', 'больше или равно')
  await filter.row('2').getByRole('textbox', { name: 'Значение' }).fill('200000')
  await page.keyboard.press('Enter')
  await expect.poll(() => count(board, COMPLETED)).toBeLessThan(mine)
  await expect.poll(() => count(board, COMPLETED), 'some are left').toBeGreaterThan(0)
  const number = await firstOf(board, COMPLETED)
  await page.getByRole('searchbox').fill(number)
  await expect(board.board.getByRole('link')).toHaveCount(1)
  await expect(page).toHaveURL(/search=/)
  await page.reload()
  await expect(board.card(number)).toBeVisible()
  await expect(board.board.getByRole('link')).toHaveCount(1)
  await expect(page.getByRole('button', { name: /^Фильтр/ })).toContainText('2')
  await choose(page, 'Список')
  await expect(page).toHaveURL(/\/orders\/work\?/)
  await expect(page.getByRole('searchbox', { name: 'Найти в списке' })).toHaveValue(number)
  await expect(page.getByRole('button', { name: /^Фильтр/ })).toContainText('2')
})

test('list and board of the same orders: the last choice is where the menu leads', async ({ world }) => {
  const { page, board } = await atBoard(world)
  await choose(page, 'Список')
  await expect(page.getByRole('grid')).toBeVisible()
  await choose(page, 'Доска')
  await expect(board.board).toBeVisible()
  await page.getByRole('link', { name: 'Воронка продаж' }).click()
  await expect(page).toHaveURL(/funnel/)
  await page.getByRole('link', { name: 'Заказ-наряды' }).click()
  await expect(board.board).toBeVisible()
})

test('a viewer sees the board and carries nothing', async ({ world }) => {
  const { board, page } = await atBoard(world, VIEWER)
  const number = await firstOf(board, MEASURE)
  await expect(page.getByRole('button', { name: /Добавить заказ/ })).toHaveCount(0)
  await board.card(number).focus()
  await page.keyboard.press('Space')
  await expect(board.board).not.toHaveClass(/carrying/)
  await expect(board.card(number)).not.toHaveAttribute('draggable', 'true')
})

test.describe('by finger', () => {
  test('a finger that moves at once scrolls the column; one that rests takes the card to another state', async ({
    world,
  }) => {
    const { board, page } = await atBoard(world, ABDULOV, { width: 1024, height: 700 })
    const finger = await Finger.on(page)
    const column = board.column(COMPLETED)
    await column.scrollIntoViewIfNeeded()
    const card = board.cards(COMPLETED).nth(2)
    expect(await card.evaluate(swipeWhileBusy), 'what moved while the page was busy has not rested').toBe(0)
    const start = await middleOf(card)
    await finger.swipe(start, { x: start.x, y: start.y - 180 })
    await expect.poll(() => column.evaluate((element) => element.scrollTop)).toBeGreaterThan(50)
    await expect(page.locator('.tile-ghost')).toHaveCount(0)

    await board.column(MEASURE).scrollIntoViewIfNeeded()
    const number = await firstOf(board, MEASURE)
    await finger.down(await middleOf(board.card(number)))
    await expect(page.locator('.tile-ghost')).toBeVisible()
    await finger.move(await middleOf(board.column(DESIGN)))
    await finger.up()
    await expect(page.locator('.tile-ghost')).toHaveCount(0)
    await expect(board.column(DESIGN)).toContainText(number)
    await expect(page).not.toHaveURL(/board\/[^/]+\/./)
  })

  test('on a phone one state is in view: swiped and chosen; at the edge a carried card goes on to the next', async ({
    world,
  }) => {
    const { board, page } = await atBoard(world, ABDULOV, PHONE)
    const finger = await Finger.on(page)
    const states = page.getByRole('navigation', { name: 'Состояния' })
    const left = () => board.left()
    await page.emulateMedia({ reducedMotion: 'no-preference' })
    for (const share of [0.1, 0.5, 0.9, 0.999]) {
      const turned = await states.evaluateHandle(pressOnTheWay, { there: DESIGN, back: MEASURE, share })
      await expect.poll(left, `turned round at ${share} of the way`).toBe(0)
      await expect(states.getByRole('button', { name: MEASURE })).toHaveAttribute('aria-current', 'true')
      await board.atRest()
      expect(await left()).toBe(0)
      expect(await turned.evaluate(({ at, furthest }) => furthest - at), 'it turns round at once').toBeLessThanOrEqual(
        1,
      )
    }
    await states.getByRole('button', { name: DESIGN }).click()
    await expect(states.getByRole('button', { name: DESIGN })).toHaveAttribute('aria-current', 'true')
    await states.getByRole('button', { name: MEASURE }).click()
    await expect.poll(left).toBe(0)
    await board.atRest()
    const number = await firstOf(board, MEASURE)
    const start = await middleOf(board.card(number))
    await finger.down(start)
    await expect(page.locator('.tile-ghost')).toBeVisible()
    await finger.move({ x: PHONE.width - 6, y: start.y })
    await expect.poll(left).toBeGreaterThan(250)
    await finger.move({ x: PHONE.width / 2, y: start.y })
    await board.atRest()
    await expect(board.over).not.toHaveAttribute('aria-label', MEASURE)
    const state = (await board.over.getAttribute('aria-label')) ?? ''
    await finger.up()
    await expect(board.column(state)).toContainText(number)
  })
})

/**
 * In the page: a state is pressed, and another one when the board has glided so far to the first. Tells where that was (px),
 * and how far it has gone since.
 */
function pressOnTheWay(strip: Element, way: { readonly there: string; readonly back: string; readonly share: number }) {
  const press = (state: string) =>
    [...strip.querySelectorAll('button')].find((button) => button.textContent.includes(state))?.click()
  const scroller = strip.parentElement?.querySelector('.board')
  const heads = [...(scroller?.querySelectorAll<HTMLElement>('.column-head') ?? [])]
  const there = heads.find((head) => head.textContent.includes(way.there))
  const distance = (there?.offsetLeft ?? 0) - (heads[0]?.offsetLeft ?? 0)
  return new Promise<{ readonly at: number; furthest: number }>((resolve) => {
    scroller?.addEventListener('scroll', function turn() {
      const at = scroller.scrollLeft
      if (at < distance * way.share) return
      scroller.removeEventListener('scroll', turn)
      press(way.back)
      const turned = { at, furthest: at }
      scroller.addEventListener('scroll', () => {
        turned.furthest = Math.max(turned.furthest, scroller.scrollLeft)
      })
      resolve(turned)
    })
    press(way.there)
  })
}

/** In the page: a finger comes down on a card and moves, and the page hears of it late. Gives how many cards are taken then. */
async function swipeWhileBusy(card: Element): Promise<number> {
  const touch = (type: string, clientY: number) => {
    const touches = [new Touch({ identifier: 1, target: card, clientX: 100, clientY })]
    card.dispatchEvent(new TouchEvent(type, { bubbles: true, cancelable: true, touches }))
  }
  touch('touchstart', 300)
  // As a browser tells of moves: before it draws the next picture.
  setTimeout(() => requestAnimationFrame(() => touch('touchmove', 260)), 300)
  const free = performance.now() + 600
  while (performance.now() < free);
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve))
  for (let at = 0; at < 4; at++) await frame()
  const taken = document.querySelectorAll('.tile-ghost').length
  touch('touchend', 260)
  return taken
}

/** What carries a card of «Выезд замерщика» to «На складе»: a mouse, keys, a finger; and how each lets go there. */
async function carriers({ page, board }: AtBoard) {
  const finger = await Finger.on(page)
  const byKeys = async (number: string) => {
    await board.card(number).focus()
    await page.keyboard.press('Space')
    for (let column = 1; column < 5; column++) await page.keyboard.press('ArrowRight')
    await expect(board.over).toHaveAttribute('aria-label', STOCK)
  }
  const byFinger = async (number: string) => {
    await finger.down(await middleOf(board.card(number)))
    await expect(page.locator('.tile-ghost')).toBeVisible()
    await finger.move(await middleOf(board.column(STOCK)))
  }
  return [
    {
      carry: (number: string) => board.hold(board.card(number), board.column(STOCK)),
      letGo: () => page.mouse.up(),
    },
    { carry: byKeys, letGo: () => page.keyboard.press('Enter') },
    { carry: byFinger, letGo: () => finger.up() },
  ]
}

/** Removes the order of a card, as another program does. */
async function removeOrder(world: World, { board }: AtBoard, number: string): Promise<void> {
  const address = await board.card(number).getAttribute('href')
  const service = await serviceDevice(world.server, 'agents')
  const held = await service.synced(QUARTER)
  service.act((tx) => tx.remove(orders, address?.split('/').at(-1) ?? ''))
  await service.saved(held)
  service.close()
}
