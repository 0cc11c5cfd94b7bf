import ListChecks from 'lucide-solid/icons/list-checks'
import { createSignal, Show } from 'solid-js'
import { segments } from '../../../../shared/segments/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { BulkDialog } from '../../../records/list/bulk/bulk-dialog.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { createPutIn } from '../../../records/segments/put-in.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What can be done with a segment: its members into a list by hand. */
export function SegmentMenu(props: { readonly id: string }) {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const mayWrite = useMayWrite('segments')
  const record = createRecord(segments, () => props.id)
  const [exported, setExported] = createSignal<readonly string[] | null>(null)
  const putIn = createPutIn()
  const begin = single(() =>
    acts.attempt(async () => {
      const { members } = await data.once({ what: 'segmentMembers', segment: props.id })
      setExported(members.map(({ id }) => id))
    }),
  )
  return (
    <Show when={mayWrite && record()?.row?.gone === false}>
      <Button look="ghost" icon={ListChecks} onClick={() => void begin()}>
        {t('segments.members.toList')}
      </Button>
      <Show when={exported()}>
        {(ids) => (
          <BulkDialog
            act={putIn}
            collection="customers"
            ids={ids()}
            countOf={(n) => t('segments.found.count', { n })}
            onDone={() => setExported(null)}
            onClose={() => setExported(null)}
          />
        )}
      </Show>
    </Show>
  )
}
