import { createSignal } from 'solid-js'
import { isStop, type UnderWay } from '../../../../shared/under-way.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import { createWork } from '../../../ui/work/create-work.ts'

/** What is under way. */
export type Doing = 'reading' | 'gathering' | 'taking'

/** Does one step at a time; what a step is refused is said, and one that is stopped leaves what stood before it. */
export function createSteps() {
  const acts = useActs()
  const work = createWork('change-stopped')
  const [doing, setDoing] = createSignal<Doing | null>(null)
  const [isStopped, setStopped] = createSignal(false)
  const noteStop = (error: unknown) => {
    if (!isStop(error)) throw error
    setStopped(true)
  }
  const run = async (what: Doing, deed: (underWay: UnderWay) => Promise<void>) => {
    setStopped(false)
    setDoing(what)
    await acts.attempt(() => work.run(deed).catch(noteStop))
    setDoing(null)
  }
  return { doing, isStopped, progress: work.progress, run, stop: work.stop }
}
