import { Show } from 'solid-js'
import { type Mailing, mailings } from '../../../../shared/mailings/collections.ts'
import { createRecord } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { RecordForm } from '../../../records/card/record-form.tsx'
import { useMayWrite } from '../../../records/rights.ts'
import { Fold } from '../../../ui/layout/fold.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { Check } from './check.tsx'
import { HoursField } from './hours-field.tsx'
import { AccountField, SegmentField, TemplateField } from './pickers.tsx'
import type { StepProps } from './step.ts'

/** «Кому», «что», «как», «проверка»; once it is begun, how it is set. */
export function Steps(props: { readonly id: string }) {
  const mayWrite = useMayWrite('mailings')
  const record = createRecord(mailings, () => props.id)
  const isFixed = (row: Mailing) => !mayWrite || row.gone || row.newer
  return <Show when={record()?.row}>{(row) => <Parts mailing={row()} isFixed={isFixed(row())} />}</Show>
}

function Parts(props: { readonly mailing: Mailing; readonly isFixed: boolean }) {
  const { t } = useWords()
  const acts = useActs()
  const isBegun = () => props.mailing.begun !== null
  const set: StepProps['set'] = (field, value) =>
    acts.run('setRecord', { collection: 'mailings', id: props.mailing.id, values: { [field]: value } })
  const settings = () => (
    <>
      <Whom mailing={props.mailing} readOnly={props.isFixed || isBegun()} set={set} />
      <What mailing={props.mailing} readOnly={props.isFixed} set={set} />
      <How mailing={props.mailing} readOnly={props.isFixed} set={set} />
    </>
  )
  return (
    <Show
      when={isBegun()}
      fallback={
        <>
          {settings()}
          <Check mailing={props.mailing} readOnly={props.isFixed} set={set} />
        </>
      }
    >
      <Fold title={t('mailings.steps.settings')} summary="">
        {settings()}
      </Fold>
    </Show>
  )
}

function Whom(props: StepProps) {
  const { t } = useWords()
  return (
    <Section title={t('mailings.steps.whom')}>
      <SegmentField {...props} />
      <Part {...props} fields={['wantsConsent']} />
    </Section>
  )
}

function What(props: StepProps) {
  const { t } = useWords()
  return (
    <Section title={t('mailings.steps.what')}>
      <TemplateField {...props} />
      <Part {...props} fields={['topic']} />
    </Section>
  )
}

function How(props: StepProps) {
  const { t } = useWords()
  const isLetter = () => props.mailing.way !== 'sms'
  return (
    <Section title={t('mailings.steps.how')}>
      <Show when={isLetter()}>
        <AccountField {...props} />
      </Show>
      <Part {...props} fields={['perHour', 'due']} />
      <HoursField {...props} />
      <Show when={isLetter()}>
        <Part {...props} fields={['countsOpened', 'countsClicked', 'plusAddress']} />
        <p class="dim">{t('mailings.plusHint')}</p>
      </Show>
      <Part {...props} fields={['note']} />
    </Section>
  )
}

/** Some fields of the mailing as forms have them. */
function Part(props: StepProps & { readonly fields: readonly string[] }) {
  return (
    <RecordForm
      collection="mailings"
      id={props.mailing.id}
      fields={props.fields}
      values={{ ...props.mailing }}
      currency=""
      readOnly={props.readOnly}
      apart={[]}
      onCommit={props.set}
    />
  )
}
