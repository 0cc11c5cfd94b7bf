import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'

/** What a shop knows of whom it speaks with. */
export const SHOP = { login: '1c', password: 'pass:word' } as const
const COOKIE = 'PHPSESSID'

/** A shop that speaks the documented protocol of 1C’s «Обмен с сайтом», strictly: what comes out of turn fails. */
export async function startShop(limit = 200) {
  const state = {
    /** Files as they came, by name. */
    files: new Map<string, Buffer>(),
    imported: [] as string[],
    orders: '<?xml version="1.0" encoding="UTF-8"?><КоммерческаяИнформация ВерсияСхемы="2.05"/>',
    confirmed: 0,
    /** An import says so often that it is under way. */
    steps: 1,
    /** What it says in the place of an answer, by mode. */
    instead: new Map<string, string>(),
    greatest: 0,
  }
  let session = ''
  let left = 0
  const fail = (text: string) => `failure\n${text}`
  const answers: Readonly<Record<string, (at: URL, body: Buffer) => string>> = {
    init: () => `zip=no\nfile_limit=${limit}`,
    file: (at, body) => {
      const name = at.searchParams.get('filename') ?? ''
      state.greatest = Math.max(state.greatest, body.length)
      state.files.set(name, Buffer.concat([state.files.get(name) ?? Buffer.of(), body]))
      left = state.steps
      return 'success\n'
    },
    import: (at) => {
      const name = at.searchParams.get('filename') ?? ''
      if (!state.files.has(name)) return fail('no such file')
      if (left-- > 0) return 'progress\nunder way'
      state.imported.push(name)
      return 'success\n'
    },
    query: () => state.orders,
    success: () => {
      state.confirmed++
      return 'success\n'
    },
  }
  const server = createServer((request, response) => void answer(request, response))
  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const at = new URL(request.url ?? '/', 'http://shop')
    const body = Buffer.concat(await Array.fromAsync(request as AsyncIterable<Buffer>))
    const mode = at.searchParams.get('mode') ?? ''
    const { login, password } = SHOP
    const isKnown = request.headers.authorization === `Basic ${Buffer.from(`${login}:${password}`).toString('base64')}`
    const instead = state.instead.get(mode)
    if (instead !== undefined) return void response.end(instead)
    if (mode === 'checkauth') {
      session = `s${Math.random().toString(36).slice(2)}`
      return void response.end(isKnown ? `success\n${COOKIE}\n${session}` : fail('wrong password'))
    }
    const isIn = request.headers.cookie === `${COOKIE}=${session}`
    response.end(isIn ? (answers[mode]?.(at, body) ?? fail('mode')) : fail('no session'))
  }
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port } = server.address() as AddressInfo
  const close = async () => {
    const closed = once(server, 'close')
    server.close()
    server.closeAllConnections()
    await closed
  }
  return { state, url: `http://127.0.0.1:${port}/bitrix/admin/1c_exchange.php`, close }
}
