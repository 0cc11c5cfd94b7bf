import ListPlus from 'lucide-solid/icons/list-plus'
import Merge from 'lucide-solid/icons/merge'
import UserX from 'lucide-solid/icons/user-x'
import { createSignal, Show } from 'solid-js'
import { takenOf } from '../../../../shared/basis/taken.ts'
import type { Customer } from '../../../../shared/customers/collections.ts'
import { isPerson } from '../../../../shared/erasures/scope.ts'
import { hasFeature } from '../../../../shared/features/known.ts'
import { useData } from '../../../data/page/solid.tsx'
import { EraseDialog } from '../../../records/erasing/erase-dialog.tsx'
import { BulkDialog } from '../../../records/list/bulk/bulk-dialog.tsx'
import { BasisMenu } from '../../../records/making/basis-menu.tsx'
import { WriteButton } from '../../../records/messages/writing/write-button.tsx'
import { RemindMe } from '../../../records/reminding/remind-me.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { createPutIn } from '../../../records/segments/put-in.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useCard } from './context.tsx'
import { MergeDialog } from './merge-dialog.tsx'

/** What can be done with the customer, and what is made for it. */
export function CustomerMenu() {
  const { t } = useWords()
  const card = useCard()
  const { role } = useData().account
  const [isMerging, setMerging] = createSignal(false)
  const [isPutting, setPutting] = createSignal(false)
  const mayPut = useMayWrite('segments') && hasFeature('segments')
  const putIn = createPutIn()
  const [isErasing, setErasing] = createSignal(false)
  const merge = { id: 'customer.merge', label: t('customers.merging.start'), icon: Merge, run: () => setMerging(true) }
  const erase = { id: 'customer.erase', label: t('erasures.act'), icon: UserX, run: () => setErasing(true) }
  const put = { id: 'customer.putIn', label: t('segments.putIn.act'), icon: ListPlus, run: () => setPutting(true) }
  const acts = (row: Customer) => [
    ...(mayPut ? [put] : []),
    merge,
    ...(role === 'owner' && isPerson(row) ? [erase] : []),
  ]
  const ground = (row: Customer) => {
    const id = card.known()?.into?.id ?? row.id
    return {
      basis: { collection: 'customers', id } as const,
      taken: takenOf('customers', { ...row, id }),
      name: row.name ?? t('common.nameless'),
    }
  }
  return (
    <Show when={!card.isFixed() && card.row()}>
      {(row) => (
        <>
          <RemindMe about={{ collection: 'customers', id: row().id }} />
          <WriteButton start={{ customer: card.known()?.into?.id ?? row().id, order: null, contact: null }} />
          <BasisMenu label={t('customers.acts')} ground={ground(row())} acts={acts(row())} />
          <Show when={isMerging()}>
            <MergeDialog onClose={() => setMerging(false)} />
          </Show>
          <Show when={isPutting()}>
            <BulkDialog
              act={putIn}
              collection="customers"
              ids={[ground(row()).basis.id]}
              countOf={(n) => t('segments.found.count', { n })}
              onDone={() => setPutting(false)}
              onClose={() => setPutting(false)}
            />
          </Show>
          <Show when={isErasing()}>
            <EraseDialog
              title={t('erasures.of', { name: row().name ?? t('common.nameless') })}
              sought={{ customer: row().id }}
              onClose={() => setErasing(false)}
            />
          </Show>
        </>
      )}
    </Show>
  )
}
