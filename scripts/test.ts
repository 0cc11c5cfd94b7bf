/**
 * `npm test [-- --only unit,e2e]`: all checks and tests: the quick ones side by side, then one after the other. The last line is `N passed, N failed`,
 * where a step without tests of its own (types, lint, layers, knip, build) counts as one. Tests that
 * were not run are named with the reason (a full disk takes root's rights, the registry does not tell of weaknesses), and
 * counted in the line before it.
 */
import { parseArgs } from 'node:util'
import { total } from './test/counts.ts'
import { type Outcome, runStep } from './test/run-step.ts'
import { rounds, type Step } from './test/steps.ts'

type Result = Outcome & { readonly name: string; readonly seconds: string }

const began = performance.now()
const results: Result[] = []
for (const round of choose()) {
  results.push(...(await Promise.all(round.map((step) => timed(step, round.length > 1)))))
}
const minutes = ((performance.now() - began) / 60_000).toFixed(1)

console.log('')
for (const { name, failed, notRun, shaky } of results) {
  for (const one of notRun) console.log(`${name} not run: ${one}`)
  for (const one of shaky) console.log(`${name} shaky (failed, passed when tried again): ${one}`)
  for (const one of failed) console.log(`${name} failed: ${one}`)
}
for (const { name, counts, seconds } of results) {
  console.log(
    `${name.padEnd(8)}${String(counts.passed).padStart(6)} passed${String(counts.failed).padStart(5)} failed${seconds.padStart(8)} s`,
  )
}
console.log(`${minutes} minutes in all`)
const notRun = results.flatMap((result) => result.notRun).length
if (notRun > 0) console.log(`${notRun} not run, each for the reason above`)
const { passed, failed } = total(results.map(({ counts }) => counts))
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)

async function timed(step: Step, isBeside: boolean): Promise<Result> {
  const began = performance.now()
  const outcome = await runStep(step, isBeside)
  return { name: step.name, ...outcome, seconds: ((performance.now() - began) / 1000).toFixed(1) }
}

function choose(): readonly (readonly Step[])[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const names = values.only?.flatMap((list) => list.split(','))
  const steps = rounds.flat()
  const unknown = names?.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    console.error(`There is no step ${unknown}; there are ${steps.map(({ name }) => name).join(', ')}.`)
    process.exit(2)
  }
  return rounds.map((round) => round.filter(({ name }) => names?.includes(name) ?? true))
}
