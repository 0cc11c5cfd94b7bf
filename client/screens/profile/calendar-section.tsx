import { createSignal, Show } from 'solid-js'
import { calendarPath, newSecret } from '../../../shared/calendar/link.ts'
import { useData } from '../../data/page/solid.tsx'
import { useOwnSettings } from '../../records/own-settings.ts'
import { Button } from '../../ui/actions/button.tsx'
import { CopyField } from '../../ui/inputs/typed/copy-field.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** The link by which other programs show one's calendar: made, shown once, and revoked. */
export function CalendarSection() {
  const { t } = useWords()
  const { account } = useData()
  const { row, save } = useOwnSettings()
  const [given, setGiven] = createSignal<string | null>(null)
  const isOn = () => row()?.calendarLink != null
  const make = async () => {
    const { secret, hash } = newSecret()
    await save({ calendarLink: hash })
    setGiven(location.origin + calendarPath({ user: account.user, secret }))
  }
  const revoke = async () => {
    await save({ calendarLink: null })
    setGiven(null)
  }
  return (
    <Section title={t('profile.calendar.title')}>
      <p class="dim">{t('profile.calendar.text')}</p>
      <Show when={isOn()} fallback={<Button onClick={() => void make()}>{t('profile.calendar.make')}</Button>}>
        <Show when={given()} fallback={<p>{t('profile.calendar.made')}</p>}>
          {(link) => <CopyField label={t('profile.calendar.link')} value={link()} hint={t('profile.calendar.once')} />}
        </Show>
        <div class="profile-acts">
          <Button onClick={() => void make()}>{t('profile.calendar.renew')}</Button>
          <Button onClick={() => void revoke()}>{t('profile.calendar.revoke')}</Button>
        </div>
      </Show>
    </Section>
  )
}
