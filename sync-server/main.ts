import { Failure } from '../shared/errors.ts'
import { languageOf, sentenceOf } from './cli/sentence.ts'
import { adoptConsole, makeLog } from './log/log.ts'
import { type Options, readOptions } from './options.ts'
import { serve } from './serve.ts'

/** Whoever waits longer than this for the end is not waited for any more, ms. */
const STOP_WITHIN = 15_000

const options = optionsOrExit()
const log = makeLog({ level: options.logLevel, personal: options.logPersonal })
adoptConsole(log)
process.on('uncaughtException', die)
process.on('unhandledRejection', die)
const { port, trust, company, setUpCode, stop } = await serve(options, log).catch(notStarted)
for (const signal of ['SIGTERM', 'SIGINT'] as const) process.once(signal, () => void end(signal))
log.info({ port, host: options.host, data: options.data, company, trust, setUpCode }, 'listening')

function optionsOrExit(): Options {
  try {
    return readOptions(process.argv.slice(2))
  } catch (error) {
    process.stderr.write(`${error instanceof Error ? error.message : error}\n`)
    process.exit(2)
  }
}

async function end(signal: string): Promise<never> {
  log.info({ signal }, 'stopping')
  setTimeout(() => die(new Error('The server did not stop in time')), STOP_WITHIN).unref()
  await stop()
  log.info('stopped')
  process.exit(0)
}

/** What it could not start for is told in words on the standard error, in the terminal's language; the log has it besides. */
function notStarted(error: unknown): never {
  if (error instanceof Failure) process.stderr.write(`${sentenceOf(error, languageOf(process.env))}\n`)
  return die(error)
}

function die(error: unknown): never {
  log.fatal({ err: error }, 'the server cannot go on')
  process.exit(1)
}
