import * as v from 'valibot'

/** A known weakness that is lived with for now. */
export const Accepted = v.array(
  v.strictObject({
    /** As its address ends: `GHSA-…`. */
    advisory: v.pipe(v.string(), v.startsWith('GHSA-')),
    /** The last day on which it is lived with. */
    until: v.pipe(v.string(), v.isoDate()),
    reason: v.pipe(v.string(), v.minLength(20)),
  }),
)
type Accepted = v.InferOutput<typeof Accepted>

const Advisory = v.object({
  name: v.string(),
  title: v.string(),
  url: v.string(),
  severity: v.string(),
  range: v.string(),
})
type Advisory = v.InferOutput<typeof Advisory>
/** `npm audit --json` where the registry answered. `via` names other packages, or tells of a weakness. */
const Report = v.object({
  auditReportVersion: v.literal(2),
  vulnerabilities: v.record(v.string(), v.object({ via: v.array(v.union([v.string(), Advisory])) })),
  metadata: v.object({ dependencies: v.object({ total: v.number() }) }),
})
/** Where it did not. */
const Unanswered = v.object({ message: v.string() })

/** What the registry's answer comes to: faults and remarks, or why there was no answer. */
export type Judged =
  | { readonly faults: readonly string[]; readonly remarks: readonly string[] }
  | { readonly unanswered: string }

const GRAVE: readonly string[] = ['high', 'critical']

/**
 * Judges what `npm audit --json` printed. Grave weaknesses that are not accepted on this day (`YYYY-MM-DD`) are faults; so are
 * acceptances of what is not there. Throws on an answer of another shape, and on one about no package at all.
 */
export function judge(printed: string, accepted: Accepted, today: string): Judged {
  const said: unknown = JSON.parse(printed)
  if (!v.is(Report, said)) return { unanswered: v.parse(Unanswered, said).message }
  if (said.metadata.dependencies.total === 0) throw new Error('The audit looked at no package.')
  const found = advisoriesOf(Object.values(said.vulnerabilities).flatMap(({ via }) => via))
  const isLivedWith = (one: Advisory) =>
    accepted.some(({ advisory, until }) => advisory === idOf(one) && today <= until)
  const grave = found.filter(({ severity }) => GRAVE.includes(severity))
  return {
    faults: [...grave.filter((one) => !isLivedWith(one)).map(tell), ...idle(accepted, found)],
    remarks: found.filter((one) => !grave.includes(one) || isLivedWith(one)).map(tell),
  }
}

function advisoriesOf(via: readonly (string | Advisory)[]): Advisory[] {
  const told = via.filter((one): one is Advisory => typeof one !== 'string')
  return [...new Map(told.map((one) => [`${one.url} ${one.name}`, one])).values()]
}

function idle(accepted: Accepted, found: readonly Advisory[]): string[] {
  const here = new Set(found.map(idOf))
  return accepted
    .filter(({ advisory }) => !here.has(advisory))
    .map(({ advisory }) => `${advisory} is accepted, and is not there`)
}

function idOf({ url }: Pick<Advisory, 'url'>): string {
  return url.split('/').at(-1) ?? url
}

function tell(one: Advisory): string {
  return `${one.name} ${one.range}: ${one.severity}: ${one.title} (${idOf(one)})`
}
