import type { RequestListener } from 'node:http'
import { getRequestListener } from '@hono/node-server'
import type { Logger } from 'pino'
import { writePeople } from './accounts/people/people.ts'
import { foundingIn } from './accounts/set-up/founding.ts'
import { setUpDemo } from './accounts/set-up/set-up.ts'
import { newSetUpCode } from './accounts/set-up/set-up-code.ts'
import { openFront, type TrustPage } from './front.ts'
import { furnish, type House } from './house.ts'
import { createHttp } from './http/http.ts'
import type { Access } from './http/ports.ts'
import { takeFolder } from './keeping/restore/restore.ts'
import type { Options } from './options.ts'
import { announce } from './running.ts'

/** The whole server, running. */
export interface Running {
  readonly port: number
  /** With HTTPS: the page by which devices come to trust the server. */
  readonly trust: TrustPage | null
  readonly company: string
  /** By which the first start proves itself from elsewhere; null where there is a company already. */
  readonly setUpCode: string | null
  /** Answers what came, closes all sockets and files. */
  stop(): Promise<void>
}

/**
 * Starts the server. The port is taken first, so that the address is known and a taken port is told at once; requests
 * that come before all is ready are answered 503.
 */
export async function serve(options: Options, log: Logger): Promise<Running> {
  const lock = takeFolder(options.data)
  let answer: RequestListener = (_request, response) => response.writeHead(503, { 'retry-after': '1' }).end()
  const front = await openFront(options, (request, response) => answer(request, response), log)
  const { server, port, scheme } = front
  const access = accessOf(options, `${scheme}://localhost:${port}`)
  const house = await furnish(options, access, log)
  const { storage, sync, rooms } = house
  const setUpCode = await prepare(house, options)
  const { demo: demoAsked, client } = options
  const health = () => ({ ...sync.health(), ...rooms.ledger.health() })
  const http = createHttp({ ...rooms, health, access, setUpCode, demoAsked, client, log })
  answer = getRequestListener(http.fetch)
  sync.attach(server, rooms.telephony.takeUpgrade)
  begin(house)
  const word = announce(options.data, { scheme, host: options.host, port })
  const stop = async () => {
    word.withdraw()
    front.close()
    await end(house, () => server.closeAllConnections())
    lock.release()
  }
  return { port, trust: front.trust, company: storage.company, setUpCode, stop }
}

function accessOf({ address, origins, behindProxy, https: ownAuthority }: Options, here: string): Access {
  return { address: address ?? here, origins, behindProxy, ownAuthority }
}

/** Makes up for what was cut short, and founds the demo company where it is asked for; the code of the first start, if it is that. */
async function prepare({ sync, rooms }: House, { demo }: Options): Promise<string | null> {
  const { accounts, files, mailAccounts, telephony } = rooms
  if (demo) await accounts.alone(() => setUpDemo(accounts, { author: sync.author, files }))
  await writePeople(accounts, sync.author)
  await mailAccounts.begin()
  await telephony.phones.begin()
  return (await foundingIn(accounts.context.adapter)) ? null : newSetUpCode()
}

function begin({ ahead, rooms }: House): void {
  for (const room of [rooms.ledger, rooms.backups, rooms.files, ahead, rooms.eraser]) room.begin()
}

/** Ends all of it, what writes before what it writes to. */
async function end({ storage, sync, ahead, rooms }: House, cutOff: () => void): Promise<void> {
  rooms.feed.end()
  rooms.errands.end()
  rooms.files.stop()
  await rooms.ledger.stop()
  await Promise.all([rooms.backups.stop(), rooms.eraser.stop()])
  await Promise.all([ahead.stop(), rooms.parcels.end()])
  await rooms.mailAccounts.stop()
  await rooms.telephony.stop()
  rooms.door.close()
  await sync.stop()
  cutOff()
  await rooms.accounts.close()
  await storage.close()
}
