import { escaped } from '../../lists/escaped.ts'
import { bearer, type Given, type ProfileFile, reportsUrl, STATE_BROADCAST } from './given.ts'

/** Tasker’s numbers of what it can do: wait for a broadcast, and send a request. */
const INTENT_RECEIVED = 599
const HTTP_REQUEST = 339
const POST = 1
const TIMEOUT = 30
/** Android tells a state twice, and the second one has the number: both tasks run. */
const RUN_BOTH = 2
const [PROFILE, TASK] = [1, 2]

/**
 * A profile that hands on what Android tells of the phone. Tasker makes a broadcast’s extras variables of the task, and `%TIMES` is the
 * phone’s clock, s.
 */
export function taskerProfile(given: Given): ProfileFile {
  const text = `<TaskerData sr="" dvi="1" tv="6.3.13">
  <Profile sr="prof${PROFILE}" ve="2">
    <id>${PROFILE}</id>
    <mid0>${TASK}</mid0>
    <nme>Voronka</nme>
    <Event sr="con0" ve="2">
      <code>${INTENT_RECEIVED}</code>
      <pri>0</pri>
${args([STATE_BROADCAST, 0, 0, '', ''])}
    </Event>
  </Profile>
  <Task sr="task${TASK}">
    <id>${TASK}</id>
    <nme>Voronka: call</nme>
    <pri>100</pri>
    <rty>${RUN_BOTH}</rty>
    <Action sr="act0" ve="7">
      <code>${HTTP_REQUEST}</code>
${args(request(given), 1)}
    </Action>
  </Task>
</TaskerData>
`
  return { name: 'voronka.prf.xml', type: 'text/xml', text }
}

/** From `arg1` on: no certificate is trusted that the phone does not trust, and a task whose request failed goes on. */
function request(given: Given): readonly (string | number)[] {
  const headers = `Authorization:${bearer(given)}\nContent-Type:application/json`
  const body = JSON.stringify({ state: '%state', number: '%incoming_number', sent: '%TIMES' })
  return [POST, reportsUrl(given), headers, '', body, '', '', TIMEOUT, 0, 0, 0, 1]
}

function args(all: readonly (string | number)[], first = 0): string {
  return all
    .map((value, i) =>
      typeof value === 'number'
        ? `      <Int sr="arg${first + i}" val="${value}"/>`
        : `      <Str sr="arg${first + i}" ve="3">${escaped(value)}</Str>`,
    )
    .join('\n')
}
