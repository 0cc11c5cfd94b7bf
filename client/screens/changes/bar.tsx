import { createMemo, type JSX, Show } from 'solid-js'
import { COLLECTIONS, type CollectionName } from '../../../shared/collections.ts'
import { devices, people } from '../../../shared/company/collections.ts'
import { toldFieldsOf } from '../../../shared/custom/known.ts'
import { FAMILIES, type Family } from '../../../shared/documents/families.ts'
import { type Collection, GONE } from '../../../shared/records/declarations/collection.ts'
import { createEvery } from '../../data/page/solid.tsx'
import { manyLabel, pathTitle } from '../../records/words/labels.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Combobox } from '../../ui/inputs/choice/combobox.tsx'
import { Select } from '../../ui/inputs/choice/select.tsx'
import { DateField } from '../../ui/inputs/dates/date-field.tsx'
import { SearchField } from '../../ui/inputs/typed/search-field.tsx'
import { useWords } from '../../ui/words/words.tsx'
import type { Asked } from './asked.ts'

/** What the bar over the log is given. */
export interface ChangesBarProps {
  readonly asked: Asked
  readonly onAsk: (change: Partial<Asked>) => void
  /** What the one record is called that is asked for; null where all are. */
  readonly record: string | null
  /** How far it is; stands at the end. */
  readonly said: JSX.Element
}

/** Who, on what device, where, when, which words. */
export function ChangesBar(props: ChangesBarProps) {
  const { t } = useWords()
  return (
    <div class="changes-bar">
      <SearchField label={t('changes.text')} value={props.asked.text} onInput={(text) => props.onAsk({ text })} />
      <Writer {...props} />
      <Where {...props} />
      <div class="changes-days">
        <span class="dim" aria-hidden="true">
          {t('changes.days')}
        </span>
        <DateField
          label={t('changes.from')}
          bare
          value={props.asked.from}
          max={props.asked.to ?? undefined}
          onCommit={(from) => props.onAsk({ from })}
        />
        <span aria-hidden="true">–</span>
        <DateField
          label={t('changes.to')}
          bare
          value={props.asked.to}
          min={props.asked.from ?? undefined}
          onCommit={(to) => props.onAsk({ to })}
        />
      </div>
      <Show when={props.asked.record !== null}>
        <Button look="ghost" size="small" onClick={() => props.onAsk({ record: null })}>
          {t('changes.ofRecord', { name: props.record ?? props.asked.record ?? '' })}
          <span class="said"> {t('changes.allRecords')}</span>
        </Button>
      </Show>
      {props.said}
    </div>
  )
}

/** Whose writes, and from which of his devices. */
function Writer(props: ChangesBarProps) {
  const { t } = useWords()
  const allPeople = createEvery(people)
  const allDevices = createEvery(devices)
  const persons = createMemo(() => [
    ...allPeople().flatMap(({ user, name }) => (user === null ? [] : [{ value: user, label: name ?? user }])),
    { value: 'server', label: t('history.server') },
    { value: 'cli', label: t('changes.process.cli') },
    { value: 'agents', label: t('changes.process.agents') },
  ])
  const devicesOf = createMemo(() => {
    const names = new Map(allPeople().map((person) => [person.id, person]))
    return allDevices()
      .map(({ id, label, person }) => ({ id, label, holder: names.get(person ?? '') }))
      .filter(({ holder }) => props.asked.user === null || holder?.user === props.asked.user)
      .map(({ id, label, holder }) => ({ value: id, label: [label || id, holder?.name].filter(Boolean).join(' · ') }))
  })
  return (
    <>
      <Combobox
        bare
        class="changes-choice"
        label={t('changes.columns.who')}
        placeholder={t('changes.anybody')}
        value={props.asked.user}
        options={persons()}
        onCommit={(user) => props.onAsk({ user, replica: null })}
      />
      <Combobox
        bare
        class="changes-choice"
        label={t('changes.columns.device')}
        placeholder={t('changes.anyDevice')}
        value={props.asked.replica}
        options={devicesOf()}
        onCommit={(replica) => props.onAsk({ replica })}
      />
    </>
  )
}

/** In which collection, and at which of its fields. */
function Where(props: ChangesBarProps) {
  const { t } = useWords()
  const collections = createMemo(() =>
    (Object.keys(COLLECTIONS) as CollectionName[])
      .filter(isTold)
      .map((value) => ({ value, label: t(manyLabel(value)) })),
  )
  const fields = createMemo(() => {
    const { in: name } = props.asked
    return name === null ? [] : fieldsOf(name).map((value) => ({ value, label: pathTitle(t, name, value) }))
  })
  return (
    <>
      <Select
        bare
        clearable
        class="changes-choice"
        label={t('changes.columns.kind')}
        placeholder={t('changes.everything')}
        value={props.asked.in}
        options={collections()}
        onCommit={(name) =>
          props.onAsk({ in: name === null ? null : (name as CollectionName), field: null, record: null })
        }
      />
      <Show when={props.asked.in !== null}>
        <Select
          bare
          clearable
          class="changes-choice"
          label={t('changes.columns.field')}
          placeholder={t('changes.anyField')}
          value={props.asked.field}
          options={fields()}
          onCommit={(field) => props.onAsk({ field })}
        />
      </Show>
    </>
  )
}

/** What everybody keeps for himself is not told, and shelves have no trail. */
function isTold(name: CollectionName): boolean {
  const family: Family = FAMILIES[COLLECTIONS[name].family as keyof typeof FAMILIES]
  return !family.personal && COLLECTIONS[name].family !== 'shelves'
}

/** Fields and lists that a record has, and its removal; places say nothing to people. */
function fieldsOf(name: CollectionName): string[] {
  const { lists }: Collection = COLLECTIONS[name]
  const shown = Object.entries(toldFieldsOf(name)).filter(([, field]) => field.type !== 'place')
  return [...shown.map(([field]) => field), ...Object.keys(lists), GONE]
}
