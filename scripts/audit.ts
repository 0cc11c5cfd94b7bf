/**
 * `npm run audit`: what the packages are that the lock brings in (audit/lock.ts), and what is known of the weaknesses of
 * those that run in production (audit/advisories.ts; those lived with for a time stand in audit/accepted.json). Where the
 * registry does not tell of weaknesses, that part is neither passed nor failed, and is said so.
 */
import { execFile } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import * as v from 'valibot'
import { Accepted, judge } from './audit/advisories.ts'
import { Lock, lockFaults, Manifest, unhashed } from './audit/lock.ts'
import { AUDIT_REPORT, type AuditReport } from './audit/report.ts'
import { ROOT, toolEnvironment } from './root.ts'

/** The registry has this long to answer. */
const PATIENCE_MS = 60_000

const lock = await read('package-lock.json', Lock)
const faults = lockFaults(await read('package.json', Manifest), lock)
say(
  faults,
  `lock: ${Object.keys(lock.packages).length - 1} packages, ${unhashed(lock)} of them for other systems alone and without a hash`,
)

const known = judge(
  await audited(),
  await read('scripts/audit/accepted.json', Accepted),
  new Date().toISOString().slice(0, 10),
)
const report: AuditReport = {
  passed: [faults, 'faults' in known ? known.faults : null].filter((all) => all?.length === 0).length,
  failed: [...faults, ...('faults' in known ? known.faults : [])],
  notRun:
    'unanswered' in known ? [`known weaknesses of packages (the registry does not tell: ${known.unanswered})`] : [],
}
if ('faults' in known)
  say(
    known.faults,
    `weaknesses: ${known.faults.length} grave, ${known.remarks.length} others or accepted`,
    known.remarks,
  )
for (const one of report.notRun) console.log(`not run: ${one}`)
await mkdir(join(ROOT, AUDIT_REPORT, '..'), { recursive: true })
await writeFile(join(ROOT, AUDIT_REPORT), JSON.stringify(report))
process.exitCode = report.failed.length > 0 ? 1 : 0

function say(wrong: readonly string[], summary: string, remarks: readonly string[] = []): void {
  for (const one of wrong) console.error(one)
  for (const one of remarks) console.log(one)
  console.log(summary)
}

async function read<T extends v.GenericSchema>(path: string, shape: T): Promise<v.InferOutput<T>> {
  return v.parse(shape, JSON.parse(await readFile(join(ROOT, path), 'utf8')))
}

/** What `npm audit` prints: it ends with another code than 0 where it found something, or was not answered. */
function audited(): Promise<string> {
  const flags = ['audit', '--omit=dev', '--json']
  const options = { cwd: ROOT, env: toolEnvironment(), timeout: PATIENCE_MS, maxBuffer: 64 * 1024 * 1024 }
  return new Promise((resolve, reject) => {
    execFile('npm', flags, options, (error, printed) => {
      if (error?.killed) resolve(JSON.stringify({ message: `no answer within ${PATIENCE_MS / 1000} s` }))
      else if (printed.trim() === '') reject(new Error('npm audit printed nothing', { cause: error }))
      else resolve(printed)
    })
  })
}
