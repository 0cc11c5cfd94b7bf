import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../../scripts/root.ts'
import { pageOf, resultsIn } from './support/page.ts'
import { TABLE } from './support/table.ts'

const THIS = 'table.test.ts'

/** How the names of a file's tests begin: up to what is filled in. */
function namesIn(file: string): string[] {
  const text = readFileSync(join(ROOT, file), 'utf8')
  return [...text.matchAll(/\btest(?:\.(?:runIf|each)\([\s\S]*?\))?\(\s*([`'])(.+?)(?:\1|\$\{)/g)].map(
    ([, , name = '']) => name,
  )
}

test('every test of a fault has its row, and every row a test that is there', () => {
  const files = readdirSync(import.meta.dirname).filter((file) => file.endsWith('.test.ts') && file !== THIS)
  const names = files.flatMap((file) => namesIn(`tests/faults/${file}`).map((name) => `tests/faults/${file}: ${name}`))
  const rows = TABLE.map(({ file, test }) => `${file}: ${test}`)
  const without = names.filter((name) => !rows.some((row) => row.startsWith(name) || name.startsWith(row)))
  expect(without, 'a row in support/table.ts is missing').toEqual([])
  const gone = TABLE.filter(({ file, test }) => !readFileSync(join(ROOT, file), 'utf8').includes(test))
  expect(gone, 'a test of support/table.ts is gone').toEqual([])
})

test('docs/faults.md says what the table says', () => {
  const page = readFileSync(join(ROOT, 'docs/faults.md'), 'utf8')
  expect(page).toBe(pageOf(resultsIn(page)))
})
