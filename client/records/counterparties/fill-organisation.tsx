import FileSearch from 'lucide-solid/icons/file-search'
import { createSignal, Show } from 'solid-js'
import type { organisations } from '../../../shared/company/collections.ts'
import { hasFeature } from '../../../shared/features/known.ts'
import { lackingOf } from '../../../shared/first-steps/lacking.ts'
import type { Row } from '../../../shared/records/declarations/collection.ts'
import { doubtOfInn } from '../../../shared/records/forms/inn.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useToasts } from '../../ui/toasts/use-toasts.ts'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { useFinding } from './find.ts'

/** «Заполнить по ИНН»: an organisation of one’s own gets what a service knows of it, and it lacks. */
export function FillOrganisation(props: { readonly row: Row<typeof organisations> }) {
  const { t } = useWords()
  const acts = useActs()
  const toasts = useToasts()
  const find = useFinding()
  const [busy, setBusy] = createSignal(false)
  const inn = () => {
    const typed = props.row.inn?.trim() ?? ''
    return typed !== '' && doubtOfInn(typed) === null ? typed : null
  }
  const fill = async (asked: string) => {
    setBusy(true)
    const finding = await find(asked)
    setBusy(false)
    if (finding?.is === 'unknown') toasts.show({ text: t('risks.checkedNone') })
    if (finding?.is !== 'found') return
    const values = lackingOf(props.row, finding.facts)
    if (Object.keys(values).length === 0)
      return toasts.show({ text: t('risks.fill.nothing', { name: finding.facts.name ?? '' }) })
    await acts.run('setRecord', { collection: 'organisations', id: props.row.id, values }, t('risks.fill.filled'))
  }
  return (
    <Show when={hasFeature('counterparties') && inn()}>
      {(asked) => (
        <div>
          <Button icon={FileSearch} busy={busy()} onClick={() => void fill(asked())}>
            {t('risks.fill.act')}
          </Button>
        </div>
      )}
    </Show>
  )
}
