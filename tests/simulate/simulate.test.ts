import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/root.ts'
import { type Dated, planOf } from './plan.ts'
import { type Asked, askedFor, shortOnes } from './settings.ts'
import { HistoryFailure, type Lived, live, type Way } from './simulate.ts'
import { smallest } from './smallest.ts'

const KEPT = join(ROOT, '.cache/simulate')
const HOUR = 3_600_000

const asked = askedFor(process.env)

if (asked) {
  test('the simulation that was asked for', { timeout: 24 * HOUR }, async () => say(figures(await longOne(asked))))
} else {
  test.each(shortOnes(new Date()))(
    'days of $devices devices: nothing acknowledged is lost, all read the same, what is refused is told (seed $seed)',
    async (settings) => {
      const { counts } = await live(settings)
      expect(counts.writes).toBeGreaterThan(0)
      expect(counts.packings).toBeGreaterThan(0)
    },
  )
}

async function longOne(settings: Asked): Promise<Lived> {
  const steps = settings.steps === undefined ? planOf(settings) : read(settings.steps)
  const way: Way = { steps, joined: (day, seconds) => say(`day ${day}: all agree (${seconds} s)`) }
  try {
    return await live(settings, way)
  } catch (error) {
    if (!(error instanceof HistoryFailure) || settings.shrink === 0) throw error
    say(`${error.message}\nIs made smaller for ${settings.shrink} minutes at most…`)
    const found = await smallest(settings, { steps, failure: error }, settings.shrink * 60_000)
    const file = keep(settings.seed, found.steps)
    throw new Error(`${found.failure.message}\nThe smallest of it, ${found.steps.length} steps: --steps ${file}`)
  }
}

function keep(seed: number, steps: readonly Dated[]): string {
  mkdirSync(KEPT, { recursive: true })
  const file = join(KEPT, `${seed}.json`)
  writeFileSync(file, JSON.stringify(steps, null, 1))
  return file
}

function read(file: string): Dated[] {
  return JSON.parse(readFileSync(file, 'utf8')) as Dated[]
}

function figures({ settings, seconds, counts }: Lived): string {
  const { seed, devices, days } = settings
  const lines = Object.entries(counts).map(([what, count]) => `  ${what.padEnd(24)}${count}`)
  return [`seed ${seed}, ${devices} devices, ${days} days: all well in ${seconds} s`, ...lines].join('\n')
}

function say(words: string): void {
  process.stdout.write(`${words}\n`)
}
