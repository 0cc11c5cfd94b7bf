import type { ReadEvent } from '../../../shared/calendar/ical/reading/component.ts'
import { LARGEST } from '../../../shared/calendar/ical/reading/lines.ts'
import type { ReadCalendar, ReadRecord } from '../../../shared/calendar/ical/reading/read.ts'
import type { Outcome } from '../../../shared/calendar/ical/taking/outcome.ts'
import { Failure } from '../../../shared/errors.ts'

/** A record of a file, and what taking it would come to. */
export interface Planned {
  readonly read: ReadRecord
  /** What it says of itself: the whole, or the first of single ones that came without it. */
  readonly event: ReadEvent | null
  readonly outcome: Outcome
}

/** What is not taken, by the name of the file or of the event, and why. */
export interface NotTaken {
  readonly name: string
  readonly why: Failure
}

/** What calendar files would come to; nothing of it is done yet. */
export interface Plan {
  readonly planned: readonly Planned[]
  readonly notTaken: readonly NotTaken[]
}

/** What planning needs to know. */
interface Planning {
  /** The company's zone. */
  readonly home: string
  /** What taking records would come to, one for each, in their order; a failure where they are refused. */
  readonly tryOut: (invited: readonly ReadRecord[]) => Promise<readonly Outcome[]>
}

const DOES: readonly Outcome[] = ['made', 'changed', 'restored', 'cancelled', 'answered']
/** UTF-8 takes three bytes for a character at most, of those that count as one. */
const LARGEST_FILE = 3 * LARGEST

/** Reads calendar files and tries out what they would come to: one that is refused does not hold up the others. */
export async function planOf(files: readonly File[], { home, tryOut }: Planning): Promise<Plan> {
  const all = await Promise.all(files.map((file) => readFile(file, home)))
  const records = all.flatMap((one) => one.records)
  const outcomes = await triedOut(records, tryOut)
  const planned = records.flatMap((read, at): readonly Planned[] => {
    const outcome = outcomes[at]
    return outcome === undefined || outcome instanceof Failure ? [] : [{ read, event: eventOf(read), outcome }]
  })
  const refused = records.flatMap((read, at): readonly NotTaken[] => {
    const why = outcomes[at]
    return why instanceof Failure ? [{ name: eventOf(read)?.subject ?? '', why }] : []
  })
  return { planned, notTaken: [...all.flatMap((one) => one.notTaken), ...refused] }
}

/** What changes something here when it is taken. */
export function doing({ planned }: Plan): readonly Planned[] {
  return planned.filter(({ outcome }) => DOES.includes(outcome))
}

function eventOf({ whole, singles }: ReadRecord): ReadEvent | null {
  return whole ?? singles[0] ?? null
}

type ReadFile = Pick<Plan, 'notTaken'> & Pick<ReadCalendar, 'records'>

async function readFile(file: File, home: string): Promise<ReadFile> {
  try {
    if (file.size > LARGEST_FILE) throw new Failure('ical-large')
    const [buffer, { readCalendar }, { calendarText }] = await Promise.all([
      file.arrayBuffer(),
      import('../../../shared/calendar/ical/reading/read.ts'),
      import('../../../shared/calendar/ical/reading/text.ts'),
    ])
    const { records, problems } = readCalendar(calendarText(new Uint8Array(buffer)), home)
    const notTaken = problems.map(({ subject, code, params }) => ({ name: subject, why: new Failure(code, params) }))
    return { records, notTaken }
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    return { records: [], notTaken: [{ name: file.name, why: error }] }
  }
}

/** All together; where they are refused, one by one, so that it is known which. */
async function triedOut(
  records: readonly ReadRecord[],
  tryOut: Planning['tryOut'],
): Promise<readonly (Outcome | Failure)[]> {
  try {
    return records.length === 0 ? [] : await tryOut(records)
  } catch (error) {
    if (!(error instanceof Failure)) throw error
    if (records.length === 1) return [error]
    const outcomes: (Outcome | Failure)[] = []
    for (const one of records) outcomes.push(...(await triedOut([one], tryOut)))
    return outcomes
  }
}
