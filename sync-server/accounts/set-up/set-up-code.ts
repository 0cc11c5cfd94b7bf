import { randomInt } from 'node:crypto'
import { Failure } from '../../../shared/errors.ts'
import { isSameKey } from '../../sync/service-key.ts'

const GROUPS = 3

/** The code by which the first start proves that it is the server's owner's (SPEC A18): `4821-0937-5526`, digits on every keyboard. */
export function newSetUpCode(): string {
  const group = () => String(randomInt(10_000)).padStart(4, '0')
  return Array.from({ length: GROUPS }, group).join('-')
}

/** Failure setup-code-wrong; spaces and dashes do not count. */
export function checkSetUpCode(code: string, typed: string): void {
  if (!isSameKey(digitsOf(typed), digitsOf(code))) throw new Failure('setup-code-wrong')
}

function digitsOf(text: string): string {
  return text.replace(/\D/g, '')
}
