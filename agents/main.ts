import { setTimeout } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { pino } from 'pino'
import { COMMON } from '../shared/documents/families.ts'
import { quarterOf } from '../shared/documents/quarter.ts'
import { Failure } from '../shared/errors.ts'
import { tell } from './feed/told.ts'
import { Cache } from './runtime/cache/cache.ts'
import { readServiceKey } from './runtime/join.ts'
import { forgetPass, rememberedPass } from './runtime/remembered-pass.ts'
import { type Pass, Replica } from './runtime/replica.ts'

const LABEL = 'agents'
const FIRST_RETRY = 200
const LAST_RETRY = 10_000
const QUARTER_CHECK = 60_000

const { values } = parseArgs({
  options: { data: { type: 'string', default: 'data' }, url: { type: 'string', default: 'http://127.0.0.1:8080' } },
})
const log = pino({ name: LABEL })
const stopping = new AbortController()
let cache: Cache | null = null
let replica: Replica | null = null

process.once('SIGTERM', () => void stop())
process.once('SIGINT', () => void stop())

/** Holds what the agents of later rooms will act on, and prints what changes there. */
async function main(): Promise<void> {
  cache = new Cache(values.data, log)
  const pass = await passWithPatience(cache)
  if (!pass) return
  replica = new Replica(pass, log, cache)
  replica.observe((changes, document) => {
    for (const change of changes) {
      const told = tell(change)
      if (told) log.info({ document, ...told }, 'feed')
    }
  })
  await replica.open('setup', 'goods', `customers/${COMMON}`, quarterNow())
  log.info({ replica: pass.replica, company: pass.company }, 'listening')
  setInterval(() => replica?.open(quarterNow()).catch(fail), QUARTER_CHECK).unref()
}

function quarterNow(): string {
  return `orders/${COMMON}/${quarterOf(Date.now())}`
}

/** The server may start after us: it is asked again until it answers. Null when we are stopped meanwhile. */
async function passWithPatience(cache: Cache): Promise<Pass | null> {
  for (let wait = FIRST_RETRY; !stopping.signal.aborted; wait = Math.min(wait * 2, LAST_RETRY)) {
    try {
      const secret = await readServiceKey(values.data)
      return await rememberedPass(cache, { address: values.url, secret, as: 'agents' }, LABEL)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      log.warn({ code: error.code, ...error.params }, 'waiting for the server')
      await setTimeout(wait, undefined, { signal: stopping.signal })
    }
  }
  return null
}

async function stop(): Promise<void> {
  stopping.abort()
  await replica?.end()
  cache?.close()
  log.info('stopped')
}

/** A pass that the server does not know is forgotten, so that the next start gets a new one. */
function fail(error: unknown): void {
  if (stopping.signal.aborted) return
  log.fatal({ err: error }, 'cannot go on')
  const isUnknown = error instanceof Failure && ['replica-unknown', 'document-unknown'].includes(error.code)
  if (cache && replica && isUnknown) forgetPass(cache, replica.pass)
  replica?.stop()
  process.exitCode = 1
}

await main().catch(fail)
