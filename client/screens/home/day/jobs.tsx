import { createMemo } from 'solid-js'
import { ME } from '../../../../shared/filters/filter.ts'
import type { JobItem } from '../../../../shared/jobs/job-item.ts'
import { useWords } from '../../../ui/words/words.tsx'
import type { HomeAround } from '../around.ts'
import { createCounted, listOf } from '../asking.ts'
import { Panel } from '../parts/panel.tsx'
import { Rows } from '../parts/rows.tsx'

/** Jobs of whoever looks that are due by today, those that are late first. */
export function Jobs(props: { readonly around: HomeAround }) {
  const { t, format } = useWords()
  const filter = () =>
    [
      { field: 'state', is: 'in', values: ['todo', 'underway'] },
      { field: 'performer', is: 'in', values: [ME] },
      { field: 'due', is: 'atMost', values: [props.around.today()] },
    ] as const
  const answer = createCounted(() => ({
    collection: 'jobs',
    filter: filter(),
    sort: [{ field: 'due', down: false }],
    rows: 6,
  }))
  const isLate = (job: JobItem) => job.due !== null && job.due < props.around.today()
  const rows = createMemo(() =>
    (answer()?.rows as readonly JobItem[] | undefined)?.map((job) => ({
      id: job.id,
      to: `/jobs/${job.id}`,
      main: job.subject ?? '',
      second: job.customerName,
      end: isLate(job) ? t('home.due', { day: format.shortDate(job.due ?? '') }) : t('home.today'),
      isLate: isLate(job),
    })),
  )
  return (
    <Panel
      title={t('shell.items.jobs')}
      to={listOf('/jobs', filter())}
      aside={<span class="home-count">{answer()?.count}</span>}
    >
      <Rows rows={rows()} nothing={t('home.noJobs')} />
    </Panel>
  )
}
