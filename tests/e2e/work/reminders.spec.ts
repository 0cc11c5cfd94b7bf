import { type BrowserContext, chromium, type Page } from '@playwright/test'
import { CHROMIUM, CHROMIUM_ARGS } from '../../../scripts/chromium.ts'
import { serious } from '../support/hands/axe.ts'
import { fillIn } from '../support/screens/order-card.ts'
import { newDevice } from '../support/world/device.ts'
import { ABDULOV, expect, test, VEDERKIN } from '../support/world/world.ts'

const MINUTE = 60_000

const rings = (page: Page) => page.getByRole('region', { name: 'Сработавшие напоминания' })
const dialog = (page: Page) => page.getByRole('dialog')

/** As fields write it. */
function written(at: number): string {
  return new Intl.DateTimeFormat('ru-RU', { dateStyle: 'short', timeStyle: 'short', timeZone: 'Europe/Moscow' }).format(
    at,
  )
}

/** A record of the calendar that begins in ten minutes: it reminds 15 minutes before, which is now. */
async function makeSoon(page: Page, subject: string, person?: string) {
  await page.getByRole('banner').getByRole('button', { name: 'Создать' }).click()
  await fillIn(dialog(page), 'Тема', subject)
  await fillIn(dialog(page), 'Начало', written(Date.now() + 10 * MINUTE))
  if (person) {
    await dialog(page).getByRole('combobox', { name: 'Ответственный' }).fill(person)
    await page.getByRole('option', { name: person }).click()
  }
  await dialog(page).getByRole('button', { name: 'Создать' }).click()
  await expect(dialog(page)).toHaveCount(0)
}

/** Has the browser of a device tell; gives what it was told, as it comes. Its pages are not looked at from now on. */
async function hearNotices(context: BrowserContext): Promise<readonly string[]> {
  const told: string[] = []
  await context.grantPermissions(['notifications'])
  await context.exposeFunction('hearNotice', (title: string) => void told.push(title))
  await context.addInitScript(() => {
    document.hasFocus = () => false
    class Heard extends Notification {
      constructor(title: string, options?: NotificationOptions) {
        super(title, options)
        this.onshow = () => Reflect.apply(Reflect.get(window, 'hearNotice'), window, [title])
      }
    }
    Object.assign(window, { Notification: Heard })
  })
  return told
}

/** A page that Playwright drives always has the focus: whether one looks at it is said to it as the browser says it. */
async function lookAt(page: Page, isLookedAt: boolean) {
  await page.evaluate((is) => {
    document.hasFocus = () => is
    dispatchEvent(new Event(is ? 'focus' : 'blur'))
  }, isLookedAt)
}

/** Taps the notice of the device's service worker, once there is one, as the browser tells it. */
async function tapNotice(context: BrowserContext) {
  const [worker] = context.serviceWorkers()
  const tap = () =>
    worker?.evaluate(async () => {
      const { registration } = self as unknown as { readonly registration: ServiceWorkerRegistration }
      const [notification] = await registration.getNotifications()
      if (!notification) return false
      const tapped = Reflect.construct(Reflect.get(self, 'NotificationEvent'), ['notificationclick', { notification }])
      return dispatchEvent(tapped)
    })
  await expect.poll(tap).toBe(true)
}

test('Z8: it rings without a server, on every page until one answers; heard, no start tells it again', async ({
  world,
}) => {
  const device = await world.at('/calendar', ABDULOV)
  const { page } = device
  await device.ready()
  await device.saved()
  device.line.cut()
  await makeSoon(page, 'Позвонить в Лотос')
  await expect(rings(page)).toContainText('Позвонить в Лотос')
  expect(await serious(page)).toEqual([])
  const other = await device.context.newPage()
  await other.goto(`${device.url}/calendar`)
  await expect(rings(other)).toContainText('Позвонить в Лотос')
  await rings(other).getByRole('button', { name: 'Готово' }).click()
  for (const one of [page, other]) await expect(rings(one)).toHaveCount(0)
  await other.close()
  await page.reload()
  await expect(page.getByRole('heading', { name: 'Календарь' })).toBeVisible()
  await expect(rings(page)).toHaveCount(0)
  device.line.restore()
  await device.saved()
  const second = await world.at('/calendar', ABDULOV)
  await second.saved()
  await expect(rings(second.page), 'nor does another device of his').toHaveCount(0)
})

