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

/** The tasks of a thread while something is done, ms each, those under 1 ms left out. */
interface Tasks {
  /** Of the page's main thread. */
  readonly page: readonly number[]
  /** Of the worker that worked most. */
  readonly worker: readonly number[]
}

/** The tasks of a page's main thread while something is done, ms each, those under 1 ms left out. */
export async function tasksDuring(page: Page, deed: () => Promise<void>): Promise<readonly number[]> {
  return (await allTasksDuring(page, deed)).page
}

/** The same, and those of its worker. */
export async function allTasksDuring(page: Page, deed: () => Promise<void>): Promise<Tasks> {
  const session = await page.context().newCDPSession(page)
  const events: TraceEvent[] = []
  session.on('Tracing.dataCollected', ({ value }) => events.push(...(value as unknown as TraceEvent[])))
  await session.send('Tracing.start', {
    transferMode: 'ReportEvents',
    traceConfig: { includedCategories: CATEGORIES },
  })
  await deed()
  await ended(session)
  return { page: busiest(events, /^CrRendererMain$/), worker: busiest(events, /Worker/) }
}

function ended(session: CDPSession): Promise<void> {
  return new Promise((resolve, reject) => {
    session.once('Tracing.tracingComplete', () => resolve())
    session.send('Tracing.end').catch(reject)
  })
}

/** Of all threads of a name the one that worked most: that of the page that was driven, and of its data worker. */
function busiest(events: readonly TraceEvent[], names: RegExp): number[] {
  const mains = events.filter(({ name, args }) => name === 'thread_name' && names.test(args?.name ?? ''))
  const threads = mains.map(({ pid, tid }) =>
    events.flatMap((event) =>
      event.pid === pid && event.tid === tid && isTask(event) ? [(event.dur ?? 0) / 1000] : [],
    ),
  )
  const most = threads.toSorted((a, b) => sum(b) - sum(a))[0] ?? []
  return most.filter((ms) => ms >= LEAST)
}

function isTask({ name, ph }: TraceEvent): boolean {
  return ph === 'X' && name === 'RunTask'
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0)
}
