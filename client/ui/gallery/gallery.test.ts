import { globSync, readFileSync } from 'node:fs'
import { dirname, join, relative } from 'node:path'
import { expect, test } from 'vitest'

const CLIENT = join(import.meta.dirname, '../..')
const GALLERY = 'ui/gallery/'

/** The modules of the client that a module of it imports, by their paths in the client. */
function importsOf(path: string): string[] {
  const text = readFileSync(join(CLIENT, path), 'utf8')
  const named = [...text.matchAll(/^(?:import|export)\s(?!type\s)[^'"]*from '(\.[^']+)'/gm)]
  return named.map(([, from = '']) => relative(CLIENT, join(CLIENT, dirname(path), from)))
}

test('every part of the design system that the program draws has a specimen', () => {
  const modules = globSync('**/*.{ts,tsx}', { cwd: CLIENT }).filter((path) => !path.endsWith('.test.ts'))
  const imported = (isBy: (path: string) => boolean) => new Set(modules.filter(isBy).flatMap(importsOf))
  const drawn = [...imported((path) => !path.startsWith('ui/'))].filter((path) => /^ui\/.*\.tsx$/.test(path))
  const shown = imported((path) => path.startsWith(GALLERY))
  expect(drawn.length).toBeGreaterThan(30)
  expect(drawn.filter((path) => !shown.has(path)).sort()).toEqual([])
})
