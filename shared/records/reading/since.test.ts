import { expect, test } from 'vitest'
import * as Y from 'yjs'
import { calendarRecords } from '../../calendar/collections.ts'
import { rowReader, valuesOf } from '../../columns/layout.ts'
import { customers } from '../../customers/collections.ts'
import { jobs } from '../../jobs/collections.ts'
import type { Collection, Row } from '../declarations/collection.ts'
import { timeOf } from '../keys/stamp.ts'
import { RecordSet } from './record-set.ts'

const A = '0mi1c2k3l000A'
const B = '0mi1c2k3l001B'
const C = '0mi1c2k3m000C'

function read<C extends Collection>(collection: C, texts: Readonly<Record<string, string>>): Row<C> {
  const doc = new Y.Doc()
  for (const [key, text] of Object.entries(texts)) doc.getMap(collection.name).set(key, text)
  const row = new RecordSet(doc, collection).get('r')
  if (!row) throw new Error('There is no record')
  return row
}

const JOB = { 'r#A': `${A} 1 {"subject":"Measure","performer":"mira","state":"todo"}` }

test('R23: what a record was made with says nothing of its own; what was written later, by whom and when', () => {
  expect(read(jobs, JOB).since).toEqual({})
  const given = { ...JOB, 'r/performer#B': `${B} "timur"`, 'r/state#A': `${A} "done"`, 'r/state#C': `${C} "underway"` }
  expect(read(jobs, given).since).toEqual({
    performer: { at: timeOf(B), by: 'B' },
    state: { at: timeOf(C), by: 'C' },
  })
})

test('R23: of nothing and of what does not fit nothing is said, of collections that name no field neither', () => {
  const emptied = { ...JOB, 'r/performer#B': `${B} null`, 'r/state#B': `${B} "unheard of"` }
  expect(read(jobs, emptied).since).toEqual({})
  expect(read(customers, { 'r#A': `${A} 1 {}`, 'r/name#B': `${B} "Assol"` })).not.toHaveProperty('since')
})

test('R23: of entries, whether written whole or by field; of removed ones nothing', () => {
  const invited = {
    'r#A': `${A} 1 {"participants":{"e1":{"person":"mira"},"e2":{"person":"timur"}}}`,
    'r/participants/e1/answer#B': `${B} "accepted"`,
    'r/participants/e2/answer#B': `${B} "declined"`,
    'r/participants/e2/gone#A': `${C.slice(0, 12)}A true`,
    'r/participants/e3#C': `${C} {"person":"gleb"}`,
  }
  expect(read(calendarRecords, invited).since).toEqual({
    'participants/e1/answer': { at: timeOf(B), by: 'B' },
    'participants/e3/person': { at: timeOf(C), by: 'C' },
  })
})

test('R23, C1: columns say the same', () => {
  const row = read(jobs, { ...JOB, 'r/performer#B': `${B} "timur"` })
  expect(rowReader(jobs)('r', JSON.parse(JSON.stringify(valuesOf(jobs, row as unknown as Row<Collection>))))).toEqual(
    row,
  )
})
