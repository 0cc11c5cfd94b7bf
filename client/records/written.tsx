import { For, Show } from 'solid-js'
import type { CollectionName } from '../../shared/collections.ts'
import { shownAt, toldFieldsOf } from '../../shared/custom/known.ts'
import type { Fields } from '../../shared/records/declarations/collection.ts'
import { isObject, type Json } from '../../shared/records/declarations/value.ts'
import { useWords } from '../ui/words/words.tsx'
import { createCurrency } from './company.ts'
import { listOf, type NamedValue, named } from './history/telling.ts'
import { fieldTitle } from './words/labels.ts'
import { createShows } from './words/show-value.ts'

/** What a write is shown from. */
export interface WrittenProps {
  readonly collection: CollectionName
  readonly path: string
  /** A field's value, or all of a record's or an entry's. */
  readonly value: Json
}

/** What somebody wrote, so that he has it though it does not stand: a field's value; of a record or an entry, all fields with one. */
export function Written(props: WrittenProps) {
  const { t } = useWords()
  const shows = createShows(props.collection, createCurrency())
  const text = ({ name, field, value }: NamedValue) => shows(name, field)(value)
  return (
    <For each={valuesOf(props)}>
      {(one) => (
        <span class="written">
          <Show when={isObject(props.value)}>
            <span class="dim">{fieldTitle(t, props.collection, one.name)}: </span>
          </Show>
          {text(one)}
        </span>
      )}
    </For>
  )
}

function valuesOf({ collection, path, value }: WrittenProps): readonly NamedValue[] {
  const [list = ''] = path.split('/')
  if (isObject(value)) {
    const fields: Fields = path === '' ? toldFieldsOf(collection) : (listOf(collection, list)?.fields ?? {})
    return named(fields, (name) => value[name])
  }
  const field = shownAt(collection, path)
  const name = path.split('/').at(-1) ?? ''
  return named(field ? { [name]: field } : {}, () => value)
}
