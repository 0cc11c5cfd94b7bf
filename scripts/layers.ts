/**
 * `npm run layers`: imports run one way (ARCHITECTURE.md §1). A tree with one violation of each rule is checked in
 * the same way and must be reported rule by rule and no further, so that a check gone blind or wild cannot pass.
 */
import { join } from 'node:path'
import { checkLayers, type Layers } from './layers/cruise.ts'
import { rules } from './layers/rules.ts'

const root = join(import.meta.dirname, '..')

const problems = [
  ...house(await checkLayers(root)),
  ...canary(await checkLayers(join(root, 'tests/fixtures/layers-canary'))),
]
for (const problem of problems) console.error(problem)
process.exitCode = problems.length > 0 ? 1 : 0

function house({ violations, unread, read }: Layers): string[] {
  console.log(`layers: ${read} modules, ${violations.length} imports against the rules`)
  return [
    ...violations.map(({ rule, from, to }) => `${rule}: ${from} → ${to}`),
    ...unread.map((source) => `not read: ${source}`),
  ]
}

function canary({ violations, unread }: Layers): string[] {
  const reported = violations.map(({ rule }) => rule)
  console.log(`canary: ${new Set(reported).size} of ${rules.length} rules reported`)
  const wrong = rules.filter(({ name }) => reported.filter((rule) => rule === name).length !== 1)
  return [
    ...wrong.map(({ name }) => `the canary breaks ${name} once, which was not what the check reported`),
    ...unread.map((source) => `not read in the canary: ${source}`),
  ]
}
