import { Show } from 'solid-js'
import { COMPANY, company } from '../../../../shared/company/collections.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { WeekHours } from '../../../records/working/week-hours.tsx'
import { Page } from '../../../ui/layout/page.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { Skeleton } from '../../../ui/signs/waiting.tsx'
import { useWords } from '../../../ui/words/words.tsx'
import { SpecialDays } from './special-days.tsx'
import './working-time.css'

/** «Рабочее время»: the company's week, and the days that are not as their weekday. */
export function WorkingTimePage() {
  const { t } = useWords()
  const data = useData()
  const acts = useActs()
  const record = createRecord(company, () => COMPANY)
  const readOnly = !useMayWrite('company')
  const keep = async (week: string[]) => {
    const { act } = await data.run('setRecord', { collection: 'company', id: COMPANY, values: { week } })
    acts.said(t('settings.workingTime.weekKept'), act)
  }
  return (
    <Page title={t('shell.items.workingTime')}>
      <div class="page-column">
        <Show when={readOnly}>
          <Banner>{t('settings.readOnly')}</Banner>
        </Show>
        <p class="dim">{t('settings.workingTime.lead')}</p>
        <Show when={record()?.row} fallback={<Skeleton lines={7} />}>
          {(row) => (
            <>
              <Section title={t('settings.workingTime.week')}>
                <WeekHours lines={row().week} readOnly={readOnly} onCommit={keep} />
              </Section>
              <SpecialDays days={row().specialDays} readOnly={readOnly} />
            </>
          )}
        </Show>
      </div>
    </Page>
  )
}
