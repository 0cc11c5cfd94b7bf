import { type Accessor, createSignal, onCleanup, onMount } from 'solid-js'
import type {
  PhoneRequest,
  Report,
  ReportsTaken,
  RequestOutcome,
  RequestsGiven,
} from '../../../../shared/calls/protocol.ts'
import { Failure } from '../../../../shared/errors.ts'
import { api } from '../../../data/page/api.ts'
import { type KeptPhone, keepPhone } from '../../../data/page/kept/kept-phone.ts'
import { tellUntold } from './telling.ts'

/** So long the bridge may hold a question, s, and so long a page waits before it asks anew after a failure, ms. */
const [HELD, AGAIN] = [25, 5000]

/** This browser as a phone: what it is asked to do, and what it tells. */
export interface PhoneLine {
  /** What is to be done now, the first first. */
  readonly requests: Accessor<readonly PhoneRequest[]>
  /** Why the bridge does not take its word; undefined: it does, or nobody has asked yet. */
  readonly trouble: Accessor<Failure | undefined>
  /** How many reports wait for the bridge. */
  readonly waiting: Accessor<number>
  /** Tells what happened: at once, or when there is a network. */
  report(reports: readonly Report[]): void
  /** Says what came of a request. */
  settle(request: PhoneRequest, outcome: RequestOutcome): void
}

/** Speaks with the bridge as long as the page is looked at (SPEC PG1 to PG3). */
export function createLine(user: string, paired: KeptPhone): PhoneLine {
  const [requests, setRequests] = createSignal<readonly PhoneRequest[]>([])
  const [trouble, setTrouble] = createSignal<Failure>()
  const [untold, setUntold] = createSignal(paired.untold)
  const over = new AbortController()
  const ask = <T>(method: 'GET' | 'POST', path: string, body?: unknown) =>
    api<T>(method, `/phone/v1/${path}`, body, { bearer: `${paired.phone}.${paired.key}`, signal: over.signal })
  const keep = (all: readonly Report[]) => {
    setUntold(all)
    keepPhone(user, { ...paired, untold: all })
  }
  const heard = async (deed: () => Promise<unknown>) => {
    try {
      await deed()
      setTrouble(undefined)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      if (!over.signal.aborted) setTrouble(error)
    }
  }
  let telling = Promise.resolve()
  const tell = () => {
    telling = telling.then(() =>
      heard(() => tellUntold({ all: untold, keep }, (reports) => ask<ReportsTaken>('POST', 'reports', { reports }))),
    )
    return telling
  }
  const listen = async () => {
    const { requests: given } = await ask<RequestsGiven>('GET', `requests?wait=${HELD}`)
    setRequests((all) => [...all, ...given.filter(({ id }) => !all.some((one) => one.id === id))])
  }
  onMount(() => void keepListening({ signal: over.signal, listen: () => heard(listen), tell, trouble }))
  onCleanup(() => over.abort())
  return {
    requests,
    trouble,
    waiting: () => untold().length,
    report: (reports) => {
      keep([...untold(), ...reports])
      void tell()
    },
    settle: ({ id }, outcome) => {
      setRequests((all) => all.filter((one) => one.id !== id))
      void heard(() => ask('POST', `requests/${id}`, outcome))
    },
  }
}

interface Listening {
  readonly signal: AbortSignal
  readonly listen: () => Promise<void>
  readonly tell: () => Promise<void>
  readonly trouble: Accessor<Failure | undefined>
}

async function keepListening({ signal, listen, tell, trouble }: Listening): Promise<void> {
  while (!signal.aborted) {
    await whenInView(signal)
    await tell()
    await listen()
    if (trouble()) await someTime(signal)
  }
}

/** A phone in a pocket need not ask: nothing can be dialled by a page that nobody looks at. */
function whenInView(signal: AbortSignal): Promise<void> {
  if (!document.hidden || signal.aborted) return Promise.resolve()
  return new Promise((resolve) => {
    const look = () => resolve()
    document.addEventListener('visibilitychange', look, { once: true, signal })
    signal.addEventListener('abort', look)
  })
}

/** Until it is worth asking again: some seconds, or the network is back. */
function someTime(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, AGAIN)
    const end = () => {
      clearTimeout(timer)
      resolve()
    }
    signal.addEventListener('abort', end)
    addEventListener('online', end, { once: true, signal })
  })
}
