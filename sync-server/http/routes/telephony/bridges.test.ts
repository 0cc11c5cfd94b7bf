import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { request } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { tellBridge } from '../../../../agents/runtime/server/settings/phones.ts'
import type { PairingCode } from '../../../../shared/calls/phones.ts'
import { startPostgres } from '../../../../tests/support/databases/postgres.ts'
import { makeLog } from '../../../log/log.ts'
import { readOptions } from '../../../options.ts'
import { serve } from '../../../serve.ts'
import { startBridge } from '../../testing/bridge.ts'
import { SERVICE_KEY, SETUP, startServer } from '../../testing/server.ts'

const key = (secret: string) => ({ authorization: `Bearer ${secret}` })

test('PH6, PH10: of several servers any takes a code, once, and all know where the bridge is', async () => {
  const database = await startPostgres()
  const url = await database.create()
  const [one, other] = await Promise.all([startServer({}, undefined, url), startServer({}, undefined, url)])
  const bridge = await startBridge()
  try {
    const owner = one.browser()
    await owner.post('/api/setup', SETUP)
    const asked = await owner.post('/api/phones/codes', { name: 'Мой', way: 'page' })
    const { code } = asked.body as unknown as PairingCode
    const pairs = await Promise.all(
      [one, other, one, other].map((server) => server.browser().post('/phone/v1/pair', { code })),
    )
    expect(pairs.map(({ status }) => status).sort()).toEqual([200, 403, 403, 403])
    const waiting = other.browser().post('/phone/v1/reports', { what: 'ringing' })
    const how = { log: makeLog({ level: 'silent' }), signal: AbortSignal.timeout(10_000) }
    await tellBridge({ address: one.url, secret: SERVICE_KEY }, { url: bridge.url }, how)
    expect((await waiting).status).toBe(200)
  } finally {
    await Promise.all([one.close(), other.close()])
    await bridge.stop()
    await database.close()
  }
})

test('PH11, PH13: requests and sockets go through under --https too', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-phones-https-'))
  const flags = ['--data', folder, '--host', '127.0.0.1', '--port', '0', '--https', '--http-port', '0']
  const running = await serve(readOptions(flags), makeLog({ level: 'silent' }))
  const bridge = await startBridge()
  try {
    const ca = readFileSync(join(folder, 'tls/authority.pem'))
    const ask = (path: string, method: string, headers: Record<string, string>, body = '') =>
      new Promise<number>((resolve, reject) => {
        const asked = request({
          host: '127.0.0.1',
          servername: 'localhost',
          port: running.port,
          path,
          method,
          headers,
          ca,
        })
        asked.once('response', (answer) => resolve(answer.resume().statusCode ?? 0))
        asked.once('upgrade', (answer, socket) => {
          socket.destroy()
          resolve(answer.statusCode ?? 0)
        })
        asked.once('error', reject)
        asked.end(body)
      })
    const service = key(readFileSync(join(folder, 'service.key'), 'utf8').trim())
    const json = { ...service, 'content-type': 'application/json' }
    expect(await ask('/api/agent/bridge', 'PUT', json, JSON.stringify({ url: bridge.url }))).toBe(200)
    expect(await ask('/phone/v1/reports', 'POST', {}, '{}')).toBe(200)
    const upgrade = { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13' }
    const socket = { ...upgrade, ...service, 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }
    expect(await ask('/phone/v1/socket', 'GET', socket)).toBe(101)
    await expect.poll(() => bridge.ended()).toBe(1)
  } finally {
    await running.stop()
    await bridge.stop()
    rmSync(folder, { recursive: true })
  }
})
