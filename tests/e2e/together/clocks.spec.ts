import type { Browser } from '@playwright/test'
import { OrderCard } from '../support/screens/order-card.ts'
import { type Device, newDevice } from '../support/world/device.ts'
import { startBrowserWithClockOff } from '../support/world/odd-clock.ts'
import { ABDULOV, test as base, expect, VEDERKIN } from '../support/world/world.ts'

const DAY = 24

/** A device whose clock is a day ahead, one whose clock is a day behind, with the same order on their screens. */
interface Fixtures {
  readonly devices: { readonly ahead: Device; readonly behind: Device; readonly cards: readonly [OrderCard, OrderCard] }
}

const test = base.extend<Fixtures>({
  devices: async ({ world }, use) => {
    const browsers = await Promise.all([startBrowserWithClockOff(DAY), startBrowserWithClockOff(-DAY)])
    const [ahead, behind] = await Promise.all([
      signedIn(browsers[0], world.server.port, ABDULOV),
      signedIn(browsers[1], world.server.port, VEDERKIN),
    ])
    await ahead.open('/orders/work')
    // Until then orders come.
    await ahead.saved()
    await ahead.page.getByRole('row').filter({ hasText: 'Выезд замерщика' }).first().click()
    await expect(ahead.page).toHaveURL(/\/orders\/work\/[\w-]+/)
    await behind.open(new URL(ahead.page.url()).pathname)
    const cards = [new OrderCard(ahead.page), new OrderCard(behind.page)] as const
    for (const card of cards) await expect(card.field('Контакт')).toBeVisible()
    await Promise.all([ahead, behind].flatMap((device) => [device.ready(), device.saved()]))
    await use({ ahead, behind, cards })
    for (const device of [ahead, behind]) await device.close()
    for (const browser of browsers) await browser.close()
  },
})

test('the clocks are off indeed', async ({ devices: { ahead, behind } }) => {
  const hours = async ({ page }: Device) =>
    Math.round(((await page.evaluate(() => Date.now())) - Date.now()) / 3_600_000)
  expect([await hours(ahead), await hours(behind)]).toEqual([DAY, -DAY])
})

test('of one field the later writing stands, whichever clock is ahead', async ({ devices: { cards } }) => {
  const [ahead, behind] = cards
  await ahead.set('Примечание', 'раньше, но часы спешат')
  await behind.expects('Примечание', 'раньше, но часы спешат')
  await behind.set('Примечание', 'позже, хотя часы отстают')
  for (const card of cards) await card.expects('Примечание', 'позже, хотя часы отстают')
})

test('apart, too: the later writing stands on both, the earlier one is shown', async ({ devices }) => {
  const { ahead, behind, cards } = devices
  for (const { line } of [ahead, behind]) line.cut()
  await cards[0].set('Примечание', 'раньше, но часы спешат')
  await ahead.unsent()
  await ahead.page.reload()
  await expect(cards[0].field('Примечание')).toHaveValue('раньше, но часы спешат')
  await cards[1].set('Примечание', 'позже, хотя часы отстают')
  await behind.unsent()
  for (const { line } of [ahead, behind]) line.restore()
  await Promise.all([ahead.saved(), behind.saved()])
  for (const card of cards) {
    await card.expects('Примечание', 'позже, хотя часы отстают')
    await expect(card.page.getByRole('note')).toContainText('раньше, но часы спешат')
  }
})

test('moves stand in their true order, with true times', async ({ devices: { cards } }) => {
  const [ahead, behind] = cards
  await ahead.move('Разработка')
  await expect(behind.state).toContainText('Разработка')
  await behind.move('Обсуждение КП')
  for (const card of cards) {
    await expect(card.state).toContainText('Обсуждение КП')
    await card.tab('Переходы')
    const moves = card.card.getByRole('list').filter({ hasText: 'Обсуждение КП' }).getByRole('listitem')
    await expect(moves.nth(0)).toContainText('Обсуждение КП')
    await expect(moves.nth(1)).toContainText('Разработка')
    for (const at of [0, 1]) expect(await agoOf(moves.nth(at))).toBeLessThan(10)
  }
})

async function signedIn(browser: Browser, port: number, email: string): Promise<Device> {
  const device = await newDevice(browser, port)
  await device.signIn(email)
  return device
}

/** How many minutes ago the time is that a line of the history names. */
async function agoOf(line: ReturnType<OrderCard['card']['getByRole']>): Promise<number> {
  const text = (await line.textContent()) ?? ''
  const [, day = '', month = '', year = '', hour = '', minute = ''] =
    /(\d\d)\.(\d\d)\.(\d{4}), (\d\d):(\d\d)/.exec(text) ?? []
  const at = Date.parse(`${year}-${month}-${day}T${hour}:${minute}:00+03:00`)
  return Math.abs(Date.now() - at) / 60_000
}
