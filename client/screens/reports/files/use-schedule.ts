import { useNavigate } from '@solidjs/router'
import { writeAsk } from '../../../../shared/reports/schedule/schedule-ask.ts'
import { useData } from '../../../data/page/solid.tsx'
import { useActs } from '../../../records/acts/use-acts.ts'
import { useReport } from '../context.tsx'
import { useTitle } from '../view/use-title.ts'

/** Minutes of the day at which a report is sent at first. */
const NINE = 9 * 60

/** Makes of the report one that is sent by mail, off at first, and opens it: to whom it goes is said there. */
export function useSchedule(): () => Promise<void> {
  const navigate = useNavigate()
  const data = useData()
  const acts = useActs()
  const report = useReport()
  const title = useTitle()
  return async () => {
    const { period } = report.view()
    const id = await data.newId('reportSchedules')
    const values = {
      name: title(),
      ask: writeAsk(report.ask()),
      // Days of one's own stay those of the ask.
      period: period === 'custom' ? null : period,
      every: 'everyWeek',
      day: 1,
      at: NINE,
      form: 'pdf',
      to: [],
      author: data.account.person,
      on: false,
    }
    if (await acts.run('createRecord', { collection: 'reportSchedules', id, values }))
      navigate(`/settings/reports/${id}`)
  }
}
