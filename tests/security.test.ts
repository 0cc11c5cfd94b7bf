import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'

const ROOT = join(import.meta.dirname, '..')
const read = (path: string) => readFileSync(join(ROOT, path), 'utf8')

/** How many requirements of levels 1 and 2 each section of ASVS 5.0.0 has; they come first, and are numbered from 1. */
const SECTIONS = {
  ...{ 1.1: 2, 1.2: 9, 1.3: 11, 1.4: 3, 1.5: 2, 2.1: 3, 2.2: 3, 2.3: 4, 2.4: 1, 3.2: 2, 3.3: 4, 3.4: 6, 3.5: 5 },
  ...{ 3.7: 2, 4.1: 3, 4.2: 1, 4.3: 2, 4.4: 4, 5.1: 1, 5.2: 3, 5.3: 2, 5.4: 3, 6.1: 3, 6.2: 12, 6.3: 4, 6.4: 4 },
  ...{ 6.5: 5, 6.6: 3, 6.8: 4, 7.1: 3, 7.2: 4, 7.3: 2, 7.4: 5, 7.5: 2, 7.6: 2, 8.1: 2, 8.2: 3, 8.3: 1, 8.4: 1 },
  ...{ 9.1: 3, 9.2: 4, 10.1: 2, 10.2: 2, 10.3: 4, 10.4: 11, 10.5: 5, 10.6: 2, 10.7: 3, 11.1: 2, 11.2: 3, 11.3: 3 },
  ...{ 11.4: 4, 11.5: 1, 11.6: 1, 12.1: 3, 12.2: 2, 12.3: 4, 13.1: 1, 13.2: 5, 13.3: 2, 13.4: 5, 14.1: 2, 14.2: 4 },
  ...{ 14.3: 3, 15.1: 3, 15.2: 3, 15.3: 7, 16.1: 1, 16.2: 5, 16.3: 4, 16.4: 3, 16.5: 3, 17.1: 1, 17.2: 4, 17.3: 2 },
}
const ASKED = Object.entries(SECTIONS).flatMap(([section, most]) =>
  Array.from({ length: most }, (_, i) => `${section}.${i + 1}`),
)

interface Line {
  readonly numbers: readonly string[]
  readonly state: string
}

/** The lines of docs/security.md that begin with numbers. */
function linesOf(page: string): Line[] {
  return [...page.matchAll(/^\| ([\d. ]+) \| .+? \| (.+) \|$/gm)].map(([, numbers = '', state = '']) => ({
    numbers: numbers.split(' '),
    state,
  }))
}

/** What a line says of the tree and the tree does not: files that are not there, words that are not in them, a claim that names nothing. */
function untrue({ numbers, state }: Line): string[] {
  const claims = [...state.matchAll(/`([\w./-]+\/[\w./-]+|[\w-]+\.(?:md|json))` «([^»]+)»/g)]
  const wrong = claims.flatMap(([, path = '', words = '']) => {
    if (!existsSync(join(ROOT, path))) return [`${path} is not there`]
    return read(path).includes(words) ? [] : [`${path} has no «${words}»`]
  })
  const isClaim = /^(Held|Read): /.test(state)
  const isSaid = /^(Not yet|Does not apply): .{5,}/.test(state)
  if (isClaim && claims.length === 0) wrong.push('names nothing')
  if (!isClaim && !isSaid) wrong.push('says neither how it stands nor why')
  return wrong.map((what) => `${numbers[0]}: ${what}`)
}

const page = read('docs/security.md')

test('every number of levels 1 and 2 of ASVS 5.0.0 stands once in docs/security.md', () => {
  expect(ASKED).toHaveLength(253)
  const said = linesOf(page).flatMap(({ numbers }) => numbers)
  expect(said.filter((number, i) => said.indexOf(number) !== i)).toEqual([])
  expect([...said].sort()).toEqual([...ASKED].sort())
})

test('what docs/security.md names as holding is there, with its words', () => {
  expect(linesOf(page).flatMap(untrue)).toEqual([])
})

test('a claim that is not so is noticed', () => {
  const line = (state: string) => untrue({ numbers: ['1.1.1'], state })
  expect(line('Held: by care')).toEqual(['1.1.1: names nothing'])
  expect(line('Held: `tests/none.test.ts` «a»')).toEqual(['1.1.1: tests/none.test.ts is not there'])
  expect(line('Held: `docs/README.md` «#»')).toEqual([])
  expect(line('Held: `docs/README.md` «no such words»')).toEqual(['1.1.1: docs/README.md has no «no such words»'])
  expect(line('Not yet: ')).toEqual(['1.1.1: says neither how it stands nor why'])
  expect(line('Surely')).toEqual(['1.1.1: says neither how it stands nor why'])
})
