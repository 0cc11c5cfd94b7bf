import { Failure } from './errors.ts'

/** What a failure may name: ids, names of documents, numbers. Other parameters may be what somebody typed. */
const TELLING = new Set([
  'document',
  'journal',
  'bytes',
  'limit',
  'waiting',
  'seconds',
  'field',
  'replica',
  'key',
  'schema',
])
/**
 * Errors of the system (with its number) and of SQLite name files and tables; V8's own name what the program calls things.
 * A mail library's code alone (`EENVELOPE`) stands beside what a server said of somebody's address.
 */
const PLAIN_CODE = /^(E[A-Z]+|SQLITE_\w+)$/
const PLAIN_TYPES = new Set(['TypeError', 'ReferenceError'])
const MOST_CAUSES = 5

/** An error as the log has it: what it is and where it came from; what it says only where nobody's data can be in it. */
export interface ShownError {
  readonly type: string
  readonly code?: string
  readonly message?: string
  readonly params?: Readonly<Record<string, unknown>>
  /** Places in the program. */
  readonly at: readonly string[]
  readonly cause?: ShownError
}

export function shownError(error: unknown, depth = 0): ShownError {
  if (!(error instanceof Error)) return { type: typeof error, at: [] }
  const { name, cause } = error
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined
  const isPlain = PLAIN_TYPES.has(name) || (code !== undefined && isPlainCode(code, error))
  return {
    type: name,
    ...(code !== undefined && { code }),
    ...(isPlain && { message: error.message }),
    ...(error instanceof Failure && { params: tellingOf(error.params) }),
    at: placesOf(error),
    ...(cause !== undefined && depth < MOST_CAUSES && { cause: shownError(cause, depth + 1) }),
  }
}

function isPlainCode(code: string, error: Error): boolean {
  return PLAIN_CODE.test(code) && ('errno' in error || code.startsWith('SQLITE_'))
}

function tellingOf(params: Failure['params']): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(params).filter(([name]) => TELLING.has(name)))
}

/** The stack begins with the message, on as many lines as that has. */
function placesOf({ stack = '' }: Error): string[] {
  return stack
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .slice(0, 8)
    .map((line) => line.trim().replace(/^at /, ''))
}
