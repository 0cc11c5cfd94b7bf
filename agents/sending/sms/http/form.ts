import type { Question } from './ask.ts'

/** A form that is posted, without its empty fields; what is secret stands in no address. */
export function formOf(address: string, fields: Readonly<Record<string, string>>): Question {
  return {
    url: new URL(address),
    method: 'POST',
    headers: { 'content-type': 'application/x-www-form-urlencoded; charset=utf-8' },
    body: new URLSearchParams(Object.entries(fields).filter(([, value]) => value !== '')).toString(),
  }
}
