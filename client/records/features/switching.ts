import { createMemo } from 'solid-js'
import { features } from '../../../shared/features/collections.ts'
import { type FeatureId, isOnWithout, switchedOff } from '../../../shared/features/features.ts'
import { goingWith, neededFor } from '../../../shared/features/switching.ts'
import { createEvery, useData } from '../../data/page/solid.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'

/** What the company has on and off, by whom, and switching it. */
export function createSwitching() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const rows = createEvery(features)
  const off = createMemo(() => switchedOff(rows()))
  const names = createFeatureNames()
  const switched = (ids: readonly FeatureId[], on: boolean, text: string) =>
    acts.attempt(async () => {
      const { act } = await data.run('switchFeatures', { ids, on })
      acts.said(text, act)
    })
  return {
    off,
    isOn: (id: FeatureId) => isOnWithout(off(), id),
    row: (id: FeatureId) => rows().find((row) => row.id === id),
    /** What goes off with a feature. */
    goingWith: (id: FeatureId) => goingWith(off(), [id]),
    switchOff: (id: FeatureId) => switched([id], false, t('features.switched.off', { name: names.one(id) })),
    switchOn: (id: FeatureId) => {
      const more = neededFor(off(), id).filter((one) => one !== id)
      const words = { name: names.one(id), what: names.all(more) }
      return switched([id], true, t(more.length > 0 ? 'features.switched.onWith' : 'features.switched.on', words))
    },
    switchAll: switched,
  }
}

/** Features by their names. */
export function createFeatureNames() {
  const { t } = useWords()
  const one = (id: FeatureId) => t(`features.of.${id}.name`)
  return {
    one,
    /** «Сегменты, Электронная почта» */
    all: (ids: readonly FeatureId[]) => ids.map(one).join(', '),
    /** «Сегменты; Электронная почта или SMS» */
    needs: (needs: readonly (readonly FeatureId[])[]) =>
      needs.map((any) => any.map(one).join(` ${t('features.or')} `)).join('; '),
  }
}
