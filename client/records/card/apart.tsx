import { createMemo, For, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { shownAt } from '../../../shared/custom/known.ts'
import type { Collection } from '../../../shared/records/declarations/collection.ts'
import type { Field } from '../../../shared/records/declarations/fields.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../shared/records/reading/overwritten.ts'
import { Button } from '../../ui/actions/button.tsx'
import { useWords } from '../../ui/words/words.tsx'
import './apart.css'
import { useActs } from '../acts/use-acts.ts'
import { pathTitle } from '../words/labels.ts'
import { createShow } from '../words/show-value.ts'
import { createNames } from '../words/who.ts'

/** What the mark of a field that was written apart is given. */
export interface ApartProps {
  readonly collection: CollectionName
  readonly id: string
  readonly path: string
  readonly apart: readonly Parted[]
  /** ISO 4217, for sums. */
  readonly currency: string
  /** Whoever looks may not decide. */
  readonly readOnly: boolean
  /** The mark stands apart from its field: it says which one it is about. */
  readonly named?: boolean
}

/** Values that lost a field to somebody who had not seen them: each can be brought back, or the present one kept. */
export function Apart(props: ApartProps) {
  const field = () => shownAt(props.collection, props.path)
  const lost = () => props.apart.filter((one) => one.path === props.path)
  return (
    <Show when={lost().length > 0 && field()}>{(known) => <Decision {...props} field={known()} lost={lost()} />}</Show>
  )
}

/** Both values in words, who wrote each and when. */
function Decision(props: ApartProps & { readonly field: Field; readonly lost: readonly Parted[] }) {
  const { t, format } = useWords()
  const acts = useActs()
  const names = createNames()
  const name = () => props.path.split('/').at(-1) ?? ''
  const show = createMemo(() => createShow(props.collection, name(), props.field, () => props.currency))
  const at = () => ({ collection: props.collection, id: props.id, path: props.path })
  const told = (value: Json) => show()(value) || t('apart.empty')
  const by = ({ replica, at }: Pick<Parted, 'replica' | 'at'>) =>
    t('apart.by', { who: names().replica(replica), when: format.when(at) })
  return (
    <div class="apart" role="note" aria-label={t('apart.title')}>
      <Show when={props.named}>
        <strong>{pathTitle(t, props.collection, props.path)}</strong>
      </Show>
      <Show when={props.lost[0]}>
        {(one) => (
          <p>
            <span>
              {t('apart.stands')} <b>{told(one().over.value)}</b> <span class="dim">{by(one().over)}</span>
            </span>
            <Show when={!props.readOnly}>
              <Button size="small" onClick={() => void acts.run('keepValue', at())}>
                {t('apart.keep')}
              </Button>
            </Show>
          </p>
        )}
      </Show>
      <For each={props.lost}>
        {(one) => (
          <p>
            <span>
              {t('apart.other')} <b>{told(one.value)}</b> <span class="dim">{by(one)}</span>
            </span>
            <Show when={!props.readOnly}>
              <Button
                size="small"
                onClick={() => void acts.run('bringBack', { ...at(), value: one.value }, t('apart.back'))}
              >
                {t('apart.bringBack')}
              </Button>
            </Show>
          </p>
        )}
      </For>
    </div>
  )
}

/** Fields of a list's entry that are shown by themselves in no form. */
const SILENT: readonly Field['type'][] = ['place']

/** All that was written apart about one entry of a list, field by field. */
export function ApartEntry(
  props: Omit<ApartProps, 'path' | 'named'> & { readonly list: string; readonly entry: string },
) {
  const fields = () => Object.entries((COLLECTIONS[props.collection] as Collection).lists[props.list]?.fields ?? {})
  const names = () => fields().flatMap(([name, { type }]) => (SILENT.includes(type) ? [] : [name]))
  return <For each={names()}>{(name) => <Apart {...props} named path={`${props.list}/${props.entry}/${name}`} />}</For>
}
