import { afterEach, beforeEach, expect, test } from 'vitest'
import { CATALOGUE } from '../../site/testing/samples.ts'
import type { Browser } from '../testing/browser.ts'
import { ACCESS, startCompany, type TestServer } from '../testing/server.ts'

let server: TestServer
let owner: Browser
beforeEach(async () => {
  ;({ server, owner } = await startCompany())
})
afterEach(() => server.close())

test('ST10, ST13: under the sync server the site stands at /shop with rules of its own, and the program as it was', async () => {
  const headers = { authorization: `Bearer ${server.door.key}` }
  await fetch(`${server.url}/door/catalogue`, { method: 'PUT', body: JSON.stringify(CATALOGUE), headers })
  const page = await fetch(`${server.url}/shop/catalogue`)
  expect([page.status, page.headers.get('content-security-policy')]).toEqual([
    200,
    expect.stringContaining("default-src 'none'"),
  ])
  const text = await page.text()
  expect(text).toContain(`<link rel="canonical" href="${ACCESS.address}/shop/catalogue">`)
  for (const [, path = ''] of text.matchAll(/(?:href|action|src)="(\/[^"]*)"/g)) expect(path).toMatch(/^\/shop/)
  expect((await fetch(`${server.url}/shop`)).status).toBe(200)
  expect((await fetch(`${server.url}/shop/nothing`)).status).toBe(404)
  expect(await (await fetch(`${server.url}/robots.txt`)).text()).toContain('Allow: /shop\nDisallow: /\n')
  const api = await fetch(`${server.url}/api/state`)
  expect(api.headers.get('content-security-policy')).toContain("default-src 'self'")
  const bought = await owner.send('/shop/cart', { method: 'POST' })
  expect(bought.status).toBe(415)
  const cart = await fetch(`${server.url}/shop/cart`, {
    method: 'POST',
    body: new URLSearchParams({ add: 'table' }),
    redirect: 'manual',
  })
  expect(cart.headers.getSetCookie()).toEqual([
    expect.stringMatching(/^voronka_shop_cart=.*; Path=\/shop; HttpOnly; SameSite=Lax$/),
  ])
  expect(cart.headers.get('location')).toBe('/shop/cart')
})
