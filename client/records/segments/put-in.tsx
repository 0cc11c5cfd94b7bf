import ListChecks from 'lucide-solid/icons/list-checks'
import ListPlus from 'lucide-solid/icons/list-plus'
import { createSignal, onMount } from 'solid-js'
import { segments } from '../../../shared/segments/collections.ts'
import { createAll, useData } from '../../data/page/solid.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { TextField } from '../../ui/inputs/typed/text-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { BulkAct, ChangeEditorProps } from '../list/bulk/act.ts'

/** Puts customers into a list by hand that is chosen, or made by its name. */
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

/** Makes a list by hand of customers: `id` is the list's, `name` what it is called unless that is changed, `label` says the act. */
export function createListing(id: string, name: string, label: string): BulkAct {
  return {
    label,
    icon: ListChecks,
    editor: (props) => <ListName {...props} id={id} name={name} />,
  }
}

function SegmentPick(props: ChangeEditorProps) {
  const { t } = useWords()
  const data = useData()
  const all = createAll(segments)
  const [chosen, setChosen] = createSignal<string | null>(null)
  const [made, setMade] = createSignal<{ readonly value: string; readonly label: string }[]>([])
  const known = () =>
    all().flatMap(({ id, name, sort }) => (sort === 'fixedSegment' ? [{ value: id, label: name ?? '' }] : []))
  const take = (segment: string | null) => {
    setChosen(segment)
    const fresh = made().find(({ value }) => value === segment)?.label
    props.onChange(segment === null ? null : { what: 'putIn', segment, fresh })
  }
  const make = async (name: string) => {
    const value = await data.newId('segments')
    setMade([{ value, label: name }])
    take(value)
  }
  return (
    <Combobox
      label={t('segments.putIn.segment')}
      hint={t('segments.putIn.hint')}
      options={[...known(), ...made()]}
      value={chosen()}
      onCommit={take}
      onCreate={make}
    />
  )
}

function ListName(props: ChangeEditorProps & { readonly id: string; readonly name: string }) {
  const { t } = useWords()
  const [name, setName] = createSignal<string | null>(props.name)
  const take = (fresh: string | null) => {
    setName(fresh)
    props.onChange(fresh === null ? null : { what: 'putIn', segment: props.id, fresh })
  }
  onMount(() => take(props.name))
  return <TextField label={t('records.segments.fields.name')} required value={name()} onCommit={take} />
}
