import { Failure } from '../../../../../shared/errors.ts'
import type { Writing } from '../writing.ts'
import type { Unfinished, UnfinishedActs } from './unfinished.ts'

/** What acts that were cut off are taken back by. */
export interface TakingBack {
  readonly writing: Writing
  readonly unfinished: UnfinishedActs
  /** Resolves when this device has all that the server has; never, where that is not to be. */
  readonly inStep: () => Promise<void>
  /** What is told has changed. */
  readonly changed: () => void
}

/**
 * Takes back what an earlier run was in the middle of (records/SPEC.md R22), the latest first, as one undoes. What was sent
 * before it was on this device's disk comes back from the server: it is taken back as soon as that has come, and only then
 * is the act done with. Resolves when what is here is taken back.
 */
export async function takeBackLeft(left: readonly Unfinished[], ground: TakingBack): Promise<void> {
  const rest: Unfinished[] = []
  for (const one of [...left].reverse()) {
    const absent = await tried(one, ground, true)
    if (absent) rest.push({ ...one, written: absent })
  }
  void finish(rest, ground)
}

async function finish(rest: readonly Unfinished[], ground: TakingBack): Promise<void> {
  await ground.inStep()
  for (const one of rest) {
    if (await tried(one, ground, false)) await ground.unfinished.end(one.act)
  }
}

/**
 * What of an act was not here; null: it cannot be taken back, as by somebody who may not write any more. Then that is told, and
 * the act stays known.
 */
async function tried(one: Unfinished, { writing, unfinished, changed }: TakingBack, isFirst: boolean) {
  try {
    const undone = one.written.length === 0 && !isFirst ? { undone: [], kept: [] } : await writing.takeBack(one)
    if (isFirst || undone.undone.length > 0) unfinished.tell(one.act, one.name, undone)
    changed()
    // Undone from its end, it is told from there.
    return [...(undone.absent ?? [])].reverse()
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    unfinished.tell(one.act, one.name, { undone: [], kept: [] }, error.code)
    changed()
    return null
  }
}
