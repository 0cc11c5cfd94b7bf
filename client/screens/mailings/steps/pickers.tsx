import { type JSX, Show } from 'solid-js'
import { mailAccounts } from '../../../../shared/letters/collections.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { messageTemplates } from '../../../../shared/messages/collections.ts'
import { segments } from '../../../../shared/segments/collections.ts'
import { createAll } from '../../../data/page/solid.tsx'
import { fieldLabel } from '../../../records/words/labels.ts'
import { Link } from '../../../ui/actions/link.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { StepProps } from './step.ts'

interface Named {
  readonly id: string
  readonly name: string | null
}

interface ChoiceProps extends StepProps {
  readonly field: 'segment' | 'template' | 'account'
  readonly all: readonly Named[]
  readonly placeholder: string
  /** What stands where there is nothing to choose. */
  readonly nothing?: JSX.Element
}

function Choice(props: ChoiceProps) {
  const { t } = useWords()
  const options = () =>
    sortedByName(
      props.all.map(({ id, name }) => ({ value: id, label: name || t('common.nameless') })),
      ({ label }) => label,
    )
  return (
    <Show when={props.all.length > 0 || props.mailing[props.field] !== null || !props.nothing} fallback={props.nothing}>
      <Fields side>
        <Select
          clearable
          label={t(fieldLabel('mailings', props.field))}
          value={props.mailing[props.field]}
          options={options()}
          placeholder={props.placeholder}
          readOnly={props.readOnly}
          onCommit={(id) => void props.set(props.field, id)}
        />
      </Fields>
    </Show>
  )
}

export function SegmentField(props: StepProps) {
  const { t } = useWords()
  const all = createAll(segments)
  return (
    <Choice
      {...props}
      field="segment"
      all={all()}
      placeholder={t('mailings.segment.choose')}
      nothing={
        <p>
          {t('mailings.segment.none')} <Link href="/segments">{t('mailings.segment.make')}</Link>
        </p>
      }
    />
  )
}

/** Templates of the way that are about readers of mailings. */
export function TemplateField(props: StepProps) {
  const { t } = useWords()
  const all = createAll(messageTemplates)
  const fitting = () => all().filter(({ sort, way }) => sort === 'mailing' && way === props.mailing.way)
  return (
    <>
      <Choice
        {...props}
        field="template"
        all={fitting()}
        placeholder={t('mailings.template.choose')}
        nothing={
          <Banner>
            {t('mailings.template.none')} <Link href="/templates">{t('mailings.template.make')}</Link>
          </Banner>
        }
      />
      <Show when={props.mailing.template}>
        {(template) => (
          <p>
            <Link href={`/templates/${template()}`}>{t('mailings.template.edit')}</Link>
          </p>
        )}
      </Show>
    </>
  )
}

/** The company's accounts that send; without one the usual. */
export function AccountField(props: StepProps) {
  const { t } = useWords()
  const all = createAll(mailAccounts)
  const sending = () => all().filter(({ owner, sends }) => sends && owner === null)
  const named = () => sending().map(({ id, name, address }) => ({ id, name: address ?? name }))
  return <Choice {...props} field="account" all={named()} placeholder={t('mailings.account.usual')} />
}