test('on a phone one of what rings stands over the screen, and the others when they are asked for', async ({
  world,
}) => {
  const { page } = await world.at('/calendar', ABDULOV)
  const rows = rings(page).getByRole('article')
  for (const subject of ['Позвонить в Лотос', 'Забрать образцы']) await makeSoon(page, subject)
  await expect(rows).toHaveCount(2)
  await page.setViewportSize({ width: 390, height: 844 })
  await expect(rows).toHaveCount(1)
  await rings(page).getByRole('button', { name: 'Еще 1' }).click()
  await expect(rows).toHaveCount(2)
  await rings(page).getByRole('button', { name: 'Свернуть' }).click()
  await expect(rows).toHaveCount(1)
})

test('Z8: without a server the browser tells once, while no page is looked at, whatever the number of tabs and starts', {
  tag: '@waits',
}, async ({ world }) => {
  // The shell that the other tests have knows no notices.
  await using browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
  const device = await newDevice(browser, world.server.port)
  await device.enter(ABDULOV, '/calendar')
  await device.ready()
  await device.saved()
  const told = await hearNotices(device.context)
  const tabs = [device.page, await device.context.newPage()] as const
  for (const tab of tabs) await tab.goto(`${device.url}/calendar`)
  device.line.cut()
  await makeSoon(tabs[0], 'Не видно')
  for (const tab of tabs) await expect(rings(tab)).toContainText('Не видно')
  await expect.poll(() => told).toEqual(['Не видно'])
  await tabs[0].reload()
  await expect(rings(tabs[0])).toContainText('Не видно')
  await lookAt(tabs[1], true)
  await makeSoon(tabs[0], 'На виду')
  for (const tab of tabs) await expect(rings(tab)).toContainText('На виду')
  await lookAt(tabs[1], false)
  await makeSoon(tabs[0], 'Опять не видно')
  await expect
    .poll(() => told, 'neither the first once more nor what was looked at')
    .toEqual(['Не видно', 'Опять не видно'])
  await device.close()
})

test('Z8: where notices come from the service worker, as on phones, a tap on one opens what it is about', async ({
  world,
}) => {
  await using browser = await chromium.launch({ executablePath: CHROMIUM, args: CHROMIUM_ARGS })
  const device = await newDevice(browser, world.server.port)
  await device.enter(ABDULOV, '/calendar')
  await device.ready()
  await device.context.grantPermissions(['notifications'])
  await device.context.addInitScript(() => {
    document.hasFocus = () => false
    const refused = () => {
      throw new TypeError('Illegal constructor')
    }
    Object.assign(window, { Notification: Object.assign(refused, { permission: 'granted' }) })
  })
  const { page } = device
  await page.goto(`${device.url}/calendar`)
  await makeSoon(page, 'Забрать образцы')
  await expect(rings(page)).toContainText('Забрать образцы')
  await tapNotice(device.context)
  await expect(page).toHaveURL(/\/calendar\/./)
  await device.close()
})

test('Z7: what rang while the program was closed is told at the next start as missed, and can be put off', async ({
  world,
}) => {
  const device = await world.at('/calendar?who=all', ABDULOV)
  await makeSoon(device.page, 'Замер у Ёлкина', 'Ведеркин')
  await device.saved()
  await expect(rings(device.page)).toHaveCount(0)
  const { page } = await world.at('/customers', VEDERKIN)
  await expect(rings(page)).toContainText('Замер у Ёлкина')
  await expect(rings(page)).toContainText('Пока вас не было')
  await rings(page).getByRole('button', { name: 'Открыть' }).click()
  await expect(page).toHaveURL(/\/calendar\//)
  await rings(page).getByRole('button', { name: 'Отложить' }).click()
  await page.getByRole('menuitem', { name: 'На 15 минут' }).click()
  await expect(rings(page)).toHaveCount(0)
})
