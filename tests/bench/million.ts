import { MILLION } from './growth/sizes.ts'
import { restarts } from './restart.ts'
import type { BenchResult } from './result.ts'

export const name = 'Restart of a server with a million orders'

/** As `restart`, packed documents alone. */
export function run(): Promise<BenchResult> {
  return restarts([MILLION])
}
