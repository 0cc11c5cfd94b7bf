import ListChecks from 'lucide-solid/icons/list-checks'
import { createSignal, Show } from 'solid-js'
import { segments } from '../../../../shared/segments/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import type { BulkAct } from '../../../records/list/bulk/act.ts'
import { BulkDialog } from '../../../records/list/bulk/bulk-dialog.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { createListing } from '../../../records/segments/put-in.tsx'
import { Button } from '../../../ui/actions/button.tsx'
import { single } from '../../../ui/actions/single.ts'
import { useWords } from '../../../ui/words/words.tsx'

interface Listing {
  readonly act: BulkAct
  readonly ids: readonly string[]
}

/** What can be done with a segment: a list by hand is made of those who are in it now. */
export function SegmentMenu(props: { readonly id: string }) {
  const { t, format } = useWords()
  const data = useData()
  const acts = useActs()
  const mayWrite = useMayWrite('segments')
  const record = createRecord(segments, () => props.id)
  const [listing, setListing] = createSignal<Listing | null>(null)
  const begin = single(() =>
    acts.attempt(async () => {
      const { members } = await data.once({ what: 'segmentMembers', segment: props.id })
      const name = `${record()?.row?.name ?? ''}, ${format.day(Date.now())}`
      setListing({
        act: createListing(await data.newId('segments'), name, t('segments.members.toList')),
        ids: members.map(({ id }) => id),
      })
    }),
  )
  return (
    <Show when={mayWrite && record()?.row?.gone === false}>
      <Button look="ghost" icon={ListChecks} onClick={() => void begin()}>
        {t('segments.members.toList')}
      </Button>
      <Show when={listing()}>
        {(made) => (
          <BulkDialog
            act={made().act}
            collection="customers"
            ids={made().ids}
            countOf={(n) => t('segments.found.count', { n })}
            onDone={() => setListing(null)}
            onClose={() => setListing(null)}
          />
        )}
      </Show>
    </Show>
  )
}
