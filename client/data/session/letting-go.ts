import { erasures } from '../../../shared/erasures/collections.ts'
import type { Meta } from '../device/meta.ts'
import type { DeviceFiles } from '../files/device-files.ts'
import { Erased, type ErasedGround } from '../files/erased.ts'
import type { Directory } from '../queries/directory.ts'
import type { Remembered } from '../queries/start/remembered.ts'

interface Ground extends Pick<ErasedGround, 'inStep' | 'isOnline'> {
  readonly directory: Directory
  readonly meta: Meta
  readonly remembered: Remembered
  readonly files: DeviceFiles
}

const FACT = 'erased'

/** Lets go of what a device has of persons who were erased, besides its documents. */
export function lettingGo({ directory, meta, remembered, files, inStep, isOnline }: Ground): Erased {
  const ends = () =>
    Array.from(directory.all(erasures), ({ state, ended }) => (state === 'erased' && ended !== null ? ended : 0))
  return new Erased({
    inStep,
    isOnline,
    last: () => Math.max(0, ...ends()) || null,
    done: { get: () => meta.get<number>('facts', FACT) ?? null, set: (at) => meta.put('facts', FACT, at) },
    kept: [() => remembered.forget(), () => files.dropGone()],
  })
}
