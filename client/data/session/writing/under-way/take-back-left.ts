import { Failure } from '../../../../../shared/errors.ts'
import type { Writing } from '../writing.ts'
import type { Unfinished, UnfinishedActs } from './unfinished.ts'

/**
 * Takes back what an earlier run was in the middle of (records/SPEC.md R22), the latest first, as one undoes. One that
 * cannot be taken back, as by somebody who may not write any more, is told of and stays known.
 */
export async function takeBackLeft(
  left: readonly Unfinished[],
  writing: Writing,
  unfinished: UnfinishedActs,
): Promise<void> {
  for (const one of [...left].reverse()) {
    try {
      await writing.takeBack(one)
    } catch (error) {
      if (!(error instanceof Failure)) throw error
      unfinished.tell({ act: one.act, name: one.name, undone: 0, kept: 0, failure: error.code })
    }
  }
}
