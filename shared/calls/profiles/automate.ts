import { bearer, type Given, reportsUrl, STATE_BROADCAST } from './given.ts'

/** What is copied into Automate’s blocks «Broadcast receive» and «HTTP request»: its flows are a form of its own. */
export interface AutomateValues {
  /** «Broadcast receive», Action; its extras are put into the variable `extras`. */
  readonly action: string
  /** «HTTP request», from here on. */
  readonly url: string
  readonly contentType: string
  /** Expressions, each a dictionary. */
  readonly headers: string
  readonly body: string
}

export function automateValues(given: Given): AutomateValues {
  return {
    action: STATE_BROADCAST,
    url: reportsUrl(given),
    contentType: 'application/json',
    headers: `{"Authorization": ${JSON.stringify(bearer(given))}}`,
    body: '{"state": extras["state"], "number": extras["incoming_number"]}',
  }
}
