import { InStep } from '../device/in-step.ts'
import type { StatusAnswer } from '../queries/query.ts'
import { bothWaiting } from '../sync/outbox/outbox.ts'
import { writtenBy } from '../sync/replay/not-accepted.ts'
import type { Foundation, Kept } from './foundation.ts'

/** What it is told by, beside what the device keeps. */
interface Ground {
  readonly base: Foundation
  readonly kept: Kept
  readonly line: () => Pick<StatusAnswer, 'online' | 'progress' | 'denied' | 'unserved'>
  /** Acts that are not on this device's disk yet. */
  readonly saving: () => number
  /** Files that the server has not yet. */
  readonly files: () => StatusAnswer['files']
  /** The offset of this device's clock, ms. */
  readonly offset: () => number
}

/** How it stands with an account's data on this device: what is saved where, what waits, what was not accepted. */
export class Standing {
  readonly #ground: Ground
  readonly #inStep: InStep
  /** The site's data were cleared, and not all of them are here again. */
  #isWiped = false

  constructor(ground: Ground) {
    this.#ground = ground
    this.#inStep = new InStep(ground.base.kept.meta)
  }

  /** The site's data were cleared. */
  wiped(): void {
    this.#isWiped = true
  }

  now(): StatusAnswer {
    const { base, kept, saving, files, offset } = this.#ground
    const { outbox, asides, unfinished } = kept
    const line = this.#ground.line()
    const waiting = bothWaiting(outbox.waiting(), asides.untried())
    this.#inStep.note(isInStep({ online: line.online, progress: line.progress, waiting }), Date.now())
    return {
      what: 'status',
      ...line,
      storage: this.#storage(line.progress),
      inStepAt: this.#inStep.at,
      saving: saving(),
      waiting,
      files: files(),
      notAccepted: asides.refused().map((aside) => {
        const { seq, collection, key, code } = aside
        return { seq, collection, key, value: writtenBy(aside), code: code ?? 'update-odd-key' }
      }),
      cutOff: unfinished.told(),
      replica: base.given.replica,
      offset: offset(),
    }
  }

  #storage({ synced, total }: StatusAnswer['progress']): StatusAnswer['storage'] {
    const { refusals, lasts } = this.#ground.base.kept
    this.#isWiped &&= synced < total
    if (refusals.any) return 'full'
    if (!lasts) return 'memory'
    return this.#isWiped ? 'wiped' : 'kept'
  }
}

/** Whether this device and the server have the same, as far as it knows. */
export function isInStep({
  online,
  progress,
  waiting,
}: Pick<StatusAnswer, 'online' | 'progress' | 'waiting'>): boolean {
  return online && progress.synced === progress.total && waiting.count === 0
}
