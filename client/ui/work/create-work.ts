import { type Accessor, createSignal } from 'solid-js'
import { Failure, type FailureCode } from '../../../shared/errors.ts'
import type { Progress, UnderWay } from '../../../shared/under-way.ts'

/** What takes no longer (ms) shows nothing. */
const QUIET = 500

/** Something that may take long: one deed at a time. */
export interface Work {
  /** How far it is; null while there is nothing to show: nothing is done, or for a moment only. */
  readonly progress: Accessor<Progress | null>
  /** Does it; what was done before it is stopped. */
  readonly run: <T>(deed: (underWay: UnderWay) => Promise<T>) => Promise<T>
  readonly stop: () => void
}

/** `stopped`: the Failure with which a deed ends that is stopped. */
export function createWork(stopped: FailureCode): Work {
  const [told, setTold] = createSignal<Progress | null>(null)
  const [isLong, setLong] = createSignal(false)
  let present: AbortController | null = null
  const stop = () => present?.abort(new Failure(stopped))
  const begin = (mine: AbortController | null) => {
    present = mine
    setTold(null)
    setLong(false)
  }
  const run: Work['run'] = async (deed) => {
    stop()
    const mine = new AbortController()
    const ifPresent = (then: () => void) => present === mine && then()
    begin(mine)
    const timer = setTimeout(() => ifPresent(() => setLong(true)), QUIET)
    try {
      return await deed({ onProgress: (progress) => ifPresent(() => setTold(progress)), signal: mine.signal })
    } finally {
      clearTimeout(timer)
      ifPresent(() => begin(null))
    }
  }
  return { progress: () => (isLong() ? told() : null), run, stop }
}
