import tls from 'node:tls'
import { Failure } from '../shared/errors.ts'
import { AGENTS } from './agents.ts'
import { Cache } from './runtime/cache/cache.ts'
import { runAgents } from './runtime/connection/session.ts'
import { makeLog } from './runtime/log.ts'
import { type Options, readOptions } from './runtime/options.ts'

/** Whoever takes longer than this to come to an end is not waited for any more, ms. */
const STOP_WITHIN = 15_000

const options = optionsOrExit()
const log = makeLog(options.logLevel)
const stopping = new AbortController()
process.on('uncaughtException', die)
process.on('unhandledRejection', die)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, stop)
await main(options).catch(die)

/** Runs the agents that were named, or all, until the process is asked to stop. */
async function main({ names, url, key, data, authority, phonesAt }: Options): Promise<void> {
  if (authority !== null) tls.setDefaultCACertificates([...tls.getCACertificates('default'), authority])
  const cache = new Cache(data, log)
  const agents = AGENTS.filter(({ name }) => names.includes(name))
  const { signal } = stopping
  try {
    await runAgents({ server: { address: url, secret: key }, agents, cache, phonesAt, log, signal })
  } catch (error) {
    if (error !== signal.reason) throw error
  }
  cache.close()
  log.info('stopped')
}

function optionsOrExit(): Options {
  try {
    return readOptions(
      process.argv.slice(2),
      AGENTS.map(({ name }) => name),
    )
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(2)
  }
}

function stop(): void {
  stopping.abort()
  setTimeout(() => die(new Error('The agents did not stop in time')), STOP_WITHIN).unref()
}

function die(error: unknown): never {
  log.fatal({ err: error, ...(error instanceof Failure && { code: error.code }) }, 'the agents cannot go on')
  process.exit(1)
}
