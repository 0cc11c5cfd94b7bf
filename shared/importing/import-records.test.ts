import { inflateSync, strFromU8 } from 'fflate'
import { expect, test } from 'vitest'
import { COLLECTIONS } from '../collections.ts'
import { customers } from '../customers/collections.ts'
import { undo } from '../records/writing/undo.ts'
import { importRecords, partsOfImport } from './import-records.ts'
import { timelessId } from './planning/ids.ts'
import type { ImportStep } from './planning/step.ts'
import { MemoryCompany } from './testing/memory-company.ts'

const NOW = Date.UTC(2026, 10, 23)

/** So many new customers. */
function steps(count: number): ImportStep[] {
  return Array.from({ length: count }, (_, i) => {
    const id = timelessId('test', 'customers', String(i))
    return { command: 'createRecord', args: { collection: 'customers', id, values: { name: `№ ${i}` } } }
  })
}

test('X16: the parts of an import are its steps in order, each once, and undone together they leave nothing', () => {
  const parts = partsOfImport(steps(1_201))
  expect(parts.map(({ from, count }) => [from, count])).toEqual([
    [0, 500],
    [500, 500],
    [1_000, 201],
  ])
  expect(parts.flatMap((part) => JSON.parse(strFromU8(inflateSync(part.steps))))).toEqual(steps(1_201))
  const memory = new MemoryCompany(NOW)
  const act = parts.flatMap((part) => memory.write((tx) => importRecords(tx, { imported: [part] })))
  expect([...memory.rows(customers)]).toHaveLength(1_201)
  memory.write((tx) => void undo(tx, act, COLLECTIONS, {}))
  expect([...memory.rows(customers)].filter(({ gone }) => !gone)).toEqual([])
  expect(partsOfImport([])).toEqual([])
})
