import { Show } from 'solid-js'
import { USUAL_WEEK, writeWeek } from '../../../../shared/company/hours.ts'
import { WeekHours } from '../../../records/working/week-hours.tsx'
import { Segmented } from '../../../ui/inputs/toggles/segmented.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import type { StepProps } from './step.ts'

/** At any time, or in the hours of a week alone. */
export function HoursField(props: StepProps) {
  const { t } = useWords()
  const lines = () => props.mailing.hours ?? []
  const choose = (which: 'any' | 'some') => props.set('hours', which === 'any' ? null : [...writeWeek(USUAL_WEEK)])
  return (
    <>
      <Segmented
        label={t('mailings.hours.label')}
        value={lines().length === 0 ? 'any' : 'some'}
        options={(['any', 'some'] as const).map((value) => ({ value, label: t(`mailings.hours.${value}`) }))}
        readOnly={props.readOnly}
        onCommit={(which) => void choose(which)}
      />
      <Show when={lines().length > 0}>
        <WeekHours
          lines={lines()}
          readOnly={props.readOnly}
          onCommit={async (week) => void (await props.set('hours', week))}
        />
      </Show>
    </>
  )
}
