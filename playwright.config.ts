import { defineConfig } from '@playwright/test'
import { CHROMIUM_ARGS, CHROMIUM_SHELL } from './scripts/chromium.ts'

/** The tag of tests that wait for most of their time. */
const WAITS = /@waits/

/** End to end: every test starts a real server of its own in a temporary folder and drives the built client. */
export default defineConfig({
  testDir: 'tests/e2e',
  testMatch: '**/*.spec.ts',
  globalSetup: './tests/e2e/support/world/built.ts',
  outputDir: 'test-results',
  fullyParallel: true,
  // Three busy ones at once were no quicker on two processors (27 Nov), and shakier. What waits for half a minute and more
  // (for a rest, a line that is dead) needs no processor: one of these runs beside them.
  workers: 3,
  projects: [
    { name: 'busy', grepInvert: WAITS, workers: 2 },
    { name: 'waits', grep: WAITS, workers: 1 },
  ],
  // What failed and then passes is named at the end as shaky: a fault of the program or of the test, to be mended first.
  retries: 1,
  forbidOnly: true,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  reporter: [['list']],
  use: {
    launchOptions: { executablePath: CHROMIUM_SHELL, args: CHROMIUM_ARGS },
    // What is for the eye alone takes an eighth of the processor; `MOVING` (e2e/support/world/world.ts) has it on.
    contextOptions: { reducedMotion: 'reduce' },
    locale: 'ru-RU',
    timezoneId: 'Europe/Moscow',
    // A trace of every test would take a tenth of the processor, and nobody would look at it.
    trace: 'on-first-retry',
    screenshot: 'only-on-failure',
  },
})
