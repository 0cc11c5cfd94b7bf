import { digest } from 'lib0/hash/sha256'
import { COMMON } from '../documents/families.ts'
import { derivedId, parseId } from '../records/keys/id.ts'
import { DAY_MS } from '../time/days.ts'
import type { ParsedLetter } from './letter.ts'

/** What a letter's id follows from (SPEC MP2). */
export interface Identified {
  readonly letter: Pick<ParsedLetter, 'messageId' | 'sent' | 'subject' | 'body'>
  /** SHA-256 of the bytes that came. */
  readonly rawHash: string
  /** When a mail server got it, ms since 1970. */
  readonly received: number
}

/** No document is of an earlier time. */
const EARLIEST = Date.UTC(2000, 0, 1)
/** What is no letter and no digit: servers wrap lines and add spaces. */
const BETWEEN = /[^\p{L}\p{N}]+/gu

/**
 * The id of a letter in a circle: by its Message-ID and its words, without one by its bytes. So one letter in two boxes is one record, and
 * two letters under one Message-ID are two.
 */
export function letterId(circle: string, { letter, rawHash, received }: Identified): string {
  const key = letter.messageId === null ? rawHash : `${letter.messageId}\u0000${wordsHash(letter)}`
  return derivedId(circle, Math.max(saidTime(letter.sent, received) ?? received, EARLIEST), 'letter', key)
}

/** The id of the twin that all may read, of a letter of a person's own. */
export function sharedId(id: string): string {
  const { circle } = parseId(id) ?? { circle: '' }
  return `${COMMON}${id.slice(circle.length)}`
}

/** The entry of a letter's places for a folder: one, however many letters of that folder are this one. */
export function placeId(account: string, folder: string): string {
  return shortDigest(`${account}\u0000${folder}`)
}

/** When a letter says that it was written, where that can be; else null. */
export function saidTime(sent: number | null, received: number): number | null {
  return sent !== null && sent >= EARLIEST && sent <= received + DAY_MS ? sent : null
}

function wordsHash({ subject, body }: Identified['letter']): string {
  return shortDigest(`${subject ?? ''} ${body.text || (body.html ?? '')}`.toLowerCase().replace(BETWEEN, ' ').trim())
}

function shortDigest(text: string): string {
  const bytes = digest(new TextEncoder().encode(text)).subarray(0, 16)
  return [...bytes].map((byte) => byte.toString(16).padStart(2, '0')).join('')
}
