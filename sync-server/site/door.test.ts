import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pino } from 'pino'
import { expect, test } from 'vitest'
import { Door } from './door.ts'

test('ST4: a door that closes answers who waits for its queue; whoever asks then is told to come again, and nothing fails', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'voronka-door-'))
  const said: string[] = []
  const log = pino({ level: 'warn' }, { write: (line: string) => said.push(line) })
  const door = new Door({ folder, base: '', origin: 'https://shop.example', behindProxy: false, log })
  const ask = (path: string) => door.app.request(path, { headers: { authorization: `Bearer ${door.key}` } })
  const waiting = ask('/door/queue?after=0&wait=30')
  await ask('/door/catalogue')
  door.close()
  const answer = await waiting
  expect([answer.status, await answer.json()]).toEqual([200, { items: [] }])
  for (const path of ['/door/catalogue', '/door/queue?after=0&wait=30', '/', '/order/none'])
    expect((await ask(path)).status).toBe(503)
  expect(said).toEqual([])
  rmSync(folder, { recursive: true })
})
