/**
 * `npm run simulate [-- --seed N…] [--devices N] [--days N] [--shrink MINUTES] [--steps FILE]`: a long simulation, or one
 * for each seed (README.md). Runs under vitest, whose waiting the devices of the tests use.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'
import { resultOf, rowOf, writeResults } from '../faults/support/page.ts'
import { ASKED, type Asked, LONG } from './settings.ts'

const FILE = 'tests/simulate/simulate.test.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', multiple: true },
    devices: { type: 'string', default: String(LONG.devices) },
    days: { type: 'string', default: String(LONG.days) },
    shrink: { type: 'string', default: '5' },
    steps: { type: 'string' },
  },
})
const seeds = values.seed?.map(Number) ?? [Math.floor(Math.random() * 2 ** 31)]
const [devices, days] = [Number(values.devices), Number(values.days)]
const began = performance.now()
const failed: number[] = []
for (const seed of seeds) {
  const steps = values.steps !== undefined && { steps: values.steps }
  if (!(await isWell({ seed, devices, days, shrink: Number(values.shrink), ...steps }))) failed.push(seed)
}
if (devices >= LONG.devices && days >= LONG.days && values.steps === undefined) note()
process.exitCode = failed.length > 0 ? 1 : 0

/** Lives through a history; whether all went well. */
async function isWell(asked: Asked): Promise<boolean> {
  process.stdout.write(`seed ${asked.seed}, ${asked.devices} devices, ${asked.days} days\n`)
  const child = spawn('vitest', ['run', '--project', 'faults', FILE, '--disable-console-intercept'], {
    cwd: ROOT,
    env: { ...toolEnvironment(), [ASKED]: JSON.stringify(asked) },
    stdio: 'inherit',
  })
  killAtExit(child, 'SIGTERM')
  const [code] = await once(child, 'exit')
  return code === 0
}

/** Writes what came of it into the table of faults. */
function note(): void {
  const row = rowOf(FILE, `days of ${devices} devices`)
  if (!row) throw new Error(`No row of the table of faults stands for ${FILE}`)
  const of = [`${seeds.length > 1 ? 'seeds' : 'seed'} ${seeds.join(', ')}`, `${days} days of ${devices} devices`]
  const status = failed.length > 0 ? `failed at ${failed.join(', ')}` : 'passed'
  writeResults(new Map([[row, resultOf(of, status, (performance.now() - began) / 1000)]]))
}
