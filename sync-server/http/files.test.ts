import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startServer, type TestServer } from './testing/server.ts'

let server: TestServer
let client: string
beforeAll(async () => {
  client = await mkdtemp(join(tmpdir(), 'voronka-client-'))
  await mkdir(join(client, 'assets'))
  await writeFile(join(client, 'index.html'), '<!doctype html><title>Voronka</title>')
  for (const name of ['sw.js', 'manifest.webmanifest', 'assets/main-3f2a.js'])
    await writeFile(join(client, name), `// ${name}`)
  await writeFile(join(client, 'assets/main-3f2a.js.gz'), gzipSync('// packed'))
  await writeFile(join(client, '..', 'voronka-secret.txt'), 'secret')
  server = await startServer({ client })
})
afterAll(async () => {
  await server.close()
  await rm(join(client, '..', 'voronka-secret.txt'))
  await rm(client, { recursive: true })
})

test.each([
  ['/', 'no-cache'],
  ['/index.html', 'no-cache'],
  ['/sw.js', 'no-cache'],
  ['/manifest.webmanifest', 'no-cache'],
  ['/assets/main-3f2a.js', 'public, max-age=31536000, immutable'],
])('%s is kept as %s', async (path, cache) => {
  const { status, headers } = await server.browser().get(path)
  expect([status, headers.get('cache-control')]).toEqual([200, cache])
})

test('Any page gives the program; an unchanged file is not sent again', async () => {
  const page = await server.browser().get('/orders/common-0190')
  expect([page.status, page.body.text, page.headers.get('cache-control')]).toEqual([
    200,
    '<!doctype html><title>Voronka</title>',
    'no-cache',
  ])
  const tag = (await server.browser().get('/sw.js')).headers.get('etag')
  expect((await server.browser().get('/sw.js', { 'if-none-match': tag ?? '' })).status).toBe(304)
})

test('a file that the build has packed is given as it was packed, to those who can unpack it', async () => {
  const ask = (encoding: string) =>
    fetch(`${server.url}/assets/main-3f2a.js`, { headers: { 'accept-encoding': encoding } })
  const packed = await ask('gzip')
  expect([packed.headers.get('content-encoding'), packed.headers.get('vary')]).toEqual(['gzip', 'Accept-Encoding'])
  expect([packed.headers.get('content-type'), await packed.text()]).toEqual([
    'text/javascript; charset=utf-8',
    '// packed',
  ])
  const plain = await ask('identity')
  expect([plain.headers.get('content-encoding'), await plain.text()]).toEqual([null, '// assets/main-3f2a.js'])
})

test.each(['/assets/gone-1.js', '/missing.png', '/api/nothing'])(
  '%s is not there, and is not the program',
  async (path) => {
    const { status, body } = await server.browser().get(path)
    expect([status, body.code]).toEqual([404, 'route-unknown'])
  },
)

test.each(['/..%2fvoronka-secret.txt', '/%2e%2e/voronka-secret.txt', '/assets/..%5c..%5cvoronka-secret.txt'])(
  '%s leads nowhere outside',
  async (path) => {
    const answer = await server.browser().get(path)
    expect(JSON.stringify(answer.body)).not.toContain('secret"')
    expect(answer.body.text ?? '').not.toBe('secret')
  },
)
