import { onCleanup } from 'solid-js'
import type { UnderWay } from '../../../../shared/under-way.ts'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { ChosenFile } from './chosen-file.ts'
import type { createSteps } from './steps.ts'

/**
 * What becomes of a step when its screen is left: reading and planning end, but what is being taken in goes on behind other
 * screens, since nobody who walks on has asked to take it back.
 */
export function createBehind(steps: ReturnType<typeof createSteps>, chosen: ChosenFile) {
  const acts = useActs()
  let isLeft = false
  onCleanup(() => {
    isLeft = true
    if (steps.doing() === 'taking') return
    steps.stop()
    chosen.end()
  })
  return {
    taking: async (deed: (underWay: UnderWay) => Promise<void>) => {
      await steps.run('taking', deed)
      if (isLeft) chosen.end()
    },
    /** Whoever has left the screen hears what came of it where they are. */
    tell: (text: string, act: number) => {
      if (isLeft) acts.said(text, act)
    },
  }
}
