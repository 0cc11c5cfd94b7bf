import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { ROOT } from '../root.ts'
import { houseProblems } from './house.ts'

const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** What is no part of the project, at its top. */
const IGNORED = ['.git', ...[...read('.gitignore').matchAll(/^\/?([\w.-]+)\/$/gm)].map(([, name = '']) => name)]

function foldersIn(path: string): string[] {
  const entries = readdirSync(join(ROOT, path), { withFileTypes: true })
  return entries.filter((entry) => entry.isDirectory()).map(({ name }) => `${path}${name}/`)
}

test('ARCHITECTURE.md names every folder of the first two levels, and nothing that is not there', () => {
  const first = foldersIn('').filter((folder) => !IGNORED.includes(folder.slice(0, -1)))
  expect(first.length).toBeGreaterThan(5)
  const folders = first.flatMap((folder) => [folder, ...foldersIn(folder)])
  expect(houseProblems(read('ARCHITECTURE.md'), folders, (path) => existsSync(join(ROOT, path)))).toEqual([])
})

test('a folder that is not named, and a name of nothing, are each told of, at any depth', () => {
  const page =
    'Words.\n```\na/        the one\n  c.ts b/    two of it\n    d/         below b/\n  e/         gone\n```\n'
  const isThere = (path: string) => ['a/', 'a/b/', 'a/c.ts'].includes(path)
  expect(houseProblems(page, ['a/', 'a/b/', 'a/f/', 'g/'], isThere)).toEqual([
    'a/f/ is not named',
    'g/ is not named',
    'a/b/d/ is named, and is not there',
    'a/e/ is named, and is not there',
  ])
})
