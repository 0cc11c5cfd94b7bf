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

interface Suite {
  readonly specs: readonly { readonly ok: boolean; readonly file: string; readonly title: string }[]
  readonly suites: readonly Suite[]
}

const PlaywrightSuite: v.GenericSchema<unknown, Suite> = v.object({
  specs: v.array(v.object({ ok: v.boolean(), file: v.string(), title: v.string() })),
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

/** The tests that failed by Playwright's JSON report: file and title. */
export function playwrightFailed(report: unknown): readonly string[] {
  return v.parse(PlaywrightReport, report).suites.flatMap(failedOf)
}

function failedOf({ specs, suites }: Suite): readonly string[] {
  const own = specs.flatMap(({ ok, file, title }) => (ok ? [] : [`${file}: ${title}`]))
  return [...own, ...suites.flatMap(failedOf)]
}

function firstLine(text: string): string {
  return text.split('\n', 1)[0] ?? ''
}
