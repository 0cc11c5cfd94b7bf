import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { request } from 'node:https'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { FLAGS as AGENT_FLAGS } from '../../agents/runtime/options.ts'
import { CADDY } from '../../scripts/caddy.ts'
import { startBridge } from '../../sync-server/http/testing/bridge.ts'
import { makeLog } from '../../sync-server/log/log.ts'
import { FLAGS, readOptions } from '../../sync-server/options.ts'
import { type Running, serve } from '../../sync-server/serve.ts'
import { readSiteOptions } from '../../sync-server/site/options.ts'

const ROOT = join(import.meta.dirname, '../..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

const PAGES = ['docs/ru/running.md', 'docs/en/running.md']

test.each(PAGES)('%s names every option of the server and of agents, and none that is not', (page) => {
  const [server = '', ...others] = read(page).split(/^(?=## (?:Agents|Агенты))/m)
  const named = (text: string) => [...text.matchAll(/^\| `--([a-z-]+)/gm)].map(([, name]) => name).sort()
  expect(named(server)).toEqual(Object.keys(FLAGS).sort())
  expect(named(others.join())).toEqual(Object.keys(AGENT_FLAGS).sort())
})

test('the unit and the container start the server with options that it takes', () => {
  const unit = /npm start -- (.*)$/m.exec(read('deploy/voronka.service'))?.[1] ?? ''
  expect(readOptions(unit.split(' '))).toMatchObject({ behindProxy: true, address: 'https://crm.example' })
  const command = JSON.parse(/^CMD (\[.*\])$/m.exec(read('deploy/Dockerfile'))?.[1] ?? '[]') as string[]
  expect(readOptions(command.slice(command.indexOf('--') + 1))).toMatchObject({ data: '/data', port: 8080 })
})

test('the unit of a site that stands apart starts it with options that it takes, in the folder that it may write', () => {
  const unit = read('deploy/voronka-site.service')
  const [, script = '', flags = ''] = /^ExecStart=\/usr\/bin\/env npm run ([\w-]+) -- (.*)$/m.exec(unit) ?? []
  expect(JSON.parse(read('package.json')).scripts).toHaveProperty(
    script,
    expect.stringContaining('sync-server/site/main.ts'),
  )
  const options = readSiteOptions(flags.split(' '))
  expect(options).toMatchObject({ host: '127.0.0.1', behindProxy: true, address: 'https://shop.example' })
  expect(unit).toContain(`\nReadWritePaths=${options.data}\n`)
  for (const page of ['docs/ru/site-apart.md', 'docs/en/site-apart.md'])
    expect(read(page)).toContain(flags.split(' --')[1])
})

let running: Running
let caddy: ChildProcess
let folder: string
let port: number
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'voronka-caddy-'))
  port = await freePort()
  const site = `https://localhost:${port}`
  const args = [
    '--data',
    join(folder, 'data'),
    '--host',
    '127.0.0.1',
    '--port',
    '0',
    '--behind-proxy',
    '--address',
    site,
  ]
  running = await serve(readOptions(args), makeLog({ level: 'silent' }))
  const env = {
    ...{ PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
    ...{ VORONKA_SITE: `localhost:${port}`, VORONKA_SERVER: `127.0.0.1:${running.port}` },
  }
  const config = `{\n admin off\n auto_https disable_redirects\n skip_install_trust\n}\n${read('deploy/Caddyfile')}`
  caddy = spawn(CADDY, ['run', '--adapter', 'caddyfile', '--config', '-'], { env, stdio: ['pipe', 'ignore', 'ignore'] })
  caddy.stdin?.end(config)
})
afterAll(async () => {
  caddy?.kill()
  await running?.stop()
  rmSync(folder, { recursive: true, force: true })
})

async function freePort(): Promise<number> {
  const server = createServer()
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const address = server.address()
  await new Promise((resolve) => server.close(resolve))
  return typeof address === 'object' && address ? address.port : 0
}

/** The status of a request over HTTPS that trusts Caddy's own authority and nobody else's. */
function ask(path: string): Promise<number> {
  const ca = readFileSync(join(folder, 'caddy/pki/authorities/local/root.crt'))
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, ca }, (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

/** How a page of an origin fares that opens the socket: the status of the answer. */
function opens(origin: string, path = '/sync'): Promise<number> {
  const ca = readFileSync(join(folder, 'caddy/pki/authorities/local/root.crt'))
  const key = Buffer.from('sixteen bytes !!').toString('base64')
  const upgrade = {
    connection: 'Upgrade',
    upgrade: 'websocket',
    'sec-websocket-version': '13',
    'sec-websocket-key': key,
  }
  return new Promise((resolve, reject) => {
    const asked = request({ host: 'localhost', port, path, ca, headers: { ...upgrade, origin } })
    asked.on('upgrade', (answer, socket) => {
      socket.destroy()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('response', (answer) => {
      answer.resume()
      resolve(answer.statusCode ?? 0)
    })
    asked.on('error', reject)
    asked.end()
  })
}

test('Caddy’s example: HTTPS by its own authority, the program’s interface, its socket for own pages alone, no metrics outside', async () => {
  await expect.poll(() => ask('/healthz').catch(() => 0), { timeout: 20_000 }).toBe(200)
  expect(await ask('/api/state')).toBe(200)
  expect(await ask('/metrics')).toBe(404)
  expect(await opens(`https://localhost:${port}`)).toBe(101)
  expect(await opens('https://evil.example')).toBe(403)
})

test('PH11, PH13: a phone reaches the bridge through Caddy, with its own address', async () => {
  const bridge = await startBridge()
  const key = readFileSync(join(folder, 'data/service.key'), 'utf8').trim()
  const headers = { authorization: `Bearer ${key}`, 'content-type': 'application/json' }
  const told = { method: 'PUT', headers, body: JSON.stringify({ url: bridge.url }) }
  expect((await fetch(`http://127.0.0.1:${running.port}/api/agent/bridge`, told)).status).toBe(200)
  expect(await ask('/phone/v1/requests?wait=1')).toBe(200)
  expect(bridge.heard).toMatchObject([{ url: '/phone/v1/requests?wait=1' }])
  expect(bridge.heard[0]?.headers['x-forwarded-for']).toMatch(/^(127\.0\.0\.1|::1)$/)
  expect(await opens(`https://localhost:${port}`, '/phone/v1/socket'), 'as the bridge answers who has no key').toBe(401)
  await bridge.stop()
})

test('the data folder and what secrets stand in it are the server’s account’s alone', () => {
  const data = join(folder, 'data')
  const modeOf = (name: string) => (statSync(join(data, name)).mode & 0o777).toString(8)
  expect(modeOf('.')).toBe('700')
  const secret = readdirSync(data).filter((name) => /sqlite|\.key$/.test(name))
  expect(secret).toEqual(expect.arrayContaining(['accounts.sqlite', 'voronka.sqlite', 'service.key']))
  expect(secret.filter((name) => modeOf(name) !== '600')).toEqual([])
})

test.each(['voronka', 'voronka-site'])('the unit lets the server reach no other machine: %s', (name) => {
  const unit = read(`deploy/${name}.service`).split('\n')
  expect(unit).toContain('IPAddressDeny=any')
  expect(unit.filter((line) => line.startsWith('IPAddressAllow='))).toEqual(['IPAddressAllow=localhost'])
})

test('Caddy takes the example as it stands', () => {
  const { stdout, stderr } = spawnSync(
    CADDY,
    ['validate', '--adapter', 'caddyfile', '--config', join(ROOT, 'deploy/Caddyfile')],
    {
      env: { PATH: process.env.PATH, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder },
      encoding: 'utf8',
    },
  )
  expect(stdout + stderr).toContain('Valid configuration')
})
