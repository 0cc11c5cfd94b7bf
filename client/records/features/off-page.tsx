import CircleOff from 'lucide-solid/icons/circle-off'
import { createMemo, Show } from 'solid-js'
import { people } from '../../../shared/company/collections.ts'
import type { FeatureId } from '../../../shared/features/features.ts'
import { createAll } from '../../data/page/solid.tsx'
import { Button } from '../../ui/actions/button.tsx'
import { Link } from '../../ui/actions/link.tsx'
import { Page } from '../../ui/layout/page.tsx'
import { EmptyState } from '../../ui/signs/empty-state.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useMayWrite } from '../rights.ts'
import { createFeatureNames, createSwitching } from './switching.ts'

const KEEPERS: readonly (string | null)[] = ['owner', 'admin']

/** What stands at an address whose feature is off: that it is, and who can switch it on. */
export function OffPage(props: { readonly feature: FeatureId }) {
  const { t } = useWords()
  const names = createFeatureNames()
  const switching = createSwitching()
  const everybody = createAll(people)
  const mayWrite = useMayWrite('features')
  const title = () => t('features.gone.title', { name: names.one(props.feature) })
  const text = createMemo(() => {
    if (mayWrite) return t('features.gone.own')
    const keepers = everybody().flatMap(({ role, name }) => (KEEPERS.includes(role) && name !== null ? [name] : []))
    return keepers.length > 0
      ? t('features.gone.others', { who: keepers.join(', ') })
      : t('features.gone.othersUnknown')
  })
  return (
    <Page title={names.one(props.feature)}>
      <EmptyState icon={CircleOff} title={title()} text={text()}>
        <Show when={mayWrite}>
          <Button look="primary" onClick={() => void switching.switchOn(props.feature)}>
            {t('features.gone.act')}
          </Button>
        </Show>
        <Link href="/settings/features">{t('features.gone.all')}</Link>
      </EmptyState>
    </Page>
  )
}
