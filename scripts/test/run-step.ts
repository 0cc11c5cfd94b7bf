import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { killAtExit } from '../processes/kill-at-exit.ts'
import { ROOT, toolEnvironment } from '../root.ts'
import { atLeastOne, type Counts, stepCounts } from './counts.ts'
import type { Report, Step } from './steps.ts'

const GRACE_MS = 10_000

/** What a step came to. */
export interface Outcome {
  readonly counts: Counts
  /** The names of the tests that failed, as far as its report has them. */
  readonly failed: readonly string[]
  /** The names of those that were passed over, each with the reason. */
  readonly notRun: readonly string[]
  /** The names of those that passed when they were tried again. */
  readonly shaky: readonly string[]
}

/**
 * Runs a step and counts. A step that could not run has failed. Its output is this process's output as it comes; of one that
 * runs beside others, in one piece at its end.
 */
export async function runStep(step: Step, isBeside: boolean): Promise<Outcome> {
  try {
    if (step.report) await rm(join(ROOT, step.report.file), { force: true })
    await step.before?.()
    if (!isBeside) console.log(`\n── ${step.name} ──`)
    const sound = await runs(step, isBeside)
    return step.report ? await read(step.report, sound) : single(sound)
  } catch (cause) {
    console.error(`${step.name} could not run: ${cause instanceof Error ? cause.message : cause}`)
    return single(false)
  }
}

function single(sound: boolean): Outcome {
  return { counts: stepCounts(sound), failed: [], notRun: [], shaky: [] }
}

async function read({ file, count, failed, notRun, shaky }: Report, sound: boolean): Promise<Outcome> {
  const report: unknown = JSON.parse(await readFile(join(ROOT, file), 'utf8'))
  const counts = atLeastOne(count(report), sound)
  return { counts, failed: failed(report), notRun: notRun(report), shaky: shaky?.(report) ?? [] }
}

async function runs({ name, command: [tool, ...flags], env, minutes }: Step, isBeside: boolean): Promise<boolean> {
  const options = { cwd: ROOT, env: { ...toolEnvironment(), ...env } }
  const child = spawn(tool, flags, { ...options, stdio: isBeside ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
  const said: Buffer[] = []
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (piece: Buffer) => said.push(piece))
  killAtExit(child, 'SIGTERM')
  let late = setTimeout(() => {
    console.error(`${name} is stopped: it took more than ${minutes} minutes`)
    child.kill('SIGINT')
    late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  }, minutes * 60_000)
  try {
    const [code] = await once(child, isBeside ? 'close' : 'exit')
    if (isBeside) console.log(`\n── ${name} ──\n${Buffer.concat(said)}`)
    return code === 0
  } finally {
    clearTimeout(late)
  }
}
