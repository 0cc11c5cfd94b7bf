import { mkdtemp, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { AgentsProcess } from '../support/agents.ts'
import { startRelay } from '../support/relay/relay.ts'
import { startServer } from '../support/server.ts'
import { inCopy, type Size } from './growth/folder.ts'
import { memoryOf } from './growth/process.ts'
import { megabytes, SIZES, titleOf } from './growth/sizes.ts'
import { type BenchFigure, type BenchResult, median, milliseconds } from './result.ts'

export const name = 'Restart of agents'

const ROUNDS = 5

/** What a start took: ms until all that agents hold was here, bytes from the server, bytes of memory then. */
interface Start {
  readonly ms: number
  readonly bytes: number
  readonly memory: number
}

/** Agents over the largest company, with what they kept and without it. */
export async function run(): Promise<BenchResult> {
  const size = SIZES.at(-1)
  if (!size) throw new RangeError('There is no size')
  return { about: ABOUT, figures: await inCopy(size, (data) => figuresOf(size, data)) }
}

async function figuresOf(size: Size, data: string): Promise<readonly BenchFigure[]> {
  const server = await startServer({ data, args: ['--host', '127.0.0.1'] })
  const folder = await mkdtemp(join(tmpdir(), 'voronka-agents-'))
  const relay = await startRelay({ target: server.port })
  const agents = new AgentsProcess([
    ...['--url', `http://127.0.0.1:${relay.port}`, '--data', folder],
    ...['--key-file', join(data, 'service.key')],
  ])
  const [bare, kept]: [Start[], Start[]] = [[], []]
  const start = async (): Promise<Start> => {
    const [began, before] = [performance.now(), relay.stats.down]
    await agents.start()
    const ms = performance.now() - began
    const { now } = await memoryOf(agents.pid)
    return { ms, bytes: relay.stats.down - before, memory: now }
  }
  try {
    for (let round = 0; round < ROUNDS; round++) {
      await rm(folder, { recursive: true, force: true })
      bare.push(await start())
      await agents.stop()
      kept.push(await start())
      await agents.stop()
    }
    const { size: bytes } = await stat(join(folder, 'agents.sqlite'))
    const title = titleOf(size)
    return [
      ...startsOf(`${title}, with nothing kept`, bare),
      ...startsOf(`${title}, with what was kept`, kept),
      { what: `${title}: what is kept`, value: megabytes(bytes) },
    ]
  } finally {
    await agents.stop()
    await relay.close()
    await server.close()
    await rm(folder, { recursive: true, force: true })
  }
}

function startsOf(title: string, starts: readonly Start[]): BenchFigure[] {
  const of = (value: (start: Start) => number) => median(starts.map(value))
  return [
    { what: `${title}: from their start until all they hold is here, median`, value: milliseconds(of(({ ms }) => ms)) },
    { what: `${title}: fetched from the server, median`, value: megabytes(of(({ bytes }) => bytes)) },
    { what: `${title}: memory of their process then, median`, value: megabytes(of(({ memory }) => memory)) },
  ]
}

const ABOUT = `Agents on a folder of their own beside a server with 100,000 orders in twenty quarters, all of which they hold that have
open orders: from the start of their process until the server's state of all of them is here, in turns without and with what a run before has
kept on the disk. No other program is measured beside them: what is compared is the same one without its cache.`
