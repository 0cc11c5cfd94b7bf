import type { Page } from '@playwright/test'
import { type BenchFigure, milliseconds } from '../result.ts'
import { allTasksDuring } from './trace.ts'

/** How long a deed takes, and how long page and worker hear nothing meanwhile. */
export async function during(what: string, page: Page, deed: () => Promise<void>): Promise<BenchFigure[]> {
  const began = performance.now()
  const tasks = await allTasksDuring(page, deed)
  const longest = (some: readonly number[]) => Math.max(0, ...some)
  return [
    { what, value: milliseconds(performance.now() - began) },
    { what: `${what}: longest task of the page`, ...under(longest(tasks.page), 50) },
    { what: `${what}: longest task of the data worker`, value: milliseconds(longest(tasks.worker)) },
  ]
}

function under(value: number, most: number) {
  return { value: milliseconds(value), target: `under ${most} ms`, held: value < most }
}
