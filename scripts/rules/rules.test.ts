import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { type Page, ruleProblems } from './rules.ts'

/** The rules of the second test here are of no SPEC.md. */
const HERE = 'scripts/rules/rules.test.ts'
const PLACES = '{shared,client,sync-server,agents,scripts,tests}'

function pages(pattern: string): Page[] {
  return globSync(`${PLACES}/**/${pattern}`, { cwd: ROOT })
    .filter((path) => path !== HERE)
    .sort()
    .map((path) => ({ path, text: readFileSync(join(ROOT, path), 'utf8') }))
}

test('every rule of every SPEC.md is named by a test, and every rule that a test names is written down', () => {
  const specs = pages('SPEC.md')
  expect(specs.length).toBeGreaterThan(8)
  expect(ruleProblems(specs, pages('*.{test,spec}.{ts,tsx}'))).toEqual([])
})

test('a rule without a test, one in two places and one that nobody wrote are each told of', () => {
  const specs = [
    { path: 'a/SPEC.md', text: '- **Q1 Held.** …\n- **Q2** not held\n' },
    { path: 'b/SPEC.md', text: '| rule | |\n| Q1   | once more |\n| Q3   | in a range |\n| Q4   | too |\n' },
  ]
  const tests = [
    { path: 'c.test.ts', text: "test('Q1, Q3 to Q4: …', () => {})\ntest.each([1])(\n  `Q5: %i`,\n)\nsay('Q2')" },
  ]
  expect(ruleProblems(specs, tests)).toEqual([
    'Q1 stands in a/SPEC.md and in b/SPEC.md',
    'Q2 of a/SPEC.md is named by no test',
    'c.test.ts names Q5, which no SPEC.md has',
  ])
})
