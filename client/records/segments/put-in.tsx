import ListPlus from 'lucide-solid/icons/list-plus'
import { createSignal, Show } from 'solid-js'
import { segments } from '../../../shared/segments/collections.ts'
import { createAll } from '../../data/page/solid.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { BulkAct, ChangeEditorProps } from '../list/bulk/act.ts'

/** Puts customers into a list by hand that is chosen. */
export function createPutIn(): BulkAct {
  const { t } = useWords()
  return {
    get label() {
      return t('segments.putIn.act')
    },
    icon: ListPlus,
    editor: (props) => <SegmentPick {...props} />,
  }
}

function SegmentPick(props: ChangeEditorProps) {
  const { t } = useWords()
  const all = createAll(segments)
  const [chosen, setChosen] = createSignal<string | null>(null)
  const options = () =>
    all().flatMap(({ id, name, sort }) => (sort === 'fixedSegment' ? [{ value: id, label: name ?? '' }] : []))
  const take = (segment: string | null) => {
    setChosen(segment)
    props.onChange(segment === null ? null : { what: 'putIn', segment })
  }
  return (
    <Show when={options().length > 0} fallback={<p>{t('segments.putIn.none')}</p>}>
      <Combobox label={t('segments.putIn.segment')} options={options()} value={chosen()} onCommit={take} />
    </Show>
  )
}
