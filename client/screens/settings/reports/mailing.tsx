import Send from 'lucide-solid/icons/send'
import { Show } from 'solid-js'
import type { ReportAsk } from '../../../../shared/reports/ask.ts'
import { type ReportSchedule, reportSchedules } from '../../../../shared/reports/collections.ts'
import { askOn } from '../../../../shared/reports/schedule/schedule-ask.ts'
import { createRecord, useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useMayWrite } from '../../../records/rights.ts'
import { choiceLabel } from '../../../records/words/labels.ts'
import { Button } from '../../../ui/actions/button.tsx'
import { Fields } from '../../../ui/inputs/field/field.tsx'
import { TimeField } from '../../../ui/inputs/typed/time-field.tsx'
import { Fact } from '../../../ui/layout/fact.tsx'
import { Section } from '../../../ui/layout/section.tsx'
import { Banner } from '../../../ui/signs/banner.tsx'
import { todayIn } from '../../../ui/words/parse-date.ts'
import { useWords } from '../../../ui/words/words.tsx'

/** What a report by mail has besides its form: when it goes, what it asks, what became of it. */
export function Mailing(props: { readonly id: string }) {
  const record = createRecord(reportSchedules, () => props.id)
  return <Show when={record()?.row?.gone === false && record()?.row}>{(row) => <Schedule schedule={row()} />}</Show>
}

function Schedule(props: { readonly schedule: ReportSchedule }) {
  const { t, format, zone } = useWords()
  const data = useData()
  const acts = useActs()
  const mayWrite = useMayWrite('reportSchedules')
  const ask = () => askOn(props.schedule, todayIn(zone()))
  const put = (values: { readonly [field: string]: number }) =>
    data.run('setRecord', { collection: 'reportSchedules', id: props.schedule.id, values })
  const send = () => void acts.attempt(() => put({ asked: Date.now() }))
  const waits = () => {
    const { asked, sent, passed } = props.schedule
    return (asked ?? 0) > Math.max(sent ?? 0, passed ?? 0)
  }
  return (
    <Section
      title={t('settings.mailing.title')}
      actions={
        <Show when={mayWrite}>
          <Button icon={Send} disabled={!ask() || waits()} onClick={send}>
            {t('settings.mailing.now')}
          </Button>
        </Show>
      }
    >
      <Fields side>
        <TimeField
          label={t('records.reportSchedules.fields.at')}
          value={props.schedule.at ?? 0}
          readOnly={!mayWrite}
          onCommit={(at) => put({ at })}
        />
      </Fields>
      <dl class="facts">
        <Fact name={t('records.reportSchedules.fields.ask')}>
          <AskText ask={ask()} />
        </Fact>
        <Fact name={t('records.reportSchedules.fields.sent')}>
          {props.schedule.sent === null ? t('settings.mailing.never') : format.when(props.schedule.sent)}
        </Fact>
      </dl>
      <Show when={waits()}>
        <Banner>{t('settings.mailing.waits')}</Banner>
      </Show>
      <Show when={props.schedule.trouble}>
        {(trouble) => (
          <Banner look="warn">
            {t('settings.mailing.passed', {
              when: props.schedule.passed === null ? '' : format.when(props.schedule.passed),
              why: t(choiceLabel('reportSchedules', 'trouble', trouble())),
            })}
          </Banner>
        )}
      </Show>
    </Section>
  )
}

/** What a report asks, in words. */
function AskText(props: { readonly ask: ReportAsk | null }) {
  const { t } = useWords()
  const text = ({ source, rows, columns, measures }: ReportAsk) => {
    const dimensions = [...rows, ...(typeof columns === 'string' ? [columns] : [])]
    const by = dimensions.map((one) => t(`reports.dimensions.${one}`))
    return [
      t(`reports.sources.${source}`),
      by.join(' × '),
      measures.map((one) => t(`reports.measure.${one}`)).join(', '),
    ]
      .filter(Boolean)
      .join('. ')
  }
  return (
    <Show when={props.ask} fallback={t('settings.mailing.none')}>
      {(ask) => text(ask())}
    </Show>
  )
}
