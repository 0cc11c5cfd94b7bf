import Eye from 'lucide-solid/icons/eye'
import EyeOff from 'lucide-solid/icons/eye-off'
import Plus from 'lucide-solid/icons/plus'
import { createSignal, Show } from 'solid-js'
import { type CustomFieldRow, MOST_OPTIONS } from '../../../../shared/custom/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { OrderedRows } from '../../../records/ordering/ordered-rows.tsx'
import { Button, IconButton } from '../../../ui/actions/button.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { HueDot } from './hue-dot.tsx'

interface OptionsProps {
  readonly row: CustomFieldRow
  readonly readOnly: boolean
}

/** What a choice offers: names, colours, order; one that is off is offered no more and stays where it was chosen. */
export function Options(props: OptionsProps) {
  const { t } = useWords()
  const acts = useActs()
  const { set } = createWrites(() => props.row)
  const place = (places: readonly (readonly [id: string, place: string])[]) => {
    const written = places.map(([one, at]) => [`options/${one}/place`, at] as const)
    void acts.attempt(() => set(Object.fromEntries(written)))
  }
  return (
    <Section title={t('customFields.options.title')}>
      <Show when={props.row.options.length > 0}>
        <OrderedRows
          list={props.row.id}
          rows={props.row.options}
          label={t('customFields.options.title')}
          class="own-fields"
          mayWrite={!props.readOnly}
          onPlace={place}
        >
          {(option) => <Option {...props} option={option()} />}
        </OrderedRows>
      </Show>
      <Show when={!props.readOnly}>
        <AddOption row={props.row} />
      </Show>
    </Section>
  )
}

/** Writes into the declared field. */
function createWrites(row: () => CustomFieldRow) {
  const data = useData()
  const at = () => ({ collection: 'customFields', id: row().id }) as const
  return {
    set: (values: { readonly [path: string]: string | number | boolean | null }) =>
      data.run('setRecord', { ...at(), values }),
    add: (name: string) => data.run('addEntry', { ...at(), list: 'options', values: { name } }),
  }
}

interface OptionProps extends OptionsProps {
  readonly option: CustomFieldRow['options'][number]
}

/** Colour and name of an option, and whether it is still offered. */
function Option(props: OptionProps) {
  const { t } = useWords()
  const acts = useActs()
  const { set } = createWrites(() => props.row)
  const path = (field: string) => `options/${props.option.id}/${field}`
  const turning = () => t(props.option.off ? 'customFields.options.on' : 'customFields.options.off')
  return (
    <>
      <HueDot
        label={`${t('customFields.options.hue')}: ${props.option.name ?? ''}`}
        hue={props.option.hue}
        readOnly={props.readOnly}
        onPick={(hue) => void acts.attempt(() => set({ [path('hue')]: hue }))}
      />
      <TextField
        bare
        required
        class="own-name"
        label={t('customFields.options.name')}
        value={props.option.name}
        hint={props.option.off ? t('customFields.options.isOff') : undefined}
        readOnly={props.readOnly}
        onCommit={(name) => set({ [path('name')]: name })}
      />
      <Show when={!props.readOnly}>
        <IconButton
          icon={props.option.off ? EyeOff : Eye}
          label={`${turning()}: ${props.option.name ?? ''}`}
          onClick={() => void acts.attempt(() => set({ [path('off')]: !props.option.off }))}
        />
      </Show>
    </>
  )
}

/** One more option, as long as there is room for it (SPEC U7). */
function AddOption(props: { readonly row: CustomFieldRow }) {
  const { t } = useWords()
  const writes = createWrites(() => props.row)
  const [isOpen, setOpen] = createSignal(false)
  const isFull = () => props.row.options.length >= MOST_OPTIONS
  const add = async (name: string | null) => {
    if (name === null) return
    await writes.add(name)
    setOpen(false)
  }
  return (
    <Show when={!isFull()} fallback={<p class="dim">{t('customFields.options.most', { n: MOST_OPTIONS })}</p>}>
      <Show
        when={isOpen()}
        fallback={
          <Button size="small" icon={Plus} onClick={() => setOpen(true)}>
            {t('customFields.options.add')}
          </Button>
        }
      >
        <TextField autofocus label={t('customFields.options.add')} value={null} onCommit={add} />
      </Show>
    </Show>
  )
}
