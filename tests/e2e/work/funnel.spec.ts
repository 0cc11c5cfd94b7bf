import type { Locator, Page } from '@playwright/test'
import type { FunnelBlock, FunnelRow } from '../../../shared/funnel/index.ts'
import { choose } from '../../support/choices.ts'
import {
  type Asked,
  counted,
  GOLDEN,
  lost,
  type Moved,
  reached,
  reasonOf,
  SEPTEMBER,
  september,
} from '../support/data/september.ts'
import { addOrderOf, moveOrders, removeKind } from '../support/data/september-moves.ts'
import {
  cellsOf,
  FunnelScreen,
  KITCHENS,
  type KindName,
  money,
  SHOP,
  written,
  writtenRow,
} from '../support/screens/funnel-screen.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList, plain } from '../support/screens/order-list.ts'
import { ABDULOV, expect, OWNER, test, type World } from '../support/world/world.ts'

const BOTH = [KITCHENS, SHOP] as const

test('September 2016 as of its end: 13 rows, every figure as the golden file has it', async ({ world }) => {
  const { screen } = await at(world, `${SEPTEMBER}&moment=end`)
  await expect(screen.notes).toContainText('На конец периода: 30.09.2016')
  let rows = 0
  for (const { kind, rows: expected } of GOLDEN.expected) {
    const states = screen.states(kind as KindName)
    await expect(states).toHaveCount(expected.length)
    await expect(states.getByRole('rowheader')).toHaveText(expected.map(({ state }, i) => `${i + 1}. ${state}`))
    await expect.poll(() => cellsOf(states)).toEqual(expected.map(written))
    rows += expected.length
  }
  expect(rows).toBe(13)
})

