import { Show } from 'solid-js'
import { createNotices } from '../../records/reminding/notices.ts'
import { Button } from '../../ui/actions/button.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** Whether the browser of this device tells of reminders; it is asked by the person's own act alone. */
export function NoticesSection() {
  const { t } = useWords()
  const { permission, ask } = createNotices()
  return (
    <Section title={t('reminders.notices.title')}>
      <p class="dim">{t('reminders.notices.text')}</p>
      <Show
        when={permission() !== 'default' && permission()}
        fallback={<Button onClick={() => void ask()}>{t('reminders.notices.turnOn')}</Button>}
      >
        {(known) => <p>{t(`reminders.notices.${known() as Exclude<ReturnType<typeof permission>, 'default'>}`)}</p>}
      </Show>
    </Section>
  )
}
