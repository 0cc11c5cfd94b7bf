import * as v from 'valibot'
import type { Counts } from '../test/counts.ts'

/** Where `npm run audit` writes what it came to. */
export const AUDIT_REPORT = '.cache/test/audit.json'

const AuditReport = v.object({ passed: v.number(), failed: v.array(v.string()), notRun: v.array(v.string()) })
export type AuditReport = v.InferOutput<typeof AuditReport>

/** Its two parts, lock and weaknesses: a part without faults has passed, each fault is a failure, what was not answered is neither. */
export function auditCounts(report: unknown): Counts {
  const { passed, failed } = v.parse(AuditReport, report)
  return { passed, failed: failed.length }
}

export function auditFailed(report: unknown): readonly string[] {
  return v.parse(AuditReport, report).failed
}

export function auditNotRun(report: unknown): readonly string[] {
  return v.parse(AuditReport, report).notRun
}
