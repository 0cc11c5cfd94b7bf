import type { HeldPhone } from '../../../shared/calls/phones.ts'
import { Failure } from '../../../shared/errors.ts'
import type { LineReport } from '../lines/line-report.ts'
import { hookReports } from './hooks.ts'

/** Settles a report of a line, heard at a time (ms since 1970), into its call; resolves when the server has it. */
type Take = (line: HeldPhone, report: LineReport, heard: number) => Promise<unknown>

/** What may be the name of a header: settings may name anything. */
const HEADER = /^[\w-]+$/

/**
 * Answers what an exchange sends to the address of its line, once the server has all that it tells. Failure `route-unknown`: lines of
 * that way send nothing; failures of `take`, by which it is sent again.
 */
export async function answerHook(line: HeldPhone, request: Request, take: Take, heard = Date.now()): Promise<Response> {
  const { searchParams, pathname } = new URL(request.url)
  const body = await request.text()
  const header = (name: string) => (HEADER.test(name) ? request.headers.get(name) : null)
  const hooked = hookReports(line, { method: request.method, query: searchParams, header, body }, heard)
  if (!hooked) throw new Failure('route-unknown', { path: pathname })
  if ('refused' in hooked)
    return Response.json({ code: hooked.refused }, { status: hooked.refused === 'request-shape' ? 400 : 401 })
  for (const report of hooked.reports) await take(line, report, heard)
  return new Response(hooked.answer.text, {
    headers: { 'content-type': hooked.answer.type, 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' },
  })
}
