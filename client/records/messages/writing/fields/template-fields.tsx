import { Show } from 'solid-js'
import { sortedByName } from '../../../../../shared/lists/by-name.ts'
import { messageTemplates, sortOf } from '../../../../../shared/messages/collections.ts'
import { createAll } from '../../../../data/page/solid.tsx'
import { Select } from '../../../../ui/inputs/choice/select.tsx'
import { useWords } from '../../../../ui/words/words.tsx'
import { useActs } from '../../../acts/use-acts.ts'
import { OrderChoice } from '../../../card/order-choice.tsx'
import { fieldLabel } from '../../../words/labels.ts'
import type { createMessage } from '../create-message.ts'

interface TemplateFieldsProps {
  readonly message: ReturnType<typeof createMessage>
  readonly customer: string | null
}

/** The template that a message is made from, and the order whose values it takes where the card names none. */
export function TemplateFields(props: TemplateFieldsProps) {
  const { t } = useWords()
  const acts = useActs()
  const { message } = props
  const all = createAll(messageTemplates)
  const isGiven = message.typed().order !== null
  const fitting = () => {
    const { way, order } = message.typed()
    // Of a mailing's template no order has the parameters.
    return all().filter((one) => one.way === way && one.sort !== 'mailing' && (!isGiven || one.sort === order?.sort))
  }
  const options = () =>
    sortedByName(
      fitting().map(({ id, name }) => ({ value: id, label: name ?? '' })),
      ({ label }) => label,
    )
  const fill = (...what: Parameters<typeof message.fill>) => void acts.attempt(() => message.fill(...what))
  const choose = (id: string | null) => {
    const template = fitting().find((one) => one.id === id) ?? null
    const { order } = message.typed()
    fill(template, isGiven || order?.sort === template?.sort ? order : null)
  }
  return (
    <Show when={fitting().length > 0}>
      <Select
        clearable
        label={t(fieldLabel('messages', 'template'))}
        value={message.typed().template?.id ?? null}
        options={options()}
        placeholder={t('messages.write.noTemplate')}
        onCommit={choose}
      />
      <Show when={!isGiven && message.typed().template}>
        {(template) => (
          <OrderChoice
            label={t(fieldLabel('messages', 'order'))}
            value={message.typed().order?.id ?? null}
            text={message.typed().order?.name}
            customer={props.customer}
            sort={sortOf(template().sort)}
            onChoose={(row) =>
              fill(template(), row && { id: row.id, sort: row.sort ?? 'customer', name: row.number ?? row.draft ?? '' })
            }
          />
        )}
      </Show>
    </Show>
  )
}
