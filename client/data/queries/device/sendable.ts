import type { StatusAnswer } from '../query.ts'

/** How many changes wait for nothing but their way to the server: those to documents that it does not serve wait longer. */
export function sendable({ waiting, unserved }: Pick<StatusAnswer, 'waiting' | 'unserved'>): number {
  return waiting.count - unserved.reduce((all, one) => all + one.waiting, 0)
}
