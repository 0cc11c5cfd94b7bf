import { expect } from 'vitest'
import type * as Y from 'yjs'
import { orders } from '../../../shared/orders/collections.ts'
import { valueOfNumber } from '../../../shared/orders/numbers.ts'
import { RecordSet } from '../../../shared/records/reading/record-set.ts'
import type { TestServer } from '../../support/server.ts'
import type { Writer } from './writer.ts'

/**
 * J1: every write that anybody was told is saved stands in the document as it is on the disk, or a later one of the same
 * replica in its place. J11: so does each order's number. Gives how many writes were told.
 */
export function expectTold(doc: Y.Doc, writers: readonly Writer[], when: string): number {
  expect(doc.store.pendingStructs).toBeNull()
  const stored = doc.getMap('orders')
  for (const [key, text] of writers.flatMap(({ told }) => [...told])) {
    const there = stored.get(key)
    expect(there, `${when}: ${key} is missing`).toBeTypeOf('string')
    // A later write of the same key has a later stamp, and stamps stand first in the text.
    expect(String(there) >= text, `${when}: ${key} is older than what was said to be saved`).toBe(true)
  }
  expectNumbers(doc)
  return writers.reduce((sum, { told }) => sum + told.size, 0)
}

/** Each order on the disk has its number: no two the same, none left out. */
function expectNumbers(doc: Y.Doc): void {
  const set = new RecordSet(doc, orders)
  const numbers = [...set.rows()].map(({ number }) => valueOfNumber('customer', number ?? '') ?? 0)
  set.close()
  expect(numbers.sort((a, b) => a - b)).toEqual(numbers.map((_, i) => i + 1))
}

/** What the server has logged of trouble; that there is no built client is none here. */
export function troublesIn({ log }: TestServer): string[] {
  return log.filter((line) => /"level":[456]0/.test(line) && !line.includes('client is not built'))
}
