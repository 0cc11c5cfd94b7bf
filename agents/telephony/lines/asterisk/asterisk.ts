import type { RequestOutcome } from '../../../../shared/calls/protocol.ts'
import { pause } from '../../../runtime/pause.ts'
import type { HookSettings } from '../../hooks/hook.ts'
import type { DialRequest, Line, LineGround } from '../line.ts'
import { AmiCalls, ASKED } from './calls.ts'
import { type Ami, AmiRefused, openAmi } from './connection.ts'
import { MissedEnds } from './missed-ends.ts'
import { sender } from './sending.ts'

const PORT = 5038
/** How long is waited before it is tried again, ms: longer each time, never for more than the last. */
const PAUSES = [1_000, 2_000, 5_000, 15_000, 60_000] as const
/** A line that holds so long is well, ms. */
const HOLDS = 60_000
/** In which the office's own phones dial, where settings say nothing else. */
const CONTEXT = 'from-internal'
/** An own phone rings so long, ms. */
const RINGS = '30000'

/** Asterisk by its manager interface (SPEC CL14, CL15): heard while it is connected, and connected again whenever it is not. */
export function openAsterisk(settings: HookSettings, ground: LineGround, pauses: readonly number[] = PAUSES): Line {
  const { shown, secret } = settings
  const place = {
    host: shown.host ?? '',
    port: Number(shown.port) || PORT,
    user: shown.user ?? '',
    secret: secret.secret ?? '',
  }
  const calls = new AmiCalls(shown.context || CONTEXT)
  const ends = new MissedEnds(calls)
  const reports = sender(ground)
  const stopping = new AbortController()
  let ami: Ami | null = null
  let going: Promise<void> = Promise.resolve()

  const hear = async () => {
    let failed = 0
    const again = () => pauses[Math.min(failed, pauses.length - 1)] ?? 0
    while (!stopping.signal.aborted) {
      try {
        ami = await openAmi(place, (event) => reports.add([...ends.take(event), ...calls.take(event, Date.now())]))
        const began = performance.now()
        ground.stands('connected')
        ground.log.info({ host: place.host }, 'line: Asterisk is connected')
        if (stopping.signal.aborted) ami.close()
        await ends.ask(ami)
        await ami.over
        ends.break(Date.now())
        // One that lets in and hangs up at once is not asked ever more often.
        if (performance.now() - began > HOLDS) failed = 0
        ground.log.warn({ host: place.host, again: again() }, 'line: Asterisk has gone')
      } catch (error) {
        ground.stands(error instanceof AmiRefused ? 'refused' : 'unreachable')
        const reason = reasonOf(error)
        ground.log.warn({ host: place.host, reason, again: again() }, 'line: Asterisk cannot be reached')
      }
      ami?.close()
      ami = null
      await pause(again(), stopping.signal)
      failed += 1
    }
  }

  return {
    start() {
      going = hear()
    },
    dial: (request) => dial(ami, settings, request),
    async stop() {
      stopping.abort()
      ami?.close()
      await going
      await reports.stop()
    },
  }
}

/** Rings the own phone (`channel`); who takes it up is put through to the number. */
async function dial(ami: Ami | null, { shown }: HookSettings, request: DialRequest): Promise<RequestOutcome> {
  if (!ami) return { outcome: 'failed', failure: 'noLine' }
  const number = request.number.replaceAll(/[^\d+]/g, '')
  try {
    const answer = await ami.ask({
      Action: 'Originate',
      Channel: (shown.channel ?? '').replaceAll('{number}', number),
      Context: shown.context || CONTEXT,
      Exten: number,
      Priority: '1',
      CallerID: number,
      Timeout: RINGS,
      Async: 'true',
      ChannelId: ASKED + request.id,
    })
    return answer.get('response') === 'Success' ? { outcome: 'done' } : { outcome: 'failed', failure: 'noLine' }
  } catch {
    // The line has ended, or says nothing: whether it rings is not known.
    return { outcome: 'failed', failure: 'unsaid' }
  }
}

function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? error.code : null
  return typeof code === 'string' ? code : error instanceof Error ? error.message : 'unknown'
}
