import { afterAll, vi } from 'vitest'

/** Many files of tests share a process: what one has changed of it for itself is put back behind it. */
afterAll(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
  vi.restoreAllMocks()
})
