import { A } from '@solidjs/router'
import Plus from 'lucide-solid/icons/plus'
import { createMemo, For, Show } from 'solid-js'
import { type CustomFieldRow, type Customized, MOST_FIELDS } from '../../../../shared/custom/collections.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { DraggableRow } from '../../../records/ordering/draggable-row.tsx'
import { placesAt } from '../../../records/ordering/places-at.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'

interface FieldListProps {
  readonly of: Customized
  /** Those that are not removed, in their order. */
  readonly rows: readonly CustomFieldRow[]
  readonly mayWrite: boolean
  /** The one whose card is open. */
  readonly selected: string | null
  readonly addressOf: (id: string) => string
  readonly onAdd: () => void
}

/** The fields that the company added to one collection, in the order in which forms have them. */
export function FieldList(props: FieldListProps) {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  const title = () => t(choiceLabel('customFields', 'of', props.of))
  const ids = createMemo(() => props.rows.map(({ id }) => id), [], { equals: (a, b) => a.join() === b.join() })
  const move = (id: string, to: number) =>
    void acts.attempt(async () => {
      for (const [moved, place] of placesAt(props.rows, id, to)) {
        await data.run('setRecord', { collection: 'customFields', id: moved, values: { place } })
      }
    })
  const isFull = () => props.rows.length >= MOST_FIELDS
  return (
    <Section
      title={title()}
      actions={
        <Show when={props.mayWrite}>
          <Button
            size="small"
            icon={Plus}
            aria-label={t('customFields.addTo', { to: title() })}
            disabled={isFull()}
            onClick={props.onAdd}
          >
            {t('customFields.add')}
          </Button>
        </Show>
      }
    >
      <Show when={isFull()}>
        <p class="dim">{t('customFields.most', { n: MOST_FIELDS })}</p>
      </Show>
      <Show when={ids().length > 0} fallback={<p class="dim">{t('customFields.none')}</p>}>
        <ol class="own-fields" aria-label={title()}>
          <For each={ids()}>
            {(id, at) => (
              <Show when={props.rows.find((row) => row.id === id)}>
                {(row) => (
                  <DraggableRow
                    list={props.of}
                    id={id}
                    at={at()}
                    count={ids().length}
                    mayWrite={props.mayWrite}
                    onMove={move}
                  >
                    <A
                      class="own-link"
                      href={props.addressOf(id)}
                      noScroll
                      aria-current={props.selected === id ? 'true' : undefined}
                    >
                      <FieldWords row={row()} />
                    </A>
                  </DraggableRow>
                )}
              </Show>
            )}
          </For>
        </ol>
      </Show>
    </Section>
  )
}

/** Its name; under it what it holds, and whether it is asked for. */
export function FieldWords(props: { readonly row: CustomFieldRow }) {
  const { t } = useWords()
  const said = () =>
    [
      props.row.type && t(choiceLabel('customFields', 'type', props.row.type)),
      props.row.options
        .filter(({ off }) => !off)
        .map(({ name }) => name)
        .join(', '),
      props.row.wanted && t('customFields.wantedMark'),
    ]
      .filter(Boolean)
      .join(' · ')
  return (
    <span class="own-words">
      <span class="cut">{props.row.name || t('common.nameless')}</span>
      <span class="cut dim">{said()}</span>
    </span>
  )
}
