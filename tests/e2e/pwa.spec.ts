import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startServer } from '../support/server.ts'
import { newDevice } from './support/device.ts'
import { OrderCard } from './support/order-card.ts'
import { expect, OWNER, test } from './support/world.ts'

const BUILT = join(import.meta.dirname, '../../dist/client')

/** A client of the test's own that can be replaced by a newer build: the same program with a mark in its page. */
async function ownClient() {
  const folder = await mkdtemp(join(tmpdir(), 'voronka-client-'))
  await cp(BUILT, folder, { recursive: true })
  const change = async (file: string, from: RegExp, to: string) => {
    const text = await readFile(join(folder, file), 'utf8')
    expect(text).toMatch(from)
    await writeFile(join(folder, file), text.replace(from, to))
  }
  return {
    folder,
    publishNext: async () => {
      await change('index.html', /<title>/, '<meta name="build" content="next" /><title>')
      await change('sw.js', /(url:"index\.html",revision:)"[0-9a-f]{32}"/, `$1"${'f'.repeat(32)}"`)
    },
    remove: () => rm(folder, { recursive: true, force: true }),
  }
}

const look = (page: Page) => page.evaluate(async () => void (await (await navigator.serviceWorker.ready).update()))
const isNext = (page: Page) => page.locator('meta[name=build][content=next]')

test('an update is offered, waits for what is being typed, also in another tab, and then comes to both', async ({
  browser,
}) => {
  const client = await ownClient()
  const server = await startServer({ args: ['--demo', '--client', client.folder] })
  const device = await newDevice(browser, server.port)
  try {
    await device.signIn(OWNER)
    const { page } = device
    await page.getByRole('row').nth(1).click()
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
    await other.field('Контакт').fill('не записано')
    await page.getByRole('button', { name: 'Обновить сейчас' }).click()
    await expect(page.getByText('как только вы запишете')).toBeVisible()
    await expect(isNext(page)).toHaveCount(0)
    await other.field('Контакт').blur()
    for (const one of [page, second]) await expect(isNext(one)).toHaveCount(1)
    await expect(other.field('Контакт')).toHaveValue('не записано')
    await expect(card.field('Контакт')).toHaveValue('не записано')
  } finally {
    await device.close()
    await server.close()
    await client.remove()
  }
})

test('it can be installed: name, icons of both purposes, shortcuts that lead where they say', async ({ world }) => {
  const { page, url } = await world.signedIn(OWNER)
  const manifest = await (await page.request.get(`${url}/manifest.webmanifest`)).json()
  expect(manifest).toMatchObject({ id: '/', name: 'Воронка', display: 'standalone', start_url: '/' })
  expect(manifest.icons.map((icon: { purpose?: string }) => icon.purpose ?? 'any')).toContain('maskable')
  for (const { src } of manifest.icons) expect((await page.request.get(url + src)).ok(), src).toBe(true)
  expect(manifest.shortcuts).toHaveLength(3)
  await page.goto(url + manifest.shortcuts[0].url)
  await expect(page.getByRole('heading', { name: manifest.shortcuts[0].name })).toBeVisible()
  await expect(page).toHaveURL(/\/orders\/customer\/draft\/common-/)
})
