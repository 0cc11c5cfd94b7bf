import { For, type JSX } from 'solid-js'
import { jobs } from '../../../../shared/jobs/collections.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import type { Json } from '../../../../shared/records/declarations/value.ts'
import type { Parted } from '../../../../shared/records/reading/overwritten.ts'
import { Apart } from '../../../records/card/apart.tsx'
import { FieldInput } from '../../../records/card/field-input.tsx'
import { createCurrency } from '../../../records/company.ts'
import { FieldPlace } from '../../../records/presence/field-place.tsx'
import { fieldLabel } from '../../../records/words/labels.ts'
import { MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { COARSE, createMedia } from '../../../ui/look/media.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { OrderField } from './order-field.tsx'

/** The fields in the order in which the form has them. */
const FORM = [
  'subject',
  'state',
  'performer',
  'due',
  'importance',
  'order',
  'customer',
  'work',
  'planned',
  'start',
  'end',
  'text',
  'tags',
] as const
type FormField = (typeof FORM)[number]

/** What the form of a job is given. */
export interface JobFormProps {
  readonly id: string
  readonly values: { readonly [field in FormField]?: Json }
  readonly item: JobItem | null
  /** It is still to be made. */
  readonly isFresh: boolean
  readonly readOnly: boolean
  readonly apart: readonly Parted[]
  readonly onCommit: (field: string, value: Json) => Promise<unknown>
}

/** The fields of a job, each saved when it is left. */
export function JobForm(props: JobFormProps) {
  return (
    <Fields side>
      <For each={FORM}>
        {(name) => (
          <FieldPlace collection="jobs" id={props.id} path={name}>
            <JobField {...props} name={name} />
            <Apart {...props} collection="jobs" path={name} currency={''} />
          </FieldPlace>
        )}
      </For>
    </Fields>
  )
}

type JobFieldProps = JobFormProps & { readonly name: FormField }

function JobField(props: JobFieldProps): JSX.Element {
  if (props.name === 'start' || props.name === 'end') return <Moment {...props} name={props.name} />
  return props.name === 'order' ? <Order {...props} /> : <Plain {...props} />
}

function Plain(props: JobFieldProps) {
  const { t } = useWords()
  const currency = createCurrency()
  const isCoarse = createMedia(COARSE)
  const shown = () => {
    // What a job that says nothing has.
    if (props.name === 'state') return props.values.state ?? 'todo'
    return props.name === 'importance' ? (props.values.importance ?? 'normal') : (props.values[props.name] ?? null)
  }
  return (
    <FieldInput
      collection="jobs"
      name={props.name}
      field={jobs.fields[props.name]}
      value={shown()}
      currency={currency()}
      readOnly={props.readOnly}
      placeholder={t('common.notFilled')}
      autofocus={props.isFresh && props.name === 'subject' && !isCoarse()}
      onCommit={(value) => props.onCommit(props.name, value)}
    />
  )
}

/** A time in the calendar; an end before its start is kept, and told of at its place. */
function Moment(props: JobFieldProps & { readonly name: 'start' | 'end' }) {
  const { t } = useWords()
  const at = (name: 'start' | 'end') => (typeof props.values[name] === 'number' ? props.values[name] : null)
  const isWrong = () => {
    const [start, end] = [at('start'), at('end')]
    return props.name === 'end' && start !== null && end !== null && end < start
  }
  return (
    <MomentField
      label={t(fieldLabel('jobs', props.name))}
      value={at(props.name)}
      readOnly={props.readOnly}
      error={isWrong() ? t('jobs.endBeforeStart') : undefined}
      onCommit={(value) => props.onCommit(props.name, value)}
    />
  )
}

function Order(props: JobFieldProps) {
  const text = (value: Json | undefined) => (typeof value === 'string' ? value : null)
  const choose = async (order: string | null, customer: string | null) => {
    await props.onCommit('order', order)
    if (customer !== null) await props.onCommit('customer', customer)
  }
  return (
    <OrderField
      value={text(props.values.order)}
      name={props.item?.orderName ?? null}
      sort={props.item?.orderSort ?? null}
      customer={text(props.values.customer)}
      readOnly={props.readOnly}
      onChoose={choose}
    />
  )
}
