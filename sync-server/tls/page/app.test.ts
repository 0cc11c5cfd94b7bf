import { createHash, X509Certificate } from 'node:crypto'
import { encode } from 'uqr'
import { beforeAll, expect, test } from 'vitest'
import { DICTIONARIES } from '../../../shared/locales/dictionaries.ts'
import { networkIps } from '../addresses.ts'
import { makeAuthority } from '../certificates.ts'
import { trustApp } from './app.ts'

let authority: X509Certificate
let app: ReturnType<typeof trustApp>

beforeAll(async () => {
  authority = new X509Certificate((await makeAuthority()).certificate)
  app = trustApp({ authority, ports: { program: 8080, page: 8081 } })
})

async function page(host: string, headers: Record<string, string> = {}, path = '/'): Promise<string> {
  const answer = await app.request(`http://${host}${path}`, { headers: { host, ...headers } })
  expect(answer.status).toBe(200)
  return await answer.text()
}

/** The modules of the picture in a page: the dark ones, as `x,y`. */
function modulesIn(html: string): string[] {
  const [, path = ''] = /<path[^>]* d="([^"]+)"/.exec(html) ?? []
  return [...path.matchAll(/M(\d+),(\d+)h10v10h-10z/g)].map(([, x, y]) => `${Number(x) / 10},${Number(y) / 10}`)
}

test('H6: the page has a picture of the address that a tablet opens, and leads on to the program', async () => {
  const html = await page('192.168.1.5:8081')
  const { data } = encode('http://192.168.1.5:8081/', { border: 2, ecc: 'M' })
  const dark = data.flatMap((row, y) => row.flatMap((isDark, x) => (isDark ? [`${x},${y}`] : [])))
  expect(modulesIn(html)).toEqual(dark)
  expect(html).toContain('href="https://192.168.1.5:8080/"')
  expect(html).toContain('href="/voronka.crt"')
  expect(html).toContain(authority.fingerprint256)
})

test('H6: opened on the server itself it shows an address of the network, which is no `localhost`', async () => {
  const [ip] = networkIps()
  const html = await page('localhost:8081')
  if (ip === undefined) expect(html).toContain('http://localhost:8081/')
  else expect(html).toContain(ip)
})

test('H6: the certificate is the authority’s, in the form that systems install', async () => {
  const answer = await app.request('/voronka.crt')
  expect(answer.headers.get('content-type')).toBe('application/x-x509-ca-cert')
  const print = createHash('sha256')
    .update(Buffer.from(await answer.arrayBuffer()))
    .digest('hex')
  expect(print.toUpperCase()).toBe(authority.fingerprint256.replaceAll(':', ''))
})

test('H6: it speaks the language of the browser, or the one that was asked for', async () => {
  expect(await page('voronka.local')).toContain(DICTIONARIES.ru.trust.lead)
  expect(await page('voronka.local', { 'accept-language': 'en-GB,en' })).toContain(DICTIONARIES.en.trust.lead)
  expect(await page('voronka.local', { 'accept-language': 'en-GB,en' }, '/?lang=ru')).toContain('lang="ru"')
})

test.each([
  ['Mozilla/5.0 (Linux; Android 14)', ['Android']],
  ['Mozilla/5.0 (iPhone; CPU iPhone OS 18_0)', ['iPad и iPhone']],
  ['Mozilla/5.0 (Macintosh; Intel Mac OS X 10_15_7)', ['iPad и iPhone', 'macOS']],
  ['Mozilla/5.0 (Windows NT 10.0)', ['Windows']],
  ['Mozilla/5.0 (X11; Linux)', []],
])('H6: the steps for %s stand open', async (agent, titles) => {
  const html = await page('voronka.local', { 'user-agent': agent })
  expect([...html.matchAll(/<details open><summary>([^<]+)/g)].map(([, title]) => title)).toEqual(titles)
})

test('H6: what comes in is never part of the page', async () => {
  const answer = await app.request('http://x/', { headers: { host: '"><script>alert(1)</script>' } })
  expect(await answer.text()).not.toContain('<script>')
  expect(answer.headers.get('content-security-policy')).toContain("default-src 'none'")
  expect((await app.request('/anything')).headers.get('location')).toBe('/')
})
