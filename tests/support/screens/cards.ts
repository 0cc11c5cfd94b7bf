import type { Page } from '@playwright/test'
import { choose } from '../choices.ts'
import { after, card, expect, list, openCard, pane, press, type Screen, said, visible } from './screen.ts'
import { ASKING } from './staged.ts'

const AT = '/orders/work'
const BOARD = '/orders/work/board/kitchens'
/** Of one customer: what is looked at is not the cards. */
const FEW = `${BOARD}?search=${encodeURIComponent('ЗН-004')}`
/** Customers' orders that have not come where goods are asked for. */
const WAITING = `/orders/customer?scope=all&search=${encodeURIComponent('Ожидает поставки')}`

/** The history of the open record, told by the server. */
async function history(page: Page): Promise<void> {
  await page.getByRole('tab').last().click()
  await visible('.told')(page)
}

/** What is shipped and paid of the open order. */
async function facts(page: Page): Promise<void> {
  await page.getByRole('tab').nth(1).click()
  await visible('.order-facts')(page)
}

async function moves(page: Page): Promise<void> {
  await page.getByRole('tab').nth(2).click()
  await visible('.history li')(page)
}

/** Asks for an end of the open order. */
async function completing(page: Page): Promise<void> {
  await page
    .getByRole('complementary')
    .getByLabel(await said(page, 'orders.stateAndKind'))
    .first()
    .click()
  await page
    .getByRole('dialog')
    .getByText(await said(page, 'orders.completed'))
    .last()
    .click()
  await cancelling(page)
}

/** Says that an order is cancelled, where its end is asked for. */
async function cancelling(page: Page): Promise<void> {
  await choose(page, await said(page, 'records.choices.cancelled'))
  await expect(page.getByRole('combobox', { name: await said(page, 'orders.move.reason') })).toBeVisible()
}

async function states(page: Page): Promise<void> {
  const field = page.getByRole('complementary').getByLabel(await said(page, 'orders.stateAndKind'))
  await field.first().click()
  await pane(page)
}

/** Moves the open order where it lacks what is asked for. */
async function entering(page: Page): Promise<void> {
  await states(page)
  await page.getByRole('dialog').getByText(ASKING).first().click()
  await expect(page.getByRole('dialog').getByRole('textbox').first()).toBeVisible()
}

async function draft(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: await said(page, 'orders.create') })
    .click()
  await openCard(page)
  await page.locator('.fold > summary').click()
}

async function adding(page: Page): Promise<void> {
  await page.locator('.quick-add-open').first().click()
  await visible('form.quick-add, .quick-add')(page)
}

/** Carries the first card of the board to its last column by keys; «Завершен» is asked about there. */
async function putLast(page: Page): Promise<void> {
  await page.locator('.tile').first().focus()
  await page.keyboard.press('Space')
  for (let step = 0; step < 7; step++) await page.keyboard.press('ArrowRight')
  await page.keyboard.press('Enter')
  await pane(page)
  await cancelling(page)
}

async function online(page: Page): Promise<void> {
  await page.locator('button.online').click()
  await pane(page)
}

/** Orders: their cards, and the board. */
export const ORDERS: readonly Screen[] = [
  { name: 'card', path: AT, shown: after(list, card) },
  { name: 'card facts', path: AT, shown: after(list, card, facts) },
  { name: 'card moves', path: AT, shown: after(list, card, moves) },
  { name: 'card history', path: AT, shown: after(list, card, history) },
  { name: 'card states', path: AT, shown: after(list, card, states) },
  { name: 'card completing', path: AT, shown: after(list, card, completing) },
  { name: 'card entering', path: WAITING, shown: after(list, card, entering) },
  { name: 'card draft', path: AT, shown: after(list, draft) },
  { name: 'card apart', path: ({ apart }) => apart, shown: after(openCard, visible('.apart'), visible('.field-mark')) },
  { name: 'online', path: AT, shown: after(list, online) },
  { name: 'board', path: BOARD, shown: visible('.tile') },
  { name: 'board lanes', path: `${BOARD}?lanes=responsible`, shown: visible('.lane .tile') },
  { name: 'board adding', path: FEW, shown: after(visible('.tile'), adding) },
  { name: 'board completing', path: FEW, shown: after(visible('.tile'), putLast) },
  { name: 'card timeline', path: AT, shown: after(list, card, timeline) },
  { name: 'event card', path: '/events', shown: after(visible('#root tr.table-row'), card) },
  { name: 'event noting', path: '/events/calls', shown: after(visible('#root tr.table-row'), noting) },
  { name: 'board card', path: FEW, shown: after(visible('.tile'), boardCard) },
  { name: 'board looks', path: FEW, shown: after(visible('.tile'), boardLooks) },
]

/** Everything that happened with the open order. */
async function timeline(page: Page): Promise<void> {
  await page.getByRole('tab', { name: await said(page, 'timeline.tab') }).click()
  await visible('.timeline-past li')(page)
}

/** Begins a quick event, as the button of its list does. */
async function noting(page: Page): Promise<void> {
  await page
    .getByRole('banner')
    .getByRole('button', { name: await said(page, 'common.create') })
    .click()
  await visible('.quick-event')(page)
}

async function boardCard(page: Page): Promise<void> {
  await page.locator('.tile').first().click()
  await openCard(page)
}

async function boardLooks(page: Page): Promise<void> {
  const button = page.locator('.looks-button:not(#picture *)')
  if (!(await button.isVisible())) return press(page, 'lists.filter.title')
  await button.click()
  await pane(page)
}
