import type { CDPSession, Page } from '@playwright/test'

/** Shorter tasks than this (ms) are not counted: there are thousands, and any share of them all would say nothing. */
const LEAST = 1
const CATEGORIES = ['disabled-by-default-devtools.timeline', '__metadata']

interface TraceEvent {
  readonly name: string
  readonly ph: string
  readonly pid: number
  readonly tid: number
  /** µs. */
  readonly dur?: number
  readonly args?: { readonly name?: string }
}

/** The tasks of a page's main thread while something is done, ms each, those under 1 ms left out. */
export async function tasksDuring(page: Page, deed: () => Promise<void>): Promise<number[]> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await deed()
  await ended(session)
  return mainTasks(events)
}

function ended(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve())
    session.send('Tracing.end').catch(reject)
  })
}

/** Of all pages' main threads the one that worked most is the page that was driven. */
function mainTasks(events: readonly TraceEvent[]): number[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain')
  const threads = mains.map(({ pid, tid }) =>
    events.flatMap((event) =>
      event.pid === pid && event.tid === tid && isTask(event) ? [(event.dur ?? 0) / 1000] : [],
    ),
  )
  const busiest = threads.toSorted((a, b) => sum(b) - sum(a))[0] ?? []
  return busiest.filter((ms) => ms >= LEAST)
}

function isTask({ name, ph }: TraceEvent): boolean {
  return ph === 'X' && name === 'RunTask'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
