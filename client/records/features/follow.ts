import { createMemo } from 'solid-js'
import { features } from '../../../shared/features/collections.ts'
import { switchedOff } from '../../../shared/features/features.ts'
import { takeFeaturesFrom } from '../../../shared/features/known.ts'
import { createEvery } from '../../data/page/solid.tsx'

/** Makes the features that the company switched off known to the whole page; what was drawn by them follows (SPEC FT5). */
export function followFeatures(): void {
  const rows = createEvery(features)
  takeFeaturesFrom(createMemo(() => switchedOff(rows())))
}
