import type { HeldPhone } from '../../../shared/calls/phones.ts'
import type { ReportsTaken } from '../../../shared/calls/protocol.ts'
import { Failure } from '../../../shared/errors.ts'
import type { DoorPorts } from './ports.ts'
import { readReport } from './said.ts'

/** The server may take so long to have a report, ms; then the phone is to tell it again. */
const WITHIN = 20_000

/** Takes one report, as it was said. Failures request-shape, and those of records; server-unreachable, where it takes too long. */
export async function takeOne({ take }: Pick<DoorPorts, 'take'>, phone: HeldPhone, said: unknown): Promise<void> {
  const late = Promise.withResolvers<never>()
  const timer = setTimeout(() => late.reject(new Failure('server-unreachable')), WITHIN)
  try {
    await Promise.race([take(phone, readReport(said)), late.promise])
  } finally {
    clearTimeout(timer)
  }
}

/** Takes them all, each by itself: what is wrong with one keeps no other from being taken. */
export async function takeAll(
  ports: Pick<DoorPorts, 'take'>,
  phone: HeldPhone,
  all: readonly unknown[],
): Promise<ReportsTaken> {
  const codes = await Promise.all(all.map((said) => takeOne(ports, phone, said).then(() => null, codeOf)))
  const refused = codes.flatMap((code, at) => (code === null ? [] : [{ at, code }]))
  return { taken: all.length - refused.length, refused }
}

/** What is no failure of the closed list is a fault of ours. */
function codeOf(error: unknown): Failure['code'] {
  if (error instanceof Failure) return error.code
  throw error
}
