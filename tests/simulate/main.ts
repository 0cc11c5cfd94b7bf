/**
 * `npm run simulate [-- --seed N] [--devices N] [--days N] [--shrink MINUTES] [--steps FILE]`: a long simulation (README.md).
 * Runs under vitest, whose waiting the devices of the tests use.
 */
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { parseArgs } from 'node:util'
import { killAtExit } from '../../scripts/processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../../scripts/root.ts'
import { ASKED, type Asked } from './settings.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string' },
    devices: { type: 'string', default: '5' },
    days: { type: 'string', default: '30' },
    shrink: { type: 'string', default: '5' },
    steps: { type: 'string' },
  },
})
const asked: Asked = {
  seed: values.seed === undefined ? Math.floor(Math.random() * 2 ** 31) : Number(values.seed),
  devices: Number(values.devices),
  days: Number(values.days),
  shrink: Number(values.shrink),
  ...(values.steps !== undefined && { steps: values.steps }),
}
process.stdout.write(`seed ${asked.seed}, ${asked.devices} devices, ${asked.days} days\n`)
const child = spawn(
  'vitest',
  ['run', '--project', 'faults', 'tests/simulate/simulate.test.ts', '--disable-console-intercept'],
  {
    cwd: ROOT,
    env: { ...toolEnvironment(), [ASKED]: JSON.stringify(asked) },
    stdio: 'inherit',
  },
)
killAtExit(child, 'SIGTERM')
const [code] = await once(child, 'exit')
process.exitCode = typeof code === 'number' ? code : 1
