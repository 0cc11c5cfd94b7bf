/**
 * A process of servers, one after the other: each begins as by sync-server/main.ts and has a data folder and a port of its own;
 * the program is read once for all of them.
 */
import { adoptConsole, makeLog } from '../../../sync-server/log/log.ts'
import { readOptions } from '../../../sync-server/options.ts'
import { type Running, serve } from '../../../sync-server/serve.ts'

/** What it is asked for: to begin a server, to end the one that runs, or to end it and go, as by SIGTERM. */
export type Asked = { readonly begin: readonly string[] } | { readonly end: 'server' | 'process' }
/** What it tells: a line of the server's log, or that the server has ended. */
export type Told = { readonly line: string } | { readonly ended: true }

let running: Running | undefined
process.on('message', (asked: Asked) => ('begin' in asked ? begin(asked.begin) : end(asked.end)).catch(die))
process.on('disconnect', () => process.exit())

function tell(told: Told): void {
  process.send?.(told)
}

/** What went wrong stands in the log, where the test looks. */
function die(error: unknown): void {
  const line = error instanceof Error ? String(error.stack) : String(error)
  process.send?.({ line } satisfies Told, () => process.exit(1))
}

async function begin(args: readonly string[]): Promise<void> {
  const options = readOptions(args)
  const write = (line: string) => tell({ line: line.trimEnd() })
  const log = makeLog({ level: options.logLevel, personal: options.logPersonal }, { write })
  adoptConsole(log)
  running = await serve(options, log)
  const { port, trust, setUpCode } = running
  log.info({ port, trust, setUpCode }, 'listening')
}

async function end(what: 'server' | 'process'): Promise<void> {
  await running?.stop()
  running = undefined
  tell({ ended: true })
  if (what === 'process') process.exit()
}
