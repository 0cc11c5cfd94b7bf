import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { expect, test } from 'vitest'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { heardListening } from '../../scripts/processes/listening.ts'
import { readSiteOptions } from './options.ts'
import { openDoor } from './testing/open-door.ts'

const MAIN = join(import.meta.dirname, 'main.ts')

/** Starts it until it listens, and stops it; gives what it printed. */
async function begun(data: string): Promise<string[]> {
  const child = spawn(process.execPath, [MAIN, '--data', data, '--port', '0'], { stdio: ['ignore', 'pipe', 'inherit'] })
  killAtExit(child)
  const lines: string[] = []
  const gone = once(child, 'exit')
  for await (const line of createInterface({ input: child.stdout })) {
    lines.push(line)
    const heard = heardListening(line)
    if (!heard) continue
    expect((await fetch(`http://127.0.0.1:${heard.port}/`)).status).toBe(503)
    child.kill('SIGTERM')
  }
  expect((await gone)[0]).toBe(0)
  return lines
}

test('ST2, ST18: the key is printed at the first start, once, and stands in a file for its owner alone', async () => {
  const data = mkdtempSync(join(tmpdir(), 'voronka-apart-'))
  const key = () => readFileSync(join(data, 'door.key'), 'utf8').trim()
  expect((await begun(data)).join('\n')).toContain(key())
  expect((await begun(data)).join('\n')).not.toContain(key())
  expect(statSync(join(data, 'door.key')).mode & 0o777).toBe(0o600)
  rmSync(data, { recursive: true })
})

test('ST18: an address that a proxy names counts only where there is one', async () => {
  const forms = async (flags: readonly string[]) => {
    const site = await openDoor(undefined, flags)
    const ask = (n: number) => {
      const body = new URLSearchParams({ name: 'x' })
      return fetch(`${site.url}/order`, { method: 'POST', body, headers: { 'x-forwarded-for': `192.0.2.${n}` } })
    }
    const statuses = (await Promise.all(Array.from({ length: 25 }, (_, n) => ask(n)))).map(({ status }) => status)
    await site.close()
    return new Set(statuses)
  }
  expect(await forms([])).toEqual(new Set([422, 429]))
  expect(await forms(['--behind-proxy'])).toEqual(new Set([422]))
})

test('ST18: what the command line cannot mean is told in words', () => {
  expect(readSiteOptions(['--address', 'https://shop.example/path']).address).toBe('https://shop.example')
  for (const flags of [
    ['--port', 'x'],
    ['--address', 'shop'],
    ['--address', 'ftp://shop.example'],
  ])
    expect(() => readSiteOptions(flags), flags.join(' ')).toThrow(RangeError)
})
