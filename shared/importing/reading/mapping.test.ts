import { expect, test } from 'vitest'
import { readMapping } from './mapping.ts'

const people = { what: 'people', file: 'p.csv', key: 'n', fields: { name: { column: 'n' } } }
const sound = { name: 'old-crm', format: { dates: 'D.M.Y' }, sources: [people] }

test('a sound mapping gets its defaults', () => {
  const read = readMapping(sound)
  expect('mapping' in read && read.mapping.sources[0]?.fields.name).toEqual({
    column: 'n',
    map: {},
    empty: 'leave',
    missing: 'refuse',
    by: 'name',
  })
})

const orders = {
  what: 'orders',
  file: 'o.csv',
  key: 'id',
  fields: { date: { column: 'd' } },
  lines: [],
  stage: { column: 's', kind: 'k', stages: { Lost: [{ at: { column: 'd' }, completion: 'cancelled' }] } },
}

test.each([
  ['format.dates', { ...sound, format: { dates: 'dd.mm.yy' } }],
  ['zone', { ...sound, zone: 'Mars/Olympus' }],
  ['sources', { ...sound, sources: [] }],
  ['sources.0.what', { ...sound, sources: [{ ...people, what: 'planets' }] }],
  ['sources.0.fields.name', { ...sound, sources: [{ ...people, fields: { name: { column: 'n', value: 'x' } } }] }],
  ['sources.0.fields.name.colum', { ...sound, sources: [{ ...people, fields: { name: { colum: 'n' } } }] }],
  ['sources.0.stage.stages.Lost.0', { ...sound, sources: [orders] }],
  ['', 'text'],
])('a wrong place is named by its path: %s', (path, json) => {
  const read = readMapping(json)
  expect('problems' in read ? read.problems.map((problem) => problem.path) : []).toContain(path)
})
