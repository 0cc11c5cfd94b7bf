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

/** Runs a step, whose output is this process's output, and counts. A step that could not run has failed. */
export async function runStep(step: Step): Promise<Outcome> {
  try {
    if (step.report) await rm(join(ROOT, step.report.file), { force: true })
    await step.before?.()
    const sound = await runs(step)
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

async function runs({ name, command: [tool, ...flags], env, minutes }: Step): Promise<boolean> {
  const child = spawn(tool, flags, { cwd: ROOT, env: { ...toolEnvironment(), ...env }, stdio: 'inherit' })
  killAtExit(child, 'SIGTERM')
  let late = setTimeout(() => {
    console.error(`${name} is stopped: it took more than ${minutes} minutes`)
    child.kill('SIGINT')
    late = setTimeout(() => child.kill('SIGKILL'), GRACE_MS)
  }, minutes * 60_000)
  try {
    const [code] = await once(child, 'exit')
    return code === 0
  } finally {
    clearTimeout(late)
  }
}
