import { createMemo, createSignal, For, Show } from 'solid-js'
import { FEATURES, type FeatureGroup, type FeatureRow } from '../../../../shared/features/features.ts'
import { folded } from '../../../../shared/filters/values/folded.ts'
import { fitTyped, nearFitTyped, readTyped } from '../../../../shared/search/rank.ts'
import { createFeatureNames } from '../../../records/features/switching.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { SearchField } from '../../../ui/inputs/typed/search-field.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { EmptyState } from '../../../ui/signs/empty-state.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { FeatureEntry } from './entry.tsx'
import '../groups.css'
import './features.css'

/** «Еще больше возможностей»: what of the program a company has on. */
export function FeaturesPage() {
  const { t } = useWords()
  const [text, setText] = createSignal('')
  const groups = createFound(text)
  const readOnly = !useMayWrite('features')
  return (
    <Page title={t('features.title')} bar={<SearchField label={t('features.find')} value={text()} onInput={setText} />}>
      <div class="settings-groups">
        <Show when={readOnly}>
          <Banner>{t('features.readOnly')}</Banner>
        </Show>
        <p class="dim features-lead">{t('features.lead')}</p>
        <For
          each={groups()}
          fallback={<EmptyState title={t('features.nothing.title')} text={t('features.nothing.text')} />}
        >
          {([group, rows]) => (
            <section aria-label={t(`features.groups.${group}`)}>
              <h2>{t(`features.groups.${group}`)}</h2>
              <ul>
                <For each={rows}>{(row) => <FeatureEntry row={row} readOnly={readOnly} />}</For>
              </ul>
            </section>
          )}
        </For>
      </div>
    </Page>
  )
}

/** The features that what was typed fits, by groups. */
function createFound(text: () => string) {
  const { t } = useWords()
  const names = createFeatureNames()
  const fits = ({ id, group }: FeatureRow) => {
    const typed = readTyped(text())
    const own = folded(`${names.one(id)} ${t(`features.of.${id}.about`)} ${t(`features.groups.${group}`)}`)
    return typed.words.length === 0 || fitTyped(own, typed) > 0 || nearFitTyped(own, typed) > 0
  }
  return createMemo(() => [...Map.groupBy(FEATURES.filter(fits), ({ group }): FeatureGroup => group)])
}
