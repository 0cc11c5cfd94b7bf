import { expect } from 'vitest'
import { QUARTER } from '../../../sync-server/sync/testing/samples.ts'
import type { Several } from './several.ts'
import { expectTold } from './told.ts'
import type { Writer } from './writer.ts'

const PATIENCE = { timeout: 60_000 }
/** Who writes faster than two servers take it would only be waited for. */
const MOST_UNSAVED = 20

export function startAll(writers: readonly Writer[]): void {
  for (const writer of writers) writer.start(MOST_UNSAVED)
}

export function stopAll(writers: readonly Writer[]): void {
  for (const writer of writers) writer.stop()
}

/** How many writes were told to be saved. */
export function toldTo(writers: readonly Writer[]): number {
  return writers.reduce((sum, { told }) => sum + told.size, 0)
}

/** Resolves when each writer was told of so many more writes: so each of the servers goes on. */
export async function toldMore(writers: readonly Writer[], by: number): Promise<void> {
  const before = writers.map(({ told }) => told.size)
  await expect.poll(() => writers.every(({ told }, i) => told.size > (before[i] ?? 0) + by), PATIENCE).toBe(true)
}

/** Resolves when nothing of anybody's waits. */
export async function allSaved(writers: readonly Writer[]): Promise<void> {
  await expect.poll(() => writers.map(({ waiting }) => waiting), PATIENCE).toEqual(writers.map(() => 0))
}

/** Within so many ms all devices have the same, and it is what is stored; numbers are unique, nothing is missing that was told. */
export async function alike(several: Several, writers: readonly Writer[], within: number): Promise<void> {
  const states = () => writers.map(({ held }) => JSON.stringify(sorted(held.doc.getMap('orders').toJSON())))
  await expect.poll(() => new Set(states()).size, { timeout: within }).toBe(1)
  const stored = await several.stored(QUARTER)
  expect(states()[0]).toBe(JSON.stringify(sorted(stored.getMap('orders').toJSON())))
  expectTold(stored, writers, 'at the end')
}

/** Resolves when every server answers `/healthz` so. */
export async function healthIs({ servers }: Several, status: 200 | 503): Promise<void> {
  for (const { url } of servers)
    await expect.poll(async () => (await fetch(`${url}/healthz`)).status, PATIENCE).toBe(status)
}

function sorted(rows: Record<string, unknown>): [string, unknown][] {
  return Object.entries(rows).sort(([a], [b]) => (a < b ? -1 : 1))
}
