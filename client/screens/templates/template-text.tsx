import { Show } from 'solid-js'
import { smsOf } from '../../../shared/messages/body/plain.ts'
import { readBody } from '../../../shared/messages/body/read-body.ts'
import { type MessageTemplate, messageTemplates, sortOf } from '../../../shared/messages/collections.ts'
import { createRecord, useData } from '../../data/page/solid.tsx'
import { useSmsCount } from '../../records/messages/filled-view.tsx'
import { createOffered } from '../../records/messages/offered.ts'
import { PapersChoice } from '../../records/messages/papers-choice.tsx'
import { TextFields } from '../../records/messages/text-fields.tsx'
import { useMayWrite } from '../../records/rights.ts'
import { useWords } from '../../ui/words/words.tsx'
import { CheckButton } from './check/check-button.tsx'
import './templates.css'

/** What a template says, with its parameters; and how it reads for an order. */
export function TemplateText(props: { readonly id: string }) {
  const record = createRecord(messageTemplates, () => props.id)
  return <Show when={record()?.row}>{(template) => <Text template={template()} />}</Show>
}

function Text(props: { readonly template: MessageTemplate }) {
  const { t } = useWords()
  const countOf = useSmsCount()
  const data = useData()
  const mayWrite = useMayWrite('messageTemplates')
  const basis = () => props.template.sort ?? 'customer'
  const way = () => props.template.way ?? 'letter'
  const readOnly = () => !mayWrite || props.template.gone || props.template.newer
  const offered = createOffered(basis)
  const hintOf = (body: string | null) =>
    way() === 'sms' ? t('messages.smsHint', { count: countOf(smsOf(readBody(body))) }) : undefined
  const write = (values: { readonly [field: string]: string | readonly string[] | null }) =>
    data.run('setRecord', { collection: 'messageTemplates', id: props.template.id, values })
  return (
    <div class="template-text">
      <TextFields
        way={way()}
        subject={props.template.subject}
        body={props.template.body}
        offered={offered}
        readOnly={readOnly()}
        hintOf={hintOf}
        onCommit={(change) => write({ ...change })}
      />
      <Show when={way() === 'letter' && basis() !== 'mailing'}>
        <PapersChoice
          sort={sortOf(basis())}
          chosen={props.template.papers ?? []}
          readOnly={readOnly()}
          onChange={(papers) => write({ papers })}
        />
      </Show>
      <Show when={basis() !== 'mailing'} fallback={<p class="field-hint">{t('messages.mailingHint')}</p>}>
        <CheckButton template={props.template} />
      </Show>
    </div>
  )
}
