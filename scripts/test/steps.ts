import { AUDIT_REPORT, auditCounts, auditFailed, auditNotRun } from '../audit/report.ts'
import { type Counts, playwrightCounts, vitestCounts } from './counts.ts'
import {
  forWantOfRights,
  playwrightFailed,
  playwrightNotRun,
  playwrightShaky,
  vitestFailed,
  vitestNotRun,
} from './failed.ts'
import { BROWSERS, getPackages, READERS, SERVERS } from './get-packages.ts'

/** One step of `npm test`. A step without a report is one test by itself. */
export interface Step {
  readonly name: string
  /** A tool of node_modules/.bin, or node, with its flags. */
  readonly command: readonly [string, ...string[]]
  /** After so many minutes it is stopped and has failed. */
  readonly minutes: number
  readonly report?: Report
  readonly env?: Readonly<Record<string, string>>
  /** Gets what the step needs beside npm; throws, with what to do about it, when it cannot. */
  readonly before?: () => Promise<void>
}

/** Where a command writes its JSON report, how that is counted, and which tests failed by it, were passed over and why, or failed only at a first try. */
export interface Report {
  readonly file: string
  readonly count: (report: unknown) => Counts
  readonly failed: (report: unknown) => readonly string[]
  readonly notRun: (report: unknown) => readonly string[]
  readonly shaky?: (report: unknown) => readonly string[]
}

const REPORTS = '.cache/test'
const E2E_REPORT = `${REPORTS}/e2e.json`

/** Steps that need no more than a processor between them, and nothing of each other: side by side they take half the time. */
const quick: readonly Step[] = [
  { name: 'types', command: ['tsc', '--noEmit'], minutes: 5 },
  { name: 'lint', command: ['biome', 'check', '--error-on-warnings'], minutes: 2 },
  { name: 'layers', command: ['node', 'scripts/layers.ts'], minutes: 2 },
  { name: 'knip', command: ['knip'], minutes: 2 },
  {
    name: 'audit',
    command: ['node', 'scripts/audit.ts'],
    minutes: 2,
    report: { file: AUDIT_REPORT, count: auditCounts, failed: auditFailed, notRun: auditNotRun },
  },
  { name: 'build', command: ['node', 'scripts/build.ts'], minutes: 5 },
]

const e2e: Step = {
  name: 'e2e',
  command: ['playwright', 'test', '--reporter=list,json'],
  env: { PLAYWRIGHT_JSON_OUTPUT_FILE: E2E_REPORT },
  minutes: 45,
  report: {
    file: E2E_REPORT,
    count: playwrightCounts,
    failed: playwrightFailed,
    notRun: (report) => forWantOfRights(playwrightNotRun(report)),
    shaky: playwrightShaky,
  },
  before: () => getPackages([...BROWSERS, ...READERS]),
}

/** The steps of `npm test` in rounds, one after the other; those of a round run side by side. */
export const rounds: readonly (readonly Step[])[] = [quick, [vitest('unit', 14)], [vitest('faults', 12)], [e2e]]

function vitest(project: string, minutes: number): Step {
  const file = `${REPORTS}/${project}.json`
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${file}`]
  return {
    name: project,
    command: ['vitest', 'run', '--project', project, ...reporters],
    minutes,
    report: {
      file,
      count: vitestCounts,
      failed: vitestFailed,
      notRun: (report) => forWantOfRights(vitestNotRun(report)),
    },
    before: () => getPackages([...SERVERS, ...READERS]),
  }
}
