/**
 * `npm run site -- --data DIR --port N --address URL`: the company's site by itself, on a public machine. At its first start it prints
 * the key that the office shows here, once.
 */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { makeLog } from '../log/log.ts'
import { serveApart } from './apart.ts'
import { KEY_FILE } from './keys.ts'
import { readSiteOptions, type SiteOptions } from './options.ts'

/** Whoever waits longer than this for the end is not waited for any more, ms. */
const STOP_WITHIN = 15_000

const options = optionsOrExit()
const log = makeLog({ level: options.logLevel, personal: false })
process.on('uncaughtException', die)
process.on('unhandledRejection', die)
const isFirst = !existsSync(join(options.data, KEY_FILE))
const { port, door, stop } = await serveApart(options, log).catch(die)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end())
if (isFirst) process.stdout.write(`The key of this site, for the office; it is not shown again: ${door.key}\n`)
log.info({ port, host: options.host, data: options.data }, 'listening')

async function end(): Promise<never> {
  setTimeout(() => die(new Error('The site did not stop in time')), STOP_WITHIN).unref()
  await stop()
  log.info('stopped')
  process.exit(0)
}

function optionsOrExit(): SiteOptions {
  try {
    return readSiteOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(2)
  }
}

function die(error: unknown): never {
  log.fatal({ err: error }, 'the site cannot go on')
  process.exit(1)
}
