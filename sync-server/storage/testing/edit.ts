import { randomBytes } from 'node:crypto'
import type { JournalRow, Storage } from '../storage.ts'

/** Journals an edit of so many bytes, which no storage can make fewer, with its line of the trail; or a row with what `change` says. */
export function edit(storage: Storage, bytes: number, change: Partial<JournalRow> = {}): Promise<readonly number[]> {
  const audit = [{ collection: 'orders', record: 'r', path: '', stamp: 's', value: '{}' }]
  const row = { document: 'a', user: 'u', replica: 'AAAA', at: 1, update: randomBytes(bytes), audit, ...change }
  return storage.append({ rows: [row], numbers: [] }, () => [])
}
