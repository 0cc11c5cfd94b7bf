import { Show } from 'solid-js'
import type { When } from '../../../../shared/calendar/slots/when.ts'
import { ReferenceField } from '../../../records/card/reference-field.tsx'
import { fieldTitle } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { createChecked, useChecks } from '../../../ui/forms/checks.ts'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Select } from '../../../ui/inputs/choice/select.tsx'
import { MomentField } from '../../../ui/inputs/dates/date-field.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { TextField } from '../../../ui/inputs/typed/text-field.tsx'
import { Dialog } from '../../../ui/overlays/dialog.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { Made } from './made.ts'
import { createQuick } from './quick.ts'
import { QUICK_REPEATS } from './quick-repeats.ts'

export interface QuickDialogProps {
  readonly when: When
  readonly onClose: () => void
  /** To its card, for all else. */
  readonly onOpen: (made: Made) => void
}

/** What says that the card is to be opened, too. */
const IN_DETAIL = 'detail'

/** Something new at a time: what it is, and for whom; the rest stands in its card. */
export function QuickDialog(props: QuickDialogProps) {
  const { t } = useWords()
  const quick = createQuick(props.when)
  const { required } = useChecks()
  const checked = createChecked({
    subject: () => required(quick.subject() ?? '', fieldTitle(t, 'calendarRecords', 'subject')),
  })
  const make = async (by: string) => {
    const made = await quick.make()
    if (!made) return
    props.onClose()
    if (by === IN_DETAIL) props.onOpen(made)
  }
  return (
    <Dialog open title={t('calendar.new')} onClose={props.onClose}>
      <SentForm
        submit={t('common.create')}
        checked={checked}
        onSubmit={make}
        beside={
          <Button look="ghost" type="submit" value={IN_DETAIL}>
            {t('calendar.inDetail')}
          </Button>
        }
      >
        <QuickFields quick={quick} when={props.when} subjectError={checked.errorOf('subject')} />
      </SentForm>
    </Dialog>
  )
}

interface QuickFieldsProps {
  readonly quick: ReturnType<typeof createQuick>
  readonly when: When
  readonly subjectError: string | undefined
}

function QuickFields(props: QuickFieldsProps) {
  const { t } = useWords()
  const { quick } = props
  const title = (field: string) => fieldTitle(t, 'calendarRecords', field)
  return (
    <Fields>
      <TextField
        label={title('subject')}
        required
        autofocus
        value={quick.subject()}
        error={props.subjectError}
        onCommit={quick.setSubject}
      />
      <Segmented
        label={t('calendar.kind')}
        value={quick.making()}
        options={quick.makings.map((value) => ({ value, label: t(`calendar.makings.${value}`) }))}
        onCommit={quick.setMaking}
      />
      <Times {...props} />
      <ReferenceField label={title('customer')} to="customers" value={quick.customer()} onCommit={quick.setCustomer} />
      <ReferenceField label={title('responsible')} to="people" value={quick.person()} onCommit={quick.setPerson} />
      <Show when={quick.making() === 'calendarRecord'}>
        <Select
          label={title('repeat')}
          value={quick.repeat()}
          options={QUICK_REPEATS.map((value) => ({ value, label: t(`calendar.repeats.${value}`) }))}
          onCommit={(value) => quick.setRepeat(QUICK_REPEATS.find((one) => one === value) ?? 'none')}
        />
      </Show>
    </Fields>
  )
}

function Times(props: { readonly quick: ReturnType<typeof createQuick>; readonly when: When }) {
  const { t, format } = useWords()
  const { quick } = props
  const days = () => {
    const { day, lastDay } = props.when
    const both = [...new Set([day, lastDay])].flatMap((one) => (one === null ? [] : [format.date(one)]))
    return both.join(' – ')
  }
  return (
    <Show when={props.when.day === null} fallback={<p>{days()}</p>}>
      <MomentField
        label={fieldTitle(t, 'calendarRecords', 'start')}
        required
        value={quick.start()}
        onCommit={quick.begin}
      />
      <MomentField
        label={fieldTitle(t, 'calendarRecords', 'end')}
        value={quick.end()}
        error={quick.isWrong() ? t('errors.end-before-start') : undefined}
        onCommit={quick.setEnd}
      />
    </Show>
  )
}
