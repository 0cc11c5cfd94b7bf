import { For, type JSX, Show } from 'solid-js'
import type { CollectionName } from '../../../shared/collections.ts'
import { fieldsOf } from '../../../shared/custom/known.ts'
import { hasField } from '../../../shared/features/places.ts'
import type { Json } from '../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../shared/records/reading/overwritten.ts'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { COARSE, createMedia } from '../../ui/look/media.ts'
import { useWords } from '../../ui/words/words.tsx'
import { FieldPlace } from '../presence/field-place.tsx'
import { Apart } from './apart.tsx'
import { FieldInput } from './field-input.tsx'

/** What a form of a record is given. */
export interface RecordFormProps {
  readonly collection: CollectionName
  readonly id: string
  /** Names of the fields to show, in order. */
  readonly fields: readonly string[]
  readonly values: { readonly [name: string]: unknown }
  readonly currency: string
  readonly readOnly?: boolean | undefined
  /** Labels over the fields, which stand beside each other. */
  readonly across?: boolean
  /** It is to be filled in: its first field takes the focus, unless a keyboard came up on the screen for it. */
  readonly fresh?: boolean
  /** What was written apart from each other about the record. */
  readonly apart: readonly Parted[]
  /** What is to be said about the value of a field. */
  readonly doubtOf?: (field: string) => string | undefined
  /** What stands at the end of a field. */
  readonly ends?: { readonly [field: string]: () => JSX.Element } | undefined
  readonly onCommit: (field: string, value: Json) => unknown
}

/** The fields of a record, each saved when it is left. */
export function RecordForm(props: RecordFormProps) {
  const { t } = useWords()
  const isCoarse = createMedia(COARSE)
  const declared = () => fieldsOf(props.collection)
  return (
    <Fields side={props.across !== true}>
      <For each={props.fields}>
        {(name, position) => (
          <Show when={hasField(props.collection, name) && declared()[name]}>
            {(field) => (
              <FieldPlace collection={props.collection} id={props.id} path={name}>
                <FieldInput
                  collection={props.collection}
                  name={name}
                  field={field()}
                  value={(props.values[name] ?? null) as Json}
                  currency={props.currency}
                  readOnly={props.readOnly === true || field().server}
                  doubt={props.doubtOf?.(name)}
                  end={props.ends?.[name]?.()}
                  placeholder={t('common.notFilled')}
                  autofocus={props.fresh === true && position() === 0 && !isCoarse()}
                  onCommit={(value) => props.onCommit(name, value)}
                />
                <Apart {...props} path={name} readOnly={props.readOnly === true} />
              </FieldPlace>
            )}
          </Show>
        )}
      </For>
    </Fields>
  )
}
