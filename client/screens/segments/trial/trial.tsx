import { createSignal, For, Show } from 'solid-js'
import { asksOf } from '../../../../shared/filters/values/comparisons.ts'
import { segments } from '../../../../shared/segments/collections.ts'
import { segmentField } from '../../../../shared/segments/criteria/fields.ts'
import type { Tried } from '../../../../shared/segments/members/criteria-test.ts'
import { createQuery, createRecord } from '../../../data/page/solid.tsx'
import type { SegmentTrialAnswer } from '../../../data/queries/segments/query.ts'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { createComparisonLabel } from '../../../records/list/filter/comparison-label.ts'
import { createSegmentShow } from '../../../records/segments/because.ts'
import { createSegmentLabel } from '../../../records/segments/label.ts'
import { useWords } from '../../../ui/words/words.tsx'
import { Problems } from '../card/found.tsx'

/** «Почему этот покупатель здесь», or is not: each criterion, whether it is met, and what stands there. */
export function Trial(props: { readonly id: string }) {
  const { t } = useWords()
  const record = createRecord(segments, () => props.id)
  const [customer, setCustomer] = createSignal<string | null>(null)
  const answer = createQuery(() => {
    const chosen = customer()
    return chosen === null ? null : ({ what: 'segmentTrial', segment: props.id, customer: chosen } as const)
  })
  return (
    <div class="segment-trial">
      <p class="dim">{t('segments.trial.lead')}</p>
      <ReferenceField label={t('segments.trial.customer')} to="customers" value={customer()} onCommit={setCustomer} />
      <Show when={customer() !== null && answer()}>
        {(told) => <Told told={told()} isFixed={record()?.row?.sort === 'fixedSegment'} />}
      </Show>
    </div>
  )
}

function Told(props: { readonly told: SegmentTrialAnswer; readonly isFixed: boolean }) {
  const { t } = useWords()
  return (
    <>
      <p role="status">
        <strong>{t(props.told.isIn ? 'segments.trial.isIn' : 'segments.trial.isOut')}</strong>{' '}
        <Show when={props.isFixed}>{t(props.told.isIn ? 'segments.trial.byHand' : 'segments.trial.notByHand')}</Show>
      </p>
      <Show when={props.told.problems.length > 0}>
        <Problems problems={props.told.problems} />
      </Show>
      <Tree of={props.told.tried} />
    </>
  )
}

function Tree(props: { readonly of: readonly Tried[] }) {
  return (
    <ul class="segment-tree">
      <For each={props.of}>
        {(one) => <li>{'join' in one ? <TriedGroup group={one} /> : <TriedRow row={one} />}</li>}
      </For>
    </ul>
  )
}

function TriedGroup(props: { readonly group: Extract<Tried, { readonly join: unknown }> }) {
  const { t } = useWords()
  return (
    <>
      {t(`segments.trial.joins.${props.group.join}`)} <Met isMet={props.group.isMet} />
      <Tree of={props.group.of} />
    </>
  )
}

function TriedRow(props: { readonly row: Extract<Tried, { readonly row: unknown }> }) {
  const { t } = useWords()
  const labelOf = createSegmentLabel()
  const show = createSegmentShow()
  const comparison = createComparisonLabel()
  const { field, is, values } = props.row.row
  const declared = segmentField(field)
  /** What stands there is compared with: «больше или равно 100 000 ₽»; of periods how alone. */
  const wanted = () => {
    const named = asksOf(is) === 'period' ? [] : values.map((value) => show(field, value))
    return declared ? [comparison(is, declared), named.join(', ')].join(' ').trim() : ''
  }
  return (
    <>
      {labelOf(field)} {wanted()}: <Met isMet={props.row.isMet} />{' '}
      <span class="dim">{t('segments.trial.now', { value: show(field, props.row.value) })}</span>
    </>
  )
}

function Met(props: { readonly isMet: boolean | null }) {
  const { t } = useWords()
  const word = () => (props.isMet === null ? 'off' : props.isMet ? 'met' : 'unmet')
  return (
    <strong classList={{ gain: props.isMet === true, loss: props.isMet === false }}>
      {t(`segments.trial.${word()}`)}
    </strong>
  )
}
