import { useOwnSettings } from '../../records/own-settings.ts'
import { WeekHours } from '../../records/working/week-hours.tsx'
import { Section } from '../../ui/layout/section.tsx'
import { useWords } from '../../ui/words/words.tsx'

/** When one works, where that is not when the company does. */
export function HoursSection() {
  const { t } = useWords()
  const { row, save } = useOwnSettings()
  return (
    <Section title={t('profile.hours')}>
      <WeekHours lines={row()?.hours ?? []} onCommit={(hours) => save({ hours })} />
      <p class="dim">{t('profile.hoursText')}</p>
    </Section>
  )
}
