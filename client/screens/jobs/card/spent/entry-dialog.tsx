import { createSignal, Show } from 'solid-js'
import type { Job, SpentEntry } from '../../../../../shared/jobs/collections.ts'
import { hoursBetween } from '../../../../../shared/jobs/spent.ts'
import type { JsonObject } from '../../../../../shared/records/declarations/value.ts'
import { useData } from '../../../../data/page/solid.tsx'
import { ReferenceField } from '../../../../records/card/reference-field.tsx'
import { createChecked } from '../../../../ui/forms/checks.ts'
import { SentForm } from '../../../../ui/forms/sent-form.tsx'
import { MomentField } from '../../../../ui/inputs/dates/date-field.tsx'
import { Segmented } from '../../../../ui/inputs/toggles/segmented.tsx'
import { NumberField } from '../../../../ui/inputs/typed/number-field.tsx'
import { TextField } from '../../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../../ui/words/words.tsx'

const WAYS = ['byHours', 'byTimes'] as const
type Way = (typeof WAYS)[number]

/** What the dialog of an entry of time is given. */
export interface EntryDialogProps {
  readonly job: Job
  /** The one that is corrected; without it a new one is made. */
  readonly entry: SpentEntry | undefined
  readonly onClose: () => void
}

/** Asks for time that was spent, in hours or from and until; an entry is corrected in the same way. */
export function EntryDialog(props: EntryDialogProps) {
  const { t, format } = useWords()
  const entry = createEntry(props)
  const { value, set } = entry
  return (
    <Dialog open title={t('jobs.entry.title')} onClose={() => props.onClose()}>
      <SentForm submit={t('common.save')} checked={entry.checked} onSubmit={entry.send}>
        <Segmented
          label={t('jobs.entry.how')}
          value={value().way}
          options={WAYS.map((way) => ({ value: way, label: t(`jobs.entry.${way}`) }))}
          onCommit={(way: Way) => set({ way })}
        />
        <Show when={value().way === 'byHours'} fallback={<Times {...entry} />}>
          <NumberField
            required
            label={t('jobs.entry.hours')}
            value={value().hours}
            decimals={3}
            min={0}
            error={entry.checked.errorOf('hours')}
            onCommit={(hours) => set({ hours })}
          />
        </Show>
        <ReferenceField
          label={t('jobs.entry.person')}
          to="people"
          value={value().person}
          onCommit={(person) => set({ person })}
        />
        <TextField
          label={t('jobs.entry.note')}
          value={value().note}
          maxLength={500}
          onCommit={(note) => set({ note })}
        />
        <Show when={value().way === 'byTimes' && entry.comesTo() !== null}>
          <p class="dim">{t('jobs.timer.ask.comes', { hours: format.quantity(entry.comesTo() ?? 0) })}</p>
        </Show>
      </SentForm>
    </Dialog>
  )
}

function Times(props: ReturnType<typeof createEntry>) {
  const { t } = useWords()
  return (
    <>
      <MomentField
        required
        label={t('jobs.entry.from')}
        value={props.value().from}
        error={props.checked.errorOf('from')}
        onCommit={(from) => props.set({ from })}
      />
      <MomentField
        label={t('jobs.entry.until')}
        value={props.value().until}
        error={props.checked.errorOf('until')}
        onCommit={(until) => props.set({ until })}
      />
    </>
  )
}

interface Filled {
  readonly way: Way
  readonly person: string | null
  readonly from: number | null
  readonly until: number | null
  /** Thousandths of an hour. */
  readonly hours: number | null
  readonly note: string | null
}

/** What is filled in, what is wrong about it, and writing it. */
function createEntry(props: EntryDialogProps) {
  const { t } = useWords()
  const data = useData()
  const [value, setValue] = createSignal<Filled>(filledOf(props.entry, data.account.person))
  const set = (part: Partial<Filled>) => setValue((before) => ({ ...before, ...part }))
  const isByHours = () => value().way === 'byHours'
  const needed = (label: 'hours' | 'from' | 'until') => t('common.fields.required', { label: t(`jobs.entry.${label}`) })
  const checked = createChecked({
    hours: () => (isByHours() && value().hours === null ? needed('hours') : undefined),
    from: () => (!isByHours() && value().from === null ? needed('from') : undefined),
    until: () => {
      const { from, until } = value()
      if (isByHours()) return undefined
      // Only a timer that runs has no end, and may be left to run.
      if (until === null) return props.entry && props.entry.until === null ? undefined : needed('until')
      return from !== null && until < from ? t('jobs.endBeforeStart') : undefined
    },
  })
  const comesTo = () => {
    const { from, until } = value()
    return from === null || until === null ? null : hoursBetween(from, until)
  }
  const send = async () => {
    await write(props, valuesOf(value(), props.entry))
    props.onClose()
  }
  const write = ({ job, entry }: EntryDialogProps, values: JsonObject) => {
    const at = { collection: 'jobs', id: job.id } as const
    if (!entry) return data.run('addEntry', { ...at, list: 'spent', values })
    const paths = Object.entries(values).map(([field, one]) => [`spent/${entry.id}/${field}`, one] as const)
    return data.run('setRecord', { ...at, values: Object.fromEntries(paths) })
  }
  return { value, set, checked, comesTo, send }
}

function filledOf(entry: SpentEntry | undefined, me: string | null): Filled {
  if (!entry) return { way: 'byHours', person: me, from: null, until: null, hours: null, note: null }
  const { person, from, until, hours, note } = entry
  return { way: hours === null ? 'byTimes' : 'byHours', person, from, until, hours, note }
}

/** Hours that are given count alone: where times are given instead, there are none. */
function valuesOf({ way, person, from, until, hours, note }: Filled, entry: SpentEntry | undefined): JsonObject {
  if (way === 'byHours') return { person, hours, note, ...(entry && { from: entry.from, until: entry.until }) }
  return { person, from, until, hours: null, note }
}
