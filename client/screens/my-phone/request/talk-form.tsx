import { createSignal } from 'solid-js'
import { spacedNumber } from '../../../../shared/phones/phone.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { SentForm } from '../../../ui/forms/sent-form.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { TextArea } from '../../../ui/inputs/typed/text-area.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { TALK_ENDS, type TalkEnd } from './talk.ts'

interface TalkFormProps {
  readonly number: string
  readonly onEnd: (end: TalkEnd, note: string) => void
  /** It was not dialled after all. */
  readonly onDrop: () => void
}

/** Asks what came of a call, which the page did not see. */
export function TalkForm(props: TalkFormProps) {
  const { t } = useWords()
  const [end, setEnd] = createSignal<TalkEnd>('talked')
  const [note, setNote] = createSignal<string | null>(null)
  return (
    <Section title={t('myPhone.how', { number: spacedNumber(props.number) })}>
      <SentForm
        submit={t('common.save')}
        onSubmit={() => Promise.resolve(props.onEnd(end(), note() ?? ''))}
        beside={<Button onClick={() => props.onDrop()}>{t('myPhone.notDialled')}</Button>}
      >
        <Segmented
          label={t('myPhone.end')}
          value={end()}
          options={TALK_ENDS.map((value) => ({ value, label: t(`myPhone.ends.${value}`) }))}
          onCommit={setEnd}
        />
        <TextArea label={t('myPhone.note')} value={note()} onCommit={setNote} />
      </SentForm>
    </Section>
  )
}
