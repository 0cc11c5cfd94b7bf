import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { people } from '../../../shared/company/collections.ts'
import type { Replica } from '../../runtime/replica.ts'
import { type ReportGround, takeReport } from '../reports/take-report.ts'
import type { LineReport } from './line-report.ts'

/** Settles what a line tells, heard at a time (ms since 1970), into its call, which is whose inner number it names (SPEC CL21). */
export function takeFromLine(
  ground: ReportGround,
  line: Pick<HeldPhone, 'id' | 'owner'>,
  { inner, ...report }: LineReport,
  heard: number,
): ReturnType<typeof takeReport> {
  const responsible = inner === undefined ? null : personAt(ground.replica, inner)
  return takeReport(ground, { phone: line, report, heard, responsible })
}

/** Who has an inner number; null: nobody, or several. */
function personAt(replica: Replica, inner: string): string | null {
  const meant = digitsOf(inner)
  const all = [...replica.rows(people)].filter(({ gone, extension }) => !gone && digitsOf(extension ?? '') === meant)
  return meant !== '' && all.length === 1 ? (all[0]?.id ?? null) : null
}

function digitsOf(text: string): string {
  return text.replaceAll(/\D/g, '')
}
