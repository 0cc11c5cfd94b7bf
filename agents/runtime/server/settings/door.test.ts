import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { readerOf, readerToken } from '../../../../shared/site/reader-links.ts'
import { readOptions } from '../../../../sync-server/options.ts'
import { serve } from '../../../../sync-server/serve.ts'
import { readServiceKey } from '../../connection/join.ts'
import { readDoor } from './door.ts'

const log = pino({ level: 'silent' })

test('ST5: agents are told where the door is, and make links that it knows', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-door-'))
  const flags = ['--data', folder, '--port', '0', '--host', '127.0.0.1', '--address', 'https://crm.romashka.test']
  const server = await serve(readOptions(flags), log)
  const address = `http://127.0.0.1:${server.port}`
  const how = { log, signal: new AbortController().signal }
  const door = await readDoor({ address, secret: await readServiceKey(folder) }, how)
  const own = { address, key: door.key }
  expect(door).toMatchObject({ ...own, publicAddress: 'https://crm.romashka.test', isPublic: true, queues: [own] })
  expect(door.shop).toBe('https://crm.romashka.test/shop')
  const headers = { authorization: `Bearer ${door.key}` }
  expect((await fetch(`${door.address}/door/queue?after=0`, { headers })).status).toBe(200)
  expect(readerOf(door.links, 'u', readerToken(door.links, 'u', 'r1'))).toBe('r1')
  await server.stop()
  rmSync(folder, { recursive: true })
})
