import { availableParallelism } from 'node:os'
import { fileURLToPath } from 'node:url'
import solid from 'vite-plugin-solid'
import { defineConfig } from 'vitest/config'

/** A wait ends when what is waited for is there; its bound is for what never comes, on the slowest machine. */
const PATIENCE = { poll: { timeout: 30_000, interval: 20 } }

/** `RUNS=10 npx vitest run --project unit shared/plans`: ten times as many runs of each property, for what fails rarely. */
const MANY_RUNS = fileURLToPath(new URL('tests/support/many-runs.ts', import.meta.url))

/**
 * `environment` is named in every project: with the Solid plugin and none named, vitest would ask for jsdom.
 * Tests that need a real browser are Playwright's (tests/e2e).
 */
export default defineConfig({
  test: {
    // Tests of servers and devices wait for a disk, a line or each other for more than half of their time: three on two processors.
    maxWorkers: Math.ceil(1.5 * availableParallelism()),
    projects: [
      {
        plugins: [solid()],
        resolve: { alias: process.env.RUNS === undefined ? [] : [{ find: /^fast-check$/, replacement: MANY_RUNS }] },
        test: {
          name: 'unit',
          environment: 'node',
          include: [
            'shared/**/*.test.ts',
            'sync-server/**/*.test.ts',
            'agents/**/*.test.ts',
            'scripts/**/*.test.ts',
            'client/**/*.test.ts',
            'tests/support/**/*.test.ts',
            'tests/bench/**/*.test.ts',
            'tests/deploy/**/*.test.ts',
            'tests/*.test.ts',
            'tests/fixtures/**/*.test.ts',
          ],
          // One process for many files: reading the program anew for each would take a quarter of the time. So `vi.mock` would
          // replace nothing, or too much: what a test replaces is an argument.
          isolate: false,
          setupFiles: ['tests/support/put-back.ts'],
          testTimeout: 60_000 * Number(process.env.RUNS ?? 1),
          hookTimeout: 60_000,
          expect: PATIENCE,
        },
      },
      {
        test: {
          name: 'faults',
          environment: 'node',
          include: ['tests/faults/**/*.test.ts', 'tests/simulate/**/*.test.ts'],
          testTimeout: 300_000,
          hookTimeout: 60_000,
          expect: PATIENCE,
        },
      },
    ],
  },
})
