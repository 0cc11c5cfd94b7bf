import type { Page } from '@playwright/test'
import { OrderList } from '../support/screens/order-list.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

interface Seen {
  /** Texts of the first cells, in the picture over the program. */
  readonly rows: readonly string[]
  /** What is said of saving there. */
  readonly said: string
  readonly isHidden: boolean
}

/** Notes the picture that a page begins with, as soon as it has rows. */
function notePicture(): void {
  new MutationObserver(() => {
    const place = document.querySelector('body > #picture')
    if (!place?.querySelector('tbody .table-row') || 'seen' in window) return
    const rows = [...place.querySelectorAll('tbody .table-row')].map((row) => row.textContent ?? '')
    const said = place.querySelector('.saved')?.textContent ?? 'no place for it'
    Object.assign(window, {
      seen: { rows, said, isHidden: place.matches('[inert][aria-hidden=true][aria-busy=true]') },
    })
  }).observe(document, { childList: true, subtree: true })
}

/** Notes how much of what stands there moves by itself, as a share of the window (Layout Instability). */
function noteShifts(): void {
  Object.assign(window, { shifted: 0 })
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) Object.assign(window, { shifted: window.shifted + entry.value })
  }).observe({ type: 'layout-shift', buffered: true })
}

declare global {
  interface Window {
    shifted: number
  }
  interface PerformanceEntry {
    readonly value: number
  }
}

const seen = (page: Page) => page.evaluate(() => ('seen' in window ? (window.seen as Seen) : null))
const kept = (page: Page) =>
  page.evaluate(async () => {
    const folder = await navigator.storage.getDirectory()
    for await (const [, file] of folder.entries()) {
      // It may be written anew at this moment.
      return await (file as FileSystemFileHandle).getFile().then(
        (one) => one.text(),
        () => 'not now',
      )
    }
    return null
  })

test('a start shows the list as it stood last until the list itself is there; nobody else sees it, no other width and no other address; the bare address leads back to it', async ({
  world,
}) => {
  const device = await world.at('/orders/work?scope=all', OWNER)
  const { page } = device
  await page.addInitScript(notePicture)
  await page.addInitScript(noteShifts)
  const rows = page.getByRole('grid').getByRole('row')
  await expect(rows.nth(5)).toBeVisible()
  await device.saved()
  const first = (await rows.nth(1).textContent()) ?? ''
  // One from when orders were still coming may have been kept before.
  await expect.poll(() => kept(page)).toContain(/ЗН-\d{4}/.exec(first)?.[0])

  const slow = await device.context.newCDPSession(page)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 6 })
  await page.reload()
  await expect(page.locator('#picture')).toHaveCount(0)
  await expect(rows.nth(1)).toContainText(first)
  // Each part comes to its own place: 0.1 is what people notice.
  expect(await page.evaluate(() => window.shifted)).toBeLessThan(0.1)
  await slow.send('Emulation.setCPUThrottlingRate', { rate: 1 })
  const picture = await seen(page)
  expect(picture).toMatchObject({ said: '', isHidden: true })
  expect(picture?.rows[0]).toBe(first)

  // A file that never opens holds the program up for a moment only.
  const stuck = await device.context.newPage()
  await stuck.addInitScript(() => {
    navigator.storage.getDirectory = () => new Promise(() => undefined)
  })
  await stuck.goto(page.url())
  await expect(new OrderList(stuck).rows().first()).toContainText(first)
  await stuck.close()

  await page.goto('about:blank')
  await page.setViewportSize({ width: 1100, height: 800 })
  await device.open('/orders/work?scope=all')
  await expect(rows.nth(5)).toBeVisible()
  expect(await seen(page)).toBeNull()
  await device.open('/customers')
  await expect(rows.nth(1)).toBeVisible()
  expect(await seen(page)).toBeNull()

  await expect.poll(() => kept(page)).toContain('"address":"/customers"')
  await device.open('/')
  await expect(rows.nth(1)).toBeVisible()
  await expect(page).toHaveURL(/\/customers$/)
  expect(await seen(page)).toMatchObject({ isHidden: true })
  await page.getByRole('button', { name: /^Меню пользователя/ }).click()
  await page.getByRole('menuitem', { name: 'Выйти' }).click()
  await expect(page.getByRole('button', { name: 'Войти', exact: true })).toBeVisible()
  await expect.poll(() => kept(page)).toBeNull()
  await device.enter(ABDULOV, '/')
  await expect(page).toHaveURL(/\/home$/)
  await device.open('/customers')
  await expect(rows.nth(1)).toBeVisible()
  expect(await seen(page)).toBeNull()
})
