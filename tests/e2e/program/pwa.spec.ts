import { readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { CHROMIUM } from '../../../scripts/chromium.ts'
import { copyClient } from '../../support/client-copy.ts'
import { startServer } from '../../support/server.ts'
import { serious } from '../support/hands/axe.ts'
import { OrderCard } from '../support/screens/order-card.ts'
import { OrderList } from '../support/screens/order-list.ts'
import { newDevice } from '../support/world/device.ts'
import { ABDULOV, expect, OWNER, test } from '../support/world/world.ts'

/**
 * A client of the test's own that can be replaced by a newer build: the same program with a mark in its page, and a data
 * worker of another name.
 */
async function ownClient() {
  const folder = await copyClient()
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toMatch(from)
    await writeFile(join(folder, file), text.replace(from, to))
    for (const packed of ['br', 'gz']) await rm(join(folder, `${file}.${packed}`), { force: true })
  }
  const publishWorker = async () => {
    const index = await readFile(join(folder, 'index.html'), 'utf8')
    const main = /assets\/index-[\w-]+\.js/.exec(index)?.[0] ?? ''
    // The data worker is the one that the first script starts.
    const worker = /worker-[\w-]+\.js/.exec(await readFile(join(folder, main), 'utf8'))?.[0] ?? ''
    await rename(join(folder, 'assets', worker), join(folder, 'assets/worker-next.js'))
    await change('sw.js', new RegExp(worker), 'worker-next.js')
    await change(main, new RegExp(worker), 'worker-next.js')
    await change('sw.js', new RegExp(`(url:"${main}",revision:)null`), '$1"next"')
  }
  return {
    folder,
    publishNext: async () => {
      await change('index.html', /<title>/, '<meta name="build" content="next" /><title>')
      await change('sw.js', /(url:"index\.html",revision:)"[0-9a-f]{32}"/, `$1"${'f'.repeat(32)}"`)
      await publishWorker()
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const look = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
/** Opens an address as a hard reload does: from the server, whatever is kept here. */
async function openFresh(page: Page, address: string): Promise<void> {
  const session = await page.context().newCDPSession(page)
  await session.send('Network.enable')
  await session.send('Network.setCacheDisabled', { cacheDisabled: true })
  await session.send('Network.setBypassServiceWorker', { bypass: true })
  await page.goto(address)
}

const isNext = (page: Page) => page.locator('meta[name=build][content=next]')

test('an update is offered, waits for what is being typed, also in another tab, and then comes to both; a newer tab waits for them', async ({
  browser,
}) => {
  const client = await ownClient()
  const server = await startServer({ args: ['--demo', '--client', client.folder] })
  const device = await newDevice(browser, server.port)
  try {
    await device.signIn(OWNER)
    const { page } = device
    await new OrderList(page).rows().first().click()
    const card = new OrderCard(page)
    await expect(card.field('Контакт')).toBeVisible()
    await device.ready()
    await page.reload()
    const second = await device.context.newPage()
    await second.goto(page.url())
    const other = new OrderCard(second)
    await expect(other.field('Контакт')).toBeVisible()
    await client.publishNext()
    await look(page)
    for (const one of [page, second]) await expect(one.getByText('Вышло обновление')).toBeVisible()
    expect(await serious(page)).toEqual([])
    const newer = await device.context.newPage()
    await openFresh(newer, page.url())
    await expect(isNext(newer)).toHaveCount(1)
    await expect(newer.getByRole('heading', { name: 'Воронка открыта в другой вкладке' })).toBeVisible()
    await other.field('Контакт').fill('не записано')
    await page.getByRole('button', { name: 'Обновить сейчас' }).click()
    await expect(page.getByText('как только вы запишете')).toBeVisible()
    await expect(isNext(page)).toHaveCount(0)
    await other.field('Контакт').blur()
    for (const one of [page, second]) await expect(isNext(one)).toHaveCount(1)
    await expect(other.field('Контакт')).toHaveValue('не записано')
    await expect(card.field('Контакт')).toHaveValue('не записано')
    await new OrderCard(newer).expects('Контакт', 'не записано')
  } finally {
    await device.close()
    await server.close()
    await client.remove()
  }
})

test('on a fresh device: an early offer to install is kept, the first edit asks to keep the data, once', async ({
  world,
}) => {
  const device = await world.device()
  const { page } = device
  await device.context.addInitScript(() => {
    navigator.storage.persist = async () => {
      localStorage.setItem('test-asked', `${localStorage.getItem('test-asked') ?? ''}+`)
      return false
    }
    const offer = () => dispatchEvent(Object.assign(new Event('beforeinstallprompt'), { prompt: () => undefined }))
    // Over a slow line the program itself comes later.
    document.addEventListener('DOMContentLoaded', offer)
  })
  const asked = () => page.evaluate(() => localStorage.getItem('test-asked'))
  device.line.delay(100)
  await device.enter(ABDULOV, '/customers')
  await device.saved()
  device.line.delay(0)
  expect(await asked()).toBeNull()
  await page.getByRole('grid').getByRole('row').filter({ hasText: 'АЛЬФАМАРТ' }).click()
  const card = new OrderCard(page)
  device.line.cut()
  await card.set('Примечание', 'первая правка')
  await expect.poll(asked).toBe('+')
  device.line.restore()
  await device.saved()
  await page.reload()
  await card.set('Примечание', 'вторая правка')
  await device.saved()
  expect(await asked()).toBe('+')
  await device.open('/profile')
  await expect(page.getByRole('button', { name: 'Установить программу' })).toBeVisible()
})

test('nothing is in the way of installing it', async ({ playwright, world }) => {
  // The engine alone installs nothing, and finds nothing wrong with any page.
  const browser = await playwright.chromium.launch({ executablePath: CHROMIUM })
  const page = await browser.newPage()
  await page.goto(world.server.url)
  await expect(page.locator('input[type=password]')).toBeVisible()
  const asked = await page.context().newCDPSession(page)
  const { installabilityErrors } = await asked.send('Page.getInstallabilityErrors')
  // A window of a test's own is never installed from.
  expect(installabilityErrors.map(({ errorId }) => errorId)).toEqual(['in-incognito'])
  await browser.close()
})

test('it can be installed: name, icons of both purposes, all shortcuts lead where they say', async ({ world }) => {
  const { page, url } = await world.signedIn(OWNER)
  const manifest = await (await page.request.get(`${url}/manifest.webmanifest`)).json()
  expect(manifest).toMatchObject({ id: '/', name: 'Воронка', display: 'standalone', start_url: '/' })
  expect(manifest.icons.map((icon: { purpose?: string }) => icon.purpose ?? 'any')).toContain('maskable')
  for (const { src } of manifest.icons) expect((await page.request.get(url + src)).ok(), src).toBe(true)
  const leads = new Map([
    ['Новый заказ покупателя', /\/orders\/customer\/draft\/common-/],
    ['Новый заказ-наряд', /\/orders\/work\/draft\/common-/],
    ['Воронка продаж', /\/funnel$/],
  ])
  expect(manifest.shortcuts.map(({ name }: { name: string }) => name)).toEqual([...leads.keys()])
  for (const { name, url: path } of manifest.shortcuts) {
    await page.goto(url + path)
    await expect(page.getByRole('heading', { name, exact: true })).toBeVisible()
    await expect(page).toHaveURL(leads.get(name) ?? '')
  }
})
