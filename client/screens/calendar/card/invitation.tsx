import Download from 'lucide-solid/icons/download'
import { Show } from 'solid-js'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { useSaving } from '../files/use-saving.ts'
import type { PartProps } from './part.ts'

const ANSWERS = ['accepted', 'tentative', 'declined'] as const
type Answer = (typeof ANSWERS)[number]

/** What whoever looks answers to an invitation, and his answer as a file for who sent it. */
export function Invitation(props: PartProps) {
  const { t } = useWords()
  const { person } = useData().account
  const acts = useActs()
  const own = () => props.record.participants.find((one) => one.person !== null && one.person === person)
  const say = (answer: Answer | '') => {
    const participant = own()?.id
    if (answer === '' || participant === undefined) return
    return acts.run('answerInvitation', { id: props.record.id, participant, answer }, t('calendar.invitation.answered'))
  }
  return (
    <Show when={own()}>
      {(entry) => (
        <Section title={t('calendar.invitation.title')}>
          <Show when={props.record.organizer}>
            {(who) => <p class="dim">{t('calendar.invitation.from', { who: who() })}</p>}
          </Show>
          <Fields>
            <Segmented<Answer | ''>
              label={t('calendar.invitation.answer')}
              readOnly={props.readOnly}
              value={entry().answer ?? ''}
              options={ANSWERS.map((value) => ({ value, label: t(`calendar.invitation.answers.${value}`) }))}
              onCommit={say}
            />
          </Fields>
          <Show when={props.record.organizer !== null && entry().answer !== null}>
            <Reply {...props} participant={entry().id} />
          </Show>
        </Section>
      )}
    </Show>
  )
}

function Reply(props: PartProps & { readonly participant: string }) {
  const { t } = useWords()
  const saving = useSaving()
  return (
    <>
      <p>
        <Button icon={Download} onClick={() => void saving.reply(props.record, props.participant)}>
          {t('calendar.invitation.save')}
        </Button>
      </p>
      <p class="dim">{t('calendar.invitation.saveHint')}</p>
    </>
  )
}
