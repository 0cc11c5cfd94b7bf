import { bearer, dialName, type Given, type ProfileFile, type ReportText, reportsUrl } from './given.ts'

/** What calls MacroDroid tells of, by its class of trigger, and what is reported then. */
const TRIGGERS = [
  ['IncomingCallTrigger', { what: 'ringing', direction: 'in' }],
  ['OutgoingCallTrigger', { what: 'dialling', direction: 'out' }],
  ['CallActiveTrigger', { what: 'answered' }],
  ['CallEndedTrigger', { what: 'ended' }],
  ['CallMissedTrigger', { what: 'missed', direction: 'in' }],
] as const satisfies readonly (readonly [string, ReportText])[]

/** Any number, in a contact's place. */
const ANYBODY = [{ m_id: '-2', m_lookupKey: '-2', m_name: '[Any Number]' }]
const ANY_CALLER = {
  isExclude: false,
  m_contactList: ANYBODY,
  m_incomingCallFromList: ANYBODY,
  m_outgoingCallToList: ANYBODY,
  m_groupIdList: [],
  m_groupNameList: [],
  m_option: 0,
  m_phoneNumber: '',
  m_phoneNumberExclude: false,
  useRegex: false,
}
/** A number that is reckoned, in a contact's place. */
const ANY_NUMBER = { m_id: 'Hardwired_Number', m_lookupKey: 'Hardwired_Number', m_name: '[Select Number]' }
/** What every part has; MacroDroid numbers parts anew as it takes a macro in. */
const PLAIN = { m_SIGUID: 0, m_constraintList: [], m_isDisabled: false, m_isOrCondition: false }

/** Where MacroDroid's own server listens, unless it is told otherwise. */
const PORT = 8080

/**
 * The macros that report calls to the bridge, and the one that dials when the bridge asks. MacroDroid takes one macro in a file:
 * a macro for each trigger needs no conditions, which it numbers anew as it takes them in.
 */
export function macroDroidProfile(given: Given): readonly ProfileFile[] {
  const reporting = TRIGGERS.map(([trigger, report]) =>
    macro(`Voronka: ${report.what}`, { m_classType: trigger, ...ANY_CALLER }, [post(given, report)]),
  )
  const dialling = macro(
    'Voronka: dial',
    { m_classType: 'HttpServerTrigger', identifier: dialName(given), sendResponse: true, responseCode: 200 },
    [{ m_classType: 'MakeCallAction', m_contact: ANY_NUMBER, m_number: '{http_param=number}', slotId: -1 }],
  )
  return [...reporting, dialling]
}

function macro(name: string, trigger: object, actions: readonly object[]): ProfileFile {
  const whole = {
    macroExportVersion: 1,
    macro: {
      m_name: name,
      m_category: 'Voronka',
      m_enabled: true,
      m_completed: true,
      m_GUID: 0,
      m_triggerList: [{ ...PLAIN, ...trigger }],
      m_actionList: actions.map((action) => ({ ...PLAIN, ...action })),
      m_constraintList: [],
      localVariables: [],
    },
    globalVariables: [],
  }
  return {
    name: `${name.replace(': ', '-').toLowerCase()}.macro`,
    type: 'application/octet-stream',
    text: JSON.stringify(whole, null, 1),
  }
}

/** The phone's clock goes as `sent` too: by it a wrong one is put right. */
function post(given: Given, report: ReportText): object {
  const now = '{system_time_ms}'
  const body = { ...report, number: '{call_number}', at: now, sent: now }
  return {
    m_classType: 'HttpRequestAction',
    requestConfig: {
      requestType: 1,
      urlToOpen: reportsUrl(given),
      contentType: 'application/json',
      contentBodySource: 0,
      contentBodyText: JSON.stringify(body),
      headerParams: [
        { paramName: 'Authorization', paramValue: bearer(given) },
        { paramName: 'X-Voronka-Receiver', paramValue: `${PORT}/${dialName(given)}` },
      ],
      queryParams: [],
      requestTimeOutSeconds: 30,
      followRedirects: false,
      allowAnyCertificate: false,
      blockNextAction: true,
      basicAuthEnabled: false,
      basicAuthUsername: '',
      basicAuthPassword: '',
      saveResponseType: 0,
      saveReturnCodeToVariable: false,
      responseVariableName: '',
      returnCodeVariableName: '',
    },
  }
}
