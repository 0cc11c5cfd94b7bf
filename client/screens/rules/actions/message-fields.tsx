import { createMemo, Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { sortedByName } from '../../../../shared/lists/by-name.ts'
import { messageTemplates } from '../../../../shared/messages/collections.ts'
import { RULED_BY } from '../../../../shared/messages/letter-sender.ts'
import { ADDRESSEES, type Addressee } from '../../../../shared/rules/collections.ts'
import { createEvery, createRecord } from '../../../data/page/solid.tsx'
import { choiceLabel, fieldLabel } from '../../../records/words/labels.ts'
import { Combobox } from '../../../ui/inputs/choice/combobox.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useActionProblems } from '../problems.ts'
import { createRuleWrites } from '../writing.ts'
import { ActionField, type ActionFieldsProps } from './action-field.tsx'
import { PersonField } from './person-field.tsx'

/** What is sent, and to whom. */
export function MessageFields(props: ActionFieldsProps) {
  return (
    <>
      <TemplateField {...props} />
      <AddresseeField {...props} />
      <Show when={props.action.to === 'toPerson'}>
        <PersonField {...props} required />
      </Show>
      <Show when={props.action.to === 'toAddress'}>
        <ActionField {...props} name="address" />
      </Show>
      <Show when={props.action.does === 'letter'}>
        <SenderField {...props} />
      </Show>
    </>
  )
}

/** Templates of the rule's sort of order, of letters or of SMS. */
function TemplateField(props: ActionFieldsProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const problems = useActionProblems(() => props.action)
  const every = createEvery(messageTemplates)
  const options = createMemo(() => {
    const fitting = every().filter(
      ({ gone, way, sort }) => !gone && way === props.action.does && sort === props.rule.sort,
    )
    return sortedByName(
      fitting.map(({ id, name }) => ({ value: id, label: name ?? t('common.nameless') })),
      ({ label }) => label,
    )
  })
  /** One that fits no more is still named. */
  const text = () => every().find(({ id }) => id === props.action.template)?.name ?? undefined
  return (
    <Combobox
      required
      label={t(fieldLabel('rules', 'template'))}
      options={options()}
      value={props.action.template}
      text={text()}
      hint={options().length === 0 ? t('rules.actions.noTemplates') : undefined}
      doubt={problems.at('template')}
      readOnly={props.readOnly}
      onCommit={(template) => writes.setAction(props.action.id, { template })}
    />
  )
}

/** Numbers of employees are not kept: an SMS goes to customers, or to a number. */
const OF_SMS: readonly Addressee[] = ['toContact', 'toCustomer', 'toAddress']

function AddresseeField(props: ActionFieldsProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const problems = useActionProblems(() => props.action)
  const options = () =>
    ADDRESSEES.filter((to) => props.action.does !== 'sms' || to === props.action.to || OF_SMS.includes(to)).map(
      (value) => ({ value, label: t(choiceLabel('rules', 'to', value)) }),
    )
  return (
    <Select
      required
      label={t(fieldLabel('rules', 'to'))}
      options={options()}
      value={props.action.to}
      doubt={problems.at('to')}
      readOnly={props.readOnly}
      onCommit={(to) => writes.setAction(props.action.id, { to })}
    />
  )
}

/** By whose account of mail it goes: as the company says, unless it is said here. */
function SenderField(props: ActionFieldsProps) {
  const { t } = useWords()
  const writes = createRuleWrites(() => props.rule)
  const usual = createRecord(company, () => COMPANY)
  const labelOf = (value: string) => t(choiceLabel('rules', 'sender', value))
  return (
    <Select
      clearable
      label={t(fieldLabel('rules', 'sender'))}
      options={RULED_BY.map((value) => ({ value, label: labelOf(value) }))}
      value={props.action.sender}
      placeholder={t('rules.actions.usualSender', { sender: labelOf(usual()?.row?.letterSender ?? 'company') })}
      readOnly={props.readOnly}
      onCommit={(sender) => writes.setAction(props.action.id, { sender })}
    />
  )
}
