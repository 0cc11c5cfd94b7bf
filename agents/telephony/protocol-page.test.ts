import { execFile } from 'node:child_process'
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { calls } from '../../shared/calls/collections.ts'
import { COMMON } from '../../shared/documents/families.ts'
import { FAILURES } from '../../shared/errors.ts'
import { newId } from '../../shared/records/keys/id.ts'
import { freePort } from '../../tests/support/databases/child.ts'
import { type BridgeRoom, openBridgeRoom, phoneOf } from './testing/bridge-room.ts'

const run = promisify(execFile)
const EXAMPLE = /```sh\n([\s\S]*?)```\n\n```json\n([\s\S]*?)```/g
const LANGUAGES = ['ru', 'en'] as const

let room: BridgeRoom
beforeEach(async () => {
  room = await openBridgeRoom()
  await room.havePhones(phoneOf())
})
afterEach(() => room.close())

/** What an example answers, line by line: an ellipsis stands for any text, 0 for any number. */
function expected(text: string): readonly unknown[] {
  return linesOf(text).map((line) =>
    JSON.parse(line, (_name, value) => {
      if (value === '…') return expect.any(String)
      return value === 0 ? expect.any(Number) : value
    }),
  )
}
const linesOf = (text: string) => text.trim().split('\n').filter(Boolean)

test.each(LANGUAGES)(
  'BR11: what docs/%s says of the protocol is so: its examples answer as it says',
  async (language) => {
    const page = await readFile(join(import.meta.dirname, `../../docs/${language}/telephony-protocol.md`), 'utf8')
    const port = await freePort()
    const { url } = await room.bridge({ phonesAt: { host: '127.0.0.1', port } })
    const request = newId(COMMON, Date.now())
    const values = { direction: 'out', state: 'asked', phone: 'phone', number: '+79161234567' } as const
    await room.server.author.write((tx) => tx.create(calls, request, { ...values, asked: Date.now() }))
    const env = {
      ...process.env,
      VORONKA: url,
      PLAIN: `http://127.0.0.1:${port}`,
      PHONE: 'phone',
      KEY: phoneOf().key,
      REQUEST: request,
    }
    const examples = [...page.matchAll(EXAMPLE)]
    expect(examples).toHaveLength(8)
    for (const [, script = '', answer = ''] of examples) {
      // Answers end without a line feed.
      const { stdout } = await run('sh', ['-c', script.replaceAll(/^curl/gm, 'echo; curl')], { env })
      expect(
        linesOf(stdout).map((line) => JSON.parse(line)),
        script,
      ).toEqual(expected(answer))
    }
    await expect
      .poll(() =>
        room
          .calls()
          .map(({ outer, state }) => `${outer} ${state}`)
          .sort(),
      )
      .toEqual(['17 ended', '18 missed', '19 ended', '20 ringing', 'null missed', 'null ringing'])
    const codes = [...page.matchAll(/^\| \d+ \| `([a-z-]+)`/gm)].map(([, code]) => code)
    expect(codes.length).toBeGreaterThan(10)
    for (const code of codes) expect(FAILURES).toContain(code)
  },
)
