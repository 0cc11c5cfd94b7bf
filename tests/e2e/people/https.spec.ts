import { createHash, X509Certificate } from 'node:crypto'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Browser } from '@playwright/test'
import { test as base, expect } from '@playwright/test'
import { CHROMIUM } from '../../../scripts/chromium.ts'
import { DEMO_PASSWORD } from '../../../shared/demo/staff.ts'
import { startServer, type TestServer } from '../../support/server.ts'
import { OWNER } from '../support/world/world.ts'

/** A server over HTTPS, and a browser that trusts the very key that its certificate stands for. */
const test = base.extend<{ readonly whole: boolean; readonly server: TestServer; readonly trusting: Browser }>({
  whole: [false, { option: true }],
  server: async ({ whole }, use) => {
    await using server = await startServer({ args: ['--demo', '--https', '--http-port', '0'], whole })
    await use(server)
  },
  trusting: async ({ playwright, server }, use) => {
    const { publicKey } = new X509Certificate(await readFile(join(server.data, 'tls/server.pem')))
    const key = createHash('sha256')
      .update(publicKey.export({ type: 'spki', format: 'der' }))
      .digest('base64')
    const args = [`--ignore-certificate-errors-spki-list=${key}`]
    const browser = await playwright.chromium.launch({ executablePath: CHROMIUM, args })
    await use(browser)
    await browser.close()
  },
})

test.describe('as `npm start -- --https` begins it', () => {
  test.use({ whole: true })

  test('H4, H7: a browser that trusts the certificate works over HTTPS: signed in, saved, installed for offline', async ({
    server,
    trusting,
  }) => {
    await expect.poll(() => server.log).toContain(`Voronka is at https://localhost:${server.port}`)
    await expect.poll(() => server.log).toContain(`Tablets and phones begin at http://localhost:${server.trust?.port}`)
    const context = await trusting.newContext({ locale: 'ru-RU' })
    const page = await context.newPage()
    const opened = await page.goto(`https://localhost:${server.port}`)
    expect(opened?.headers()).not.toHaveProperty('strict-transport-security')
    await page.getByRole('textbox', { name: 'Почта' }).fill(OWNER)
    await page.getByRole('textbox', { name: 'Пароль' }).fill(DEMO_PASSWORD)
    await page.getByRole('button', { name: 'Войти', exact: true }).click()
    await expect(page.getByRole('status').filter({ hasText: 'Сохранено на сервере' })).toBeVisible()
    expect(await page.evaluate(() => isSecureContext)).toBe(true)
    expect(await page.evaluate(async () => (await navigator.serviceWorker.ready).active !== null)).toBe(true)
    const cookies = await context.cookies()
    expect(cookies.map(({ name }) => name.replace(/-[\w-]{8}\./, '.')).sort()).toEqual([
      '__Host-voronka.known',
      '__Host-voronka.session_token',
    ])
    expect(cookies.map(({ secure, httpOnly }) => [secure, httpOnly])).toEqual(cookies.map(() => [true, true]))
    await server.stop()
  })
})

test('a browser that does not trust it does not open it', async ({ browser, server }) => {
  const page = await browser.newPage()
  await expect(page.goto(`https://localhost:${server.port}`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID')
})

test('a tablet is led from the page to the program: steps, certificate, the way on', async ({ server, trusting }) => {
  const context = await trusting.newContext({ locale: 'ru-RU', viewport: { width: 390, height: 844 } })
  const page = await context.newPage()
  await page.goto(`http://127.0.0.1:${server.trust?.port}`)
  await expect(page.getByRole('heading', { name: 'Подключить устройство' })).toBeVisible()
  await expect(page.getByRole('img', { name: /Адрес этой страницы: http:/ })).toBeVisible()
  await expect(page.getByText(server.trust?.fingerprint ?? 'none')).toBeVisible()
  await page.getByText('Android', { exact: true }).click()
  await expect(page.getByText('«Сертификат ЦС»')).toBeVisible()
  const certificate = await page.request.get(`http://127.0.0.1:${server.trust?.port}/voronka.crt`)
  const { fingerprint256 } = new X509Certificate(await certificate.body())
  expect(fingerprint256).toBe(server.trust?.fingerprint)
  await page.getByRole('link', { name: 'English' }).click()
  await expect(page.getByRole('heading', { name: 'Connect a device' })).toBeVisible()
  const onward = await page.getByRole('link', { name: 'Open Voronka' }).getAttribute('href')
  expect(onward).toMatch(new RegExp(`^https://.+:${server.port}/$`))
  await page.goto(`https://localhost:${server.port}`)
  await expect(page.locator('input[type=password]')).toBeVisible()
})

test('over plain HTTP from another computer it says what is needed, instead of half working', async ({
  playwright,
}) => {
  await using server = await startServer({ args: ['--demo'] })
  const args = ['--host-resolver-rules=MAP office.test 127.0.0.1']
  const browser = await playwright.chromium.launch({ executablePath: CHROMIUM, args })
  const page = await browser.newPage({ locale: 'ru-RU' })
  await page.goto(`http://office.test:${server.port}`)
  await expect(page.getByRole('heading', { name: 'Нужно защищенное соединение' })).toBeVisible()
  await expect(page.getByText('npm start -- --https')).toBeVisible()
  await expect(page.getByLabel('Пароль')).toHaveCount(0)
  await browser.close()
})
