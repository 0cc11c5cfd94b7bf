import { timingSafeEqual } from 'node:crypto'
import type { LineReport } from '../lines/line-report.ts'
import type { HookRequest } from './hook.ts'

type Maybe<T> = { readonly [K in keyof T]: T[K] | null | undefined }

/** A report of what an exchange tells: what it leaves out is left out. */
export function reportOf(told: Maybe<Omit<LineReport, 'what'>> & Pick<LineReport, 'what'>): LineReport {
  const said = Object.entries(told).filter(([, value]) => value !== null && value !== undefined && value !== '')
  return Object.fromEntries(said) as unknown as LineReport
}

/** What was sent as a form, else in the query. */
export function formOf({ method, query, body }: HookRequest): URLSearchParams {
  return method === 'GET' ? query : new URLSearchParams(body)
}

/** An object by its JSON; null where it is none. */
export function objectOf(text: string): { readonly [name: string]: unknown } | null {
  try {
    const read: unknown = JSON.parse(text)
    return typeof read === 'object' && read !== null && !Array.isArray(read) ? (read as Record<string, unknown>) : null
  } catch {
    return null
  }
}

/** The text or number at a path of names, `call.from.number`; empty where there is none. */
export function textAt(from: unknown, path: string): string {
  const found = path
    .split('.')
    .reduce<unknown>(
      (at, name) =>
        typeof at === 'object' && at !== null && Object.hasOwn(at, name)
          ? (at as { readonly [name: string]: unknown })[name]
          : undefined,
      from,
    )
  return typeof found === 'string' || typeof found === 'number' ? String(found).trim() : ''
}

/** Seconds since 1970, as exchanges tell times, in ms; undefined for none. */
export function secondsAt(from: unknown, path: string): number | undefined {
  const seconds = Number(textAt(from, path))
  return Number.isFinite(seconds) && seconds > 0 ? Math.round(seconds * 1000) : undefined
}

/** Whether a text that was shown is the one meant, told in the same time whatever it is. No secret fits an empty one. */
export function isSame(shown: string | null, meant: string): boolean {
  const [a, b] = [Buffer.from(shown ?? ''), Buffer.from(meant)]
  return b.length > 0 && a.length === b.length && timingSafeEqual(a, b)
}
