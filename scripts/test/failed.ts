import * as v from 'valibot'

const VitestReport = v.object({
  testResults: v.array(
    v.object({
      name: v.string(),
      status: v.string(),
      assertionResults: v.array(
        v.object({ status: v.string(), fullName: v.string(), failureMessages: v.optional(v.array(v.string()), []) }),
      ),
    }),
  ),
})

const PlaywrightSpec = v.object({
  ok: v.boolean(),
  file: v.string(),
  title: v.string(),
  tests: v.array(v.object({ status: v.string() })),
})
type Spec = v.InferOutput<typeof PlaywrightSpec>

interface Suite {
  readonly specs: readonly Spec[]
  readonly suites: readonly Suite[]
}

const PlaywrightSuite: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(PlaywrightSpec),
  suites: v.optional(v.array(v.lazy(() => PlaywrightSuite)), []),
})
const PlaywrightReport = v.object({ suites: v.array(PlaywrightSuite) })

/** The tests that failed by vitest's JSON report: file, name and the first line of why; a file that could not be read by itself. */
export function vitestFailed(report: unknown): readonly string[] {
  return v.parse(VitestReport, report).testResults.flatMap(({ name, status, assertionResults }) => {
    const failed = assertionResults.filter((one) => one.status === 'failed')
    if (status === 'failed' && failed.length === 0) return [name]
    return failed.map(({ fullName, failureMessages: [why = ''] }) => `${name}: ${fullName}: ${firstLine(why)}`)
  })
}

/** The tests that were passed over, by vitest's JSON report: file and name. */
export function vitestNotRun(report: unknown): readonly string[] {
  return v.parse(VitestReport, report).testResults.flatMap(({ name, assertionResults }) => {
    const notRun = assertionResults.filter(({ status }) => status === 'skipped' || status === 'pending')
    return notRun.map(({ fullName }) => `${name}: ${fullName}`)
  })
}

/** Tests that were passed over, each with its reason: all of ours that may be mount a disk of their own. */
export function forWantOfRights(names: readonly string[], isRoot = process.getuid?.() === 0): readonly string[] {
  const why = isRoot ? 'this machine lets no disk be mounted' : 'needs root'
  return names.map((name) => `${name} (${why})`)
}

/** The tests that failed by Playwright's JSON report: file and title. */
export function playwrightFailed(report: unknown): readonly string[] {
  return named(report, ({ ok }) => !ok)
}

/** The tests that failed by Playwright's JSON report, and passed when they were tried again: file and title. */
export function playwrightShaky(report: unknown): readonly string[] {
  return named(report, ({ tests }) => tests.some(({ status }) => status === 'flaky'))
}

/** The tests that were passed over, by Playwright's JSON report: file and title. */
export function playwrightNotRun(report: unknown): readonly string[] {
  return named(report, ({ tests }) => tests.some(({ status }) => status === 'skipped'))
}

function named(report: unknown, isWanted: (spec: Spec) => boolean): readonly string[] {
  const within = ({ specs, suites }: Suite): readonly string[] => [
    ...specs.filter(isWanted).map(({ file, title }) => `${file}: ${title}`),
    ...suites.flatMap(within),
  ]
  return v.parse(PlaywrightReport, report).suites.flatMap(within)
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
