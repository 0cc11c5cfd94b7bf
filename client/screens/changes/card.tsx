import { A } from '@solidjs/router'
import { Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { createCurrency } from '../../records/company.ts'
import { RecordHistory } from '../../records/history/record-history.tsx'
import { oneLabel } from '../../records/words/labels.ts'
import { Button } from '../../ui/actions/button.tsx'
import { SideCard } from '../../ui/layout/side-card.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** What the card beside the log is given. */
export interface ChangedCardProps {
  readonly collection: CollectionName
  readonly id: string
  readonly name: string
  /** Where the record's own card stands; null where it has none. */
  readonly address: string | null
  readonly onOnly: () => void
  readonly onClose: () => void
}

/** All that was ever done to the record of a row, with the way to its card. */
export function ChangedCard(props: ChangedCardProps) {
  const { t } = useWords()
  const currency = createCurrency()
  return (
    <SideCard over={t(oneLabel(props.collection))} title={props.name} onClose={props.onClose}>
      <div class="changed-ways">
        <Show when={props.address}>
          {(address) => (
            <A class="link" href={address()}>
              {t('changes.openCard')}
            </A>
          )}
        </Show>
        <Button look="ghost" size="small" onClick={() => props.onOnly()}>
          {t('changes.onlyThis')}
        </Button>
      </div>
      <RecordHistory collection={props.collection} id={props.id} currency={currency()} readOnly />
    </SideCard>
  )
}
