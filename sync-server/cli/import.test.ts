import { execFile } from 'node:child_process'
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { makeLog } from '../log/log.ts'
import { readOptions } from '../options.ts'
import { serve } from '../serve.ts'

const CRM = join(import.meta.dirname, 'crm.ts')
const MAPPING = {
  name: 'old-crm',
  format: { dates: 'D.M.Y', decimal: ',', delimiter: ';', encoding: 'windows-1251' },
  kinds: [{ name: 'Kitchens', sort: 'work', states: [{ name: 'Measuring' }] }],
  sources: [
    {
      what: 'orders',
      file: 'orders.csv',
      key: 'id',
      fields: {
        number: { column: 'id' },
        date: { column: 'date' },
        customer: { column: 'customer', missing: 'create' },
      },
      lines: [{ quantity: { value: '1' }, price: { column: 'sum' } }],
      stage: { column: 'stage', kind: 'Kitchens', stages: { open: [{ state: 'Measuring', at: { column: 'date' } }] } },
    },
  ],
}
/** «Альфа» as Windows-1251 has it, in rows 2 and 5; rows 3, 4 and 6 are broken. */
const ALPHA = '\u00c0\u00eb\u00fc\u00f4\u00e0'
const ROWS = `id;date;customer;sum;stage
1;01.09.2016;${ALPHA};1000,50;open
2;31.09.2016;${ALPHA};1000,50;open
3;02.09.2016;${ALPHA};thousand;open
4;03.09.2016;${ALPHA};7;open
5;04.09.2016;${ALPHA}
`

let folder: string
let mapping: string
let data: string

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'voronka-cli-import-'))
  data = join(folder, 'data')
  mapping = join(folder, 'mapping.json')
  await writeFile(mapping, JSON.stringify(MAPPING))
  await writeFile(join(folder, 'orders.csv'), Buffer.from(ROWS, 'latin1'))
})
afterEach(() => rm(folder, { recursive: true }))

interface Ended {
  readonly code: number
  readonly out: string
  readonly err: string
}

function crm(...args: readonly string[]): Promise<Ended> {
  const env = { ...process.env, LC_ALL: 'en_US.UTF-8' }
  return new Promise((resolve) => {
    const child = execFile(process.execPath, [CRM, 'import', ...args, '--data', data], { env }, (_error, out, err) => {
      resolve({ code: child.exitCode ?? -1, out, err })
    })
  })
}

const totals = (out: string) => {
  const { sources, saved } = JSON.parse(out)
  return { taken: sources[0].taken, present: sources[0].present, refused: sources[0].refused, saved }
}

test('without a server: sound rows go in, refused ones are named by file, line and column, the exit code is 0', async () => {
  const { code, out, err } = await crm(mapping)
  expect([code, err]).toEqual([0, ''])
  expect(out).toContain('orders.csv, Orders: 5 rows, 2 taken, 0 changed, 0 there already, 3 not taken')
  expect(out).toContain('orders.csv:3, date: “31.09.2016” is no date of the form D.M.Y')
  expect(out).toContain('orders.csv:4, sum: “thousand” is no number with 2 decimals')
  expect(out).toContain('orders.csv:6: 3 cells for 5 columns')
})

test('again: nothing is added, and the rows that were refused are told again', async () => {
  expect(totals((await crm(mapping, '--json')).out)).toMatchObject({ taken: 2, refused: 3 })
  expect(totals((await crm(mapping, '--json')).out)).toEqual({ taken: 0, present: 2, refused: 3, saved: 0 })
})

test('a dry run writes nothing', async () => {
  expect(totals((await crm(mapping, '--json', '--dry-run')).out)).toMatchObject({ taken: 2, saved: 0 })
  expect(totals((await crm(mapping, '--json')).out)).toMatchObject({ taken: 2, present: 0 })
})

test('with a server that runs: it is the one that takes the import', async () => {
  const server = await serve(
    readOptions(['--data', data, '--port', '0', '--host', '127.0.0.1']),
    makeLog({ level: 'silent' }),
  )
  expect(totals((await crm(mapping, '--json')).out)).toMatchObject({ taken: 2 })
  await server.stop()
  expect(totals((await crm(mapping, '--json')).out)).toMatchObject({ taken: 0, present: 2 })
})

test.each([
  ['an unknown name', { ...MAPPING, colour: 'red' }, 'colour: expected nothing: there is no such name here'],
  [
    'a column that the file has not',
    { ...MAPPING, sources: [{ ...MAPPING.sources[0], key: 'ID' }] },
    'sources.0.key: expected id | date',
  ],
  ['a file that is not there', { ...MAPPING, sources: [{ ...MAPPING.sources[0], file: 'no.csv' }] }, 'no.csv'],
  ['a file in another encoding', { ...MAPPING, format: { ...MAPPING.format, encoding: 'utf-8' } }, 'utf-8'],
])('a mapping with %s: the exit code is 2 and the place is named', async (_what, wrong, words) => {
  await writeFile(mapping, JSON.stringify(wrong))
  const { code, out, err } = await crm(mapping)
  expect([code, out]).toEqual([2, ''])
  expect(err).toContain(words)
})

test('a mapping that is no JSON, or none at all: the exit code is 2', async () => {
  await writeFile(mapping, '{')
  expect((await crm(mapping)).code).toBe(2)
  expect((await crm(join(folder, 'none.json'))).code).toBe(2)
  expect((await crm()).code).toBe(2)
})
