import { Show } from 'solid-js'
import { type Segment, segments } from '../../../../shared/segments/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Criteria } from './criteria.tsx'

/** What the card of a live segment has under its name: its criteria, and whom they mean now. */
export function Below(props: { readonly id: string }) {
  const { t } = useWords()
  const mayWrite = useMayWrite('segments')
  const record = createRecord(segments, () => props.id)
  const isFixed = () => !mayWrite || record()?.row?.gone === true || record()?.row?.newer === true
  const live = () => asLive(record()?.row ?? null)
  return (
    <>
      <Show when={record() && !record()?.row}>
        <p class="dim">{t('segments.unfinished.nameless')}</p>
      </Show>
      <Show when={live()}>{(segment) => <Criteria segment={segment()} readOnly={isFixed()} />}</Show>
    </>
  )
}

function asLive(segment: Segment | null): Segment | undefined {
  return segment && segment.sort !== 'fixedSegment' ? segment : undefined
}