test('a figure opens exactly its orders, and a row there its order', async ({ world }) => {
  const { page, screen } = await at(world, `${SEPTEMBER}&moment=end`)
  const cases = [
    { kind: KITCHENS, state: 'Обсуждение КП', figure: 'Потери', orders: lost(KITCHENS, 'Обсуждение КП'), count: 4 },
    { kind: SHOP, state: 'Ожидает поставки', figure: 'Кол-во', orders: reached(SHOP, 'Ожидает поставки'), count: 15 },
    { kind: KITCHENS, state: 'Завершен', figure: 'Сумма, ₽', orders: reached(KITCHENS, 'Завершен'), count: 2 },
  ]
  for (const { kind, state, figure, orders, count } of cases) {
    expect(orders).toHaveLength(count)
    const dialog = await screen.openFigure(kind, state, figure)
    await expect.poll(() => listed(page)).toEqual(orders)
    await expect(dialog.getByRole('status')).toContainText(`${count} `)
    await screen.closeFigure()
  }
  await screen.openFigure(KITCHENS, 'Завершен', 'Кол-во')
  await new OrderList(page)
    .rows(/З[КН]-/)
    .first()
    .click()
  await expect(page).toHaveURL(/\/orders\/(work|customer)\//)
  await expect(new OrderCard(page).card).toContainText('Завершен')
})

test('a move on another device changes the open report', async ({ world }) => {
  const [{ screen }, b] = await Promise.all([at(world, SEPTEMBER), world.signedIn(ABDULOV)])
  const count = screen.row(KITCHENS, 'Разработка').getByRole('cell').first()
  await expect(count).toContainText(/^\s*16\s/)
  await b.open('/orders/work?scope=all&search=ЗН-0002')
  await new OrderList(b.page).rows(/ЗН-0002\s*30\.09\.2016/).click()
  await new OrderCard(b.page).move('Разработка')
  await expect(count).toContainText(/^\s*17\s/)
})

test('orders that skipped states, went back or were reopened: reached states, and those really visited', async ({
  world,
}) => {
  const moved: readonly Moved[] = [
    { number: 'ЗН-0002', state: 'На складе' },
    { number: 'ЗН-0003', state: 'Выезд замерщика' },
    { number: 'ЗН-0001', state: 'Обсуждение КП' },
  ]
  await moveOrders(world.server, moved)
  const { screen } = await at(world, SEPTEMBER)
  const days = { from: '01', to: '30', moved }
  const toReach = await rowsOf(days)
  const toVisit = await rowsOf({ ...days, mode: 'visited' })
  expect(toVisit.map(({ reached: count }) => count)).not.toEqual(toReach.map(({ reached: count }) => count))

  await expect(screen.notes).toContainText('Учтены достигшие состояния')
  await expect.poll(async () => withoutHours(await shown(screen))).toEqual(withoutHours(toReach.map(writtenRow)))
  await screen.choose('radio', 'Только побывавшие')
  await expect(screen.notes).toContainText('Учтены только заказы, которые действительно были в состоянии')
  await expect.poll(async () => withoutHours(await shown(screen))).toEqual(withoutHours(toVisit.map(writtenRow)))
})

test('by the date of the move: orders count in a row where they came to it in the period, losses where they were lost', async ({
  world,
}) => {
  const { page, screen } = await at(world, `${september('10', '20')}&moment=end`)
  const days = { from: '10', to: '20' }
  const [ordered, moved] = [await rowsOf(days), await rowsOf({ ...days, basis: 'move' })]
  const visited = await rowsOf({ ...days, basis: 'move', mode: 'visited' })
  expect(moved).not.toEqual(ordered)

  await expect.poll(() => shown(screen)).toEqual(ordered.map(writtenRow))
  await screen.choose('radio', 'дате перехода')
  await expect(screen.notes).toContainText('Период по дате перехода: заказ считается в строке по первому переходу')
  await expect.poll(() => shown(screen)).toEqual(moved.map(writtenRow))

  const figure = { of: 'losses', kind: KITCHENS, state: 'Обсуждение КП' } as const
  const losses = (await counted({ ...days, basis: 'move' })).behind(figure)
  expect(losses).not.toEqual((await counted(days)).behind(figure))
  await screen.openFigure(KITCHENS, 'Обсуждение КП', 'Потери')
  await expect.poll(() => listed(page)).toEqual(losses)
  await screen.closeFigure()

  await screen.choose('radio', 'Только побывавшие')
  await expect.poll(() => shown(screen)).toEqual(visited.map(writtenRow))
})

test('as of the end of the period later moves do not exist; as of now they do', async ({ world }) => {
  const { screen } = await at(world, september('01', '10'))
  const days = { from: '01', to: '10' }
  const [end, now] = [await rowsOf(days), await rowsOf({ ...days, moved: [] })]
  expect(end.map(({ losses }) => losses)).not.toEqual(now.map(({ losses }) => losses))

  await expect(screen.notes).toContainText('На текущий момент')
  await expect.poll(async () => withoutHours(await shown(screen))).toEqual(withoutHours(now.map(writtenRow)))
  await screen.choose('radio', 'на конец периода')
  await expect(screen.notes).toContainText('На конец периода: 10.09.2016')
  await expect.poll(() => shown(screen)).toEqual(end.map(writtenRow))
})

for (const [by, variant] of [
  ['customer', 'По покупателям'],
  ['manager', 'По менеджерам'],
  ['department', 'По подразделениям'],
] as const) {
  test(`${by}s: each with the measures of all its states, its own shares, and exactly its orders`, async ({
    world,
  }) => {
    const { page, screen } = await at(world, `${SEPTEMBER}&moment=end`)
    await choose(page, variant)
    const expected = await counted({ from: '01', to: '30', by })
    for (const kind of BOTH) {
      const blocks = expected.blocks(kind)
      expect(blocks.length).toBeGreaterThan(1)
      await expect(screen.rows(kind)).toHaveCount(blocks.length)
      for (const block of blocks) await expectGroup(screen, kind, block)
    }
    // A figure of a group's whole way, and one of a state of it.
    const group = expected.blocks(KITCHENS).find(({ rows }) => (rows[2]?.losses ?? 0) > 0)?.group ?? ''
    await screen.openFigure(KITCHENS, group, 'Кол-во')
    const all = expected.behind({ of: 'block', kind: KITCHENS, group })
    await expect.poll(() => listed(page)).toEqual(all)
    await screen.closeFigure()
    await screen.expand(KITCHENS, group)
    const dialog = await screen.openFigure(KITCHENS, 'Обсуждение КП', 'Потери')
    await expect(dialog).toContainText(group)
    const losses = expected.behind({ of: 'losses', kind: KITCHENS, group, state: 'Обсуждение КП' })
    expect(losses.length).toBeLessThan(lost(KITCHENS, 'Обсуждение КП').length)
    await expect.poll(() => listed(page)).toEqual(losses)
    await screen.closeFigure()
    // What is expanded is kept by the address.
    await page.reload()
    await expect(screen.states(KITCHENS)).toHaveCount(7)
  })
}

test('groups are sorted by any measure, and compared by any state', async ({ world }) => {
  const { page, screen } = await at(world, `${SEPTEMBER}&moment=end&by=customer`)
  const blocks = (await counted({ from: '01', to: '30', by: 'customer' })).blocks(KITCHENS)
  const ranked = (of: (block: FunnelBlock) => number, sign = 1) =>
    blocks
      .toSorted((a, b) => sign * (of(b) - of(a)) || String(a.group).localeCompare(String(b.group), 'ru'))
      .map(({ group }) => group)
  const names = async () => (await screen.rows(KITCHENS).getByRole('rowheader').allTextContents()).map(plain)
  const lossesOf = ({ rows }: FunnelBlock) => rows.reduce((sum, row) => sum + row.lossesSum, 0)
  const offers = ({ rows }: FunnelBlock) => rows[2]?.reached ?? 0
  const head = (name: string) => screen.table(KITCHENS).getByRole('button', { name, exact: true })

  await expect.poll(names).toEqual(ranked(({ rows }) => rows[0]?.reached ?? 0))
  await head('Потери, ₽').click()
  await expect.poll(names).toEqual(ranked(lossesOf))
  await head('Потери, ₽').click()
  await expect.poll(names).toEqual(ranked(lossesOf, -1))
  await screen.block(KITCHENS).getByRole('combobox', { name: 'Сравнить по' }).click()
  await page.getByRole('option', { name: '3. Обсуждение КП' }).click()
  await head('Кол-во').click()
  await expect.poll(names).toEqual(ranked(offers))
  for (const { group, rows } of blocks) {
    const row = rows[2]
    await expect.poll(() => cellsOf(screen.row(KITCHENS, String(group)))).toEqual(row && [writtenRow(row)])
  }
})

test('the reasons of losses: each with its colour, count, sum and share, as the golden orders give them', async ({
  world,
}) => {
  const { page, screen } = await at(world, `${SEPTEMBER}&moment=end`)
  for (const kind of BOTH) {
    const legend = screen.block(kind).getByRole('list').getByRole('button')
    const expected = goldenReasons(kind)
    expect(expected.length).toBeGreaterThan(2)
    await expect.poll(async () => (await legend.allTextContents()).map(plain)).toEqual(expected)
    const colours = await coloursOf(legend.locator('.swatch'))
    expect(new Set(colours).size).toBe(expected.length)
  }
  // In the row, the losses are divided in the legend's colours.
  const legend = screen.block(KITCHENS).getByRole('list').getByRole('button')
  const reasons = ['Не устроила цена', 'Заказали в другом месте', 'Не удалось связаться с клиентом']
  const swatches = reasons.map((reason) => legend.filter({ hasText: reason }).locator('.swatch'))
  const parts = screen.row(KITCHENS, 'Обсуждение КП').locator('.split i')
  expect(await coloursOf(parts)).toEqual((await Promise.all(swatches.map(coloursOf))).flat())
  const widths = await parts.evaluateAll((all) => all.map((part) => part.getBoundingClientRect().width))
  expect((widths[0] ?? 0) / (widths[1] ?? 1)).toBeCloseTo(2, 0)

  await legend.filter({ hasText: 'Не устроила цена' }).click()
  const orders = GOLDEN.orders.filter((order) => order.kind === KITCHENS && reasonOf(order) === 'Не устроила цена')
  await expect.poll(() => listed(page)).toEqual(orders.map(({ number }) => number).sort())
})

test('«Стоит сейчас» is off at first; with it a row is the next one, its losses and those standing there', async ({
  world,
}) => {
  const { page, screen } = await at(world, `${SEPTEMBER}&moment=end`)
  await expect.poll(() => screen.heads(KITCHENS)).not.toContain('Стоит сейчас')
  await screen.choose('checkbox', 'Стоит сейчас')
  await screen.choose('checkbox', 'Стоит, ₽')
  for (const { kind, rows } of GOLDEN.expected) {
    await expect
      .poll(() => screen.heads(kind as KindName))
      .toEqual(expect.arrayContaining(['Стоит сейчас', 'Стоит, ₽']))
    const heads = await screen.heads(kind as KindName)
    const [count, sum] = [heads.indexOf('Стоит сейчас'), heads.indexOf('Стоит, ₽')]
    const standing = rows.map((row, i) => {
      const next = rows[i + 1] ?? { reached: 0, sum: 0 }
      const here = row.reached - next.reached - row.losses
      return here === 0 ? ['', ''] : [String(here), money(row.sum - next.sum - row.lossesSum)]
    })
    const cells = async () => (await cellsOf(screen.states(kind as KindName))).map((row) => [row[count], row[sum]])
    await expect.poll(cells).toEqual(standing)
  }
  const orders = (await counted({ from: '01', to: '30' })).behind({
    of: 'staying',
    kind: KITCHENS,
    state: 'Обсуждение КП',
  })
  await screen.openFigure(KITCHENS, 'Обсуждение КП', 'Стоит сейчас')
  await expect.poll(() => listed(page)).toEqual(orders)
})

test('orders of a kind that is removed, or not here, stay in the report, in blocks that say so', async ({ world }) => {
  const { page, screen } = await at(world, `${SEPTEMBER}&moment=end`)
  const rows = GOLDEN.expected.find(({ kind }) => kind === SHOP)?.rows ?? []
  await expect.poll(() => cellsOf(screen.states(SHOP))).toEqual(rows.map(written))
  await removeKind(world.server, SHOP)
  await expect(screen.block(SHOP)).toContainText('Вид удален, но в нем остались заказы.')
  await expect.poll(() => cellsOf(screen.states(SHOP))).toEqual(rows.map(written))

  const number = await addOrderOf(world.server, 'no-kind', 'Обсуждение КП')
  const lostKind = page.getByRole('region', { name: 'Вид заказ-наряда не найден: no-kind' })
  await expect(lostKind).toContainText('Записи этого вида здесь нет')
  await lostKind.getByRole('button', { name: 'Обсуждение КП: 1 заказ на сумму' }).click()
  await expect.poll(() => listed(page)).toEqual([number])
  await screen.closeFigure()
  await choose(page, 'По покупателям')
  await expect(lostKind.getByRole('heading', { level: 3 }).first()).toHaveText('Не указан')
  await expect(lostKind.getByRole('button', { name: 'Обсуждение КП: 1 заказ на сумму' })).toBeVisible()
})

/** The rows that the rules give, of both kinds. */
async function rowsOf(asked: Asked): Promise<FunnelRow[]> {
  const { blocks } = await counted(asked)
  return BOTH.flatMap((kind) => blocks(kind).flatMap(({ rows }) => rows))
}

/** The rows that stand on the screen, of both kinds. */
async function shown(screen: FunnelScreen): Promise<string[][]> {
  return (await Promise.all(BOTH.map((kind) => cellsOf(screen.states(kind))))).flat()
}

/** Hours as of now grow while one looks. */
function withoutHours(rows: readonly string[][]): string[][] {
  return rows.map((row) => row.toSpliced(HOURS, 1))
}

const HOURS = 2

/** The numbers of the orders that are listed. */
async function listed(page: Page): Promise<string[]> {
  return (await new OrderList(page).column('Номер')).sort()
}

/** Expands a group, compares all that is said of it, and collapses it. */
async function expectGroup(screen: FunnelScreen, kind: KindName, { group, rows }: FunnelBlock): Promise<void> {
  const name = String(group)
  const first = rows[0] as FunnelRow
  const [losses, lossesSum] = [add(rows, 'losses'), add(rows, 'lossesSum')]
  const lossesShare = Math.floor((losses * 100) / first.reached + 0.5)
  const conversion = rows.at(-1)?.fromFirst ?? null
  const whole = { ...first, fromFirst: null, fromPrevious: conversion, losses, lossesShare, lossesSum }
  const shownWhole = async () => withoutHours(await cellsOf(screen.row(kind, name)))
  await expect.poll(shownWhole, name).toEqual(withoutHours([writtenRow(whole)]))
  await screen.expand(kind, name)
  await expect(screen.states(kind)).toHaveCount(rows.length)
  await expect.poll(() => cellsOf(screen.states(kind)), name).toEqual(rows.map(writtenRow))
  await screen.expand(kind, name)
  await expect(screen.states(kind)).toHaveCount(0)
}

function add(rows: readonly FunnelRow[], field: 'losses' | 'lossesSum'): number {
  return rows.reduce((sum, row) => sum + row[field], 0)
}

/** The legend of a kind's losses as the golden orders give it: by count, then name. */
function goldenReasons(kind: string): string[] {
  const lostOrders = GOLDEN.orders.filter((order) => order.kind === kind && reasonOf(order) !== undefined)
  return [...Map.groupBy(lostOrders, reasonOf)]
    .map(([reason = '', orders]) => ({ reason, orders }))
    .toSorted((a, b) => b.orders.length - a.orders.length || a.reason.localeCompare(b.reason, 'ru'))
    .map(({ reason, orders }) => {
      const share = Math.floor((orders.length * 100) / lostOrders.length + 0.5)
      const sum = orders.reduce((all, { total }) => all + total, 0)
      return `${reason} ${orders.length} ${share} % ${money(sum)} ₽`
    })
}

function coloursOf(places: Locator): Promise<string[]> {
  return places.evaluateAll((all) => all.map((place) => getComputedStyle(place).backgroundColor))
}

/** The owner's device. */
async function at(world: World, path: string) {
  const device = await world.at(path, OWNER)
  return { page: device.page, screen: new FunnelScreen(device.page) }
}
