import Plus from 'lucide-solid/icons/plus'
import Trash from 'lucide-solid/icons/trash'
import { type Accessor, For, Index, type JSX, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { type Collection, own } from '../../../shared/records/declarations/collection.ts'
import type { Json, JsonObject } from '../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../shared/records/reading/overwritten.ts'
import { useData } from '../../data/page/solid.tsx'
import { Button, IconButton } from '../../ui/actions/button.tsx'
import { single } from '../../ui/actions/single.ts'
import { Fields } from '../../ui/inputs/field/field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'
import { useActs } from '../acts/use-acts.ts'
import { FieldPlace } from '../presence/field-place.tsx'
import { ApartEntry } from './apart.tsx'
import { createBegun } from './begun.ts'
import './entries.css'
import { FieldInput } from './field-input.tsx'

/** An entry as a card shows it. `of`: the record that it is written in. */
export interface EntryRow {
  readonly id: string
  readonly of: string
  readonly values: { readonly [field: string]: unknown }
}

/** The entries that a record itself has, as a card shows them. */
export function entryRows(of: string, entries: readonly { readonly id: string }[]): readonly EntryRow[] {
  return entries.map((entry) => ({ id: entry.id, of, values: { ...entry } }))
}

/** What an editable list of a record's entries is given. */
export interface EntriesProps {
  readonly collection: CollectionName
  /** The record that new entries are written in. */
  readonly id: string
  readonly list: string
  /** Names the list: «Телефоны». */
  readonly title: string
  /** Names one of it: «Телефон». */
  readonly one: string
  readonly fields: readonly string[]
  readonly rows: readonly EntryRow[]
  readonly currency: string
  readonly readOnly: boolean
  /** What was written apart from each other about the record. */
  readonly apart: readonly Parted[]
  /** Values that an added entry has. */
  readonly fresh?: JsonObject | undefined
  /** Said where there is none. */
  readonly none?: string | undefined
  /** What stands under the fields of an entry. */
  readonly below?: ((row: Accessor<EntryRow>) => JSX.Element) | undefined
}

/**
 * Entries of a list inside a card: added, removed with an undo, their fields saved when they are left. Of a list without any
 * there is a button alone: «+ Телефон».
 */
export function Entries(props: EntriesProps) {
  const { t } = useWords()
  const acts = useActs()
  const data = useData()
  let list: HTMLUListElement | undefined
  const begun = createBegun({
    count: () => props.rows.length,
    last: () => list?.lastElementChild ?? null,
    underFingers: () => list?.closest('section')?.querySelector<HTMLElement>('.entries-add') ?? null,
  })
  const add = single(async () => {
    begun()
    const { collection, id, list, fresh = {} } = props
    await acts.attempt(() => data.run('addEntry', { collection, id, list, values: fresh }))
  })
  const button = () => (
    <Show when={!props.readOnly}>
      <Button
        size="small"
        look="ghost"
        class="entries-add"
        icon={Plus}
        aria-label={t('common.entries.add', { name: props.one })}
        onClick={() => void add()}
      >
        {props.one}
      </Button>
    </Show>
  )
  return (
    <Show
      when={props.rows.length > 0}
      fallback={
        <>
          <Show when={props.none}>
            <p class="dim">{props.none}</p>
          </Show>
          {button()}
        </>
      }
    >
      <Section title={props.title} actions={button()}>
        <ul ref={list} class="entries" aria-label={props.title}>
          <Index each={props.rows}>{(row, at) => <Entry {...props} row={row()} number={at + 1} />}</Index>
        </ul>
      </Section>
    </Show>
  )
}

interface EntryProps extends EntriesProps {
  readonly row: EntryRow
  /** Where it stands, from 1. */
  readonly number: number
}

function Entry(props: EntryProps) {
  const { t } = useWords()
  const acts = useActs()
  // Made once: what is typed in it outlives a change of the entry.
  const below = props.below?.(() => props.row)
  const name = () => `${props.one} ${props.number}`
  const remove = () => {
    const { collection, list, row } = props
    const args = { collection, id: row.of, list, entry: row.id }
    void acts.run('removeEntry', args, t('common.entries.removed', { name: name() }))
  }
  return (
    <li class="entry">
      <fieldset aria-label={name()} class="entry-body">
        <Fields side>
          <For each={props.fields}>{(field) => <EntryField {...props} name={field} />}</For>
        </Fields>
        <Show when={!props.readOnly}>
          <IconButton icon={Trash} label={t('common.entries.remove', { name: name() })} onClick={remove} />
        </Show>
      </fieldset>
      <ApartEntry {...props} id={props.row.of} entry={props.row.id} />
      {below}
    </li>
  )
}

function EntryField(props: EntryProps & { readonly name: string }) {
  const { t } = useWords()
  const data = useData()
  const declared = () =>
    own(own((COLLECTIONS[props.collection] as Collection).lists, props.list)?.fields ?? {}, props.name)
  const path = () => `${props.list}/${props.row.id}/${props.name}`
  const bik = () => {
    const { bik } = props.row.values
    return typeof bik === 'string' ? bik : null
  }
  const commit = (value: Json) =>
    data.run('setRecord', { collection: props.collection, id: props.row.of, values: { [path()]: value } })
  return (
    <Show when={declared()}>
      {(field) => (
        <FieldPlace collection={props.collection} id={props.row.of} path={path()}>
          <FieldInput
            collection={props.collection}
            name={props.name}
            list={props.list}
            field={field()}
            value={(props.row.values[props.name] ?? null) as Json}
            currency={props.currency}
            readOnly={props.readOnly}
            bik={bik()}
            placeholder={t('common.notFilled')}
            onCommit={commit}
          />
        </FieldPlace>
      )}
    </Show>
  )
}
