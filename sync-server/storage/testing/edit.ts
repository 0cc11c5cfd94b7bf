import { randomBytes } from 'node:crypto'
import type { Storage } from '../storage.ts'

/** Journals an edit of so many bytes, which no storage can make fewer, with its line of the trail. */
export function edit(storage: Storage, bytes: number): Promise<readonly number[]> {
  const audit = [{ collection: 'orders', record: 'r', path: '', stamp: 's', value: '{}' }]
  const row = { document: 'a', user: 'u', replica: 'AAAA', at: 1, update: randomBytes(bytes), audit }
  return storage.append({ rows: [row], numbers: [] }, () => [])
}
