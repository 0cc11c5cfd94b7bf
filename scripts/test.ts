/**
 * `npm test [-- --only unit,e2e]`: all checks and tests, one after the other. The last line is `N passed, N failed`,
 * where a step without tests of its own (types, lint, layers, knip, build) counts as one. Tests that
 * were not run are named with the reason (a full disk takes root's rights, the registry does not tell of weaknesses), and
 * counted in the line before it.
 */
import { parseArgs } from 'node:util'
import { total } from './test/counts.ts'
import { type Outcome, runStep } from './test/run-step.ts'
import { type Step, steps } from './test/steps.ts'

const chosen = choose()
const results: (Outcome & { readonly name: string; readonly seconds: string })[] = []
for (const step of chosen) {
  console.log(`\n── ${step.name} ──`)
  const began = performance.now()
  const outcome = await runStep(step)
  results.push({ name: step.name, ...outcome, seconds: ((performance.now() - began) / 1000).toFixed(1) })
}

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
const notRun = results.flatMap((result) => result.notRun).length
if (notRun > 0) console.log(`${notRun} not run, each for the reason above`)
const { passed, failed } = total(results.map(({ counts }) => counts))
process.exitCode = failed > 0 ? 1 : 0
console.log(`${passed} passed, ${failed} failed`)

function choose(): readonly Step[] {
  const { values } = parseArgs({ options: { only: { type: 'string', multiple: true } } })
  const names = values.only?.flatMap((list) => list.split(','))
  const unknown = names?.find((name) => !steps.some((step) => step.name === name))
  if (unknown !== undefined) {
    console.error(`There is no step ${unknown}; there are ${steps.map(({ name }) => name).join(', ')}.`)
    process.exit(2)
  }
  return names ? steps.filter(({ name }) => names.includes(name)) : steps
}
