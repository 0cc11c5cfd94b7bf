import { DetailedError, Upload, type UploadOptions } from 'tus-js-client'
import { Failure, isFailureCode } from '../../../shared/errors.ts'
import { FETCH_STACK } from './fetch-stack.ts'

/** So much goes at once, bytes: what is cut off loses no more, and progress is told as often. */
const PIECE = 1024 * 1024

type FileSource = Awaited<ReturnType<NonNullable<UploadOptions['fileReader']>['openFile']>>

export interface Sent {
  /** Where uploads are begun. */
  readonly endpoint: string
  readonly headers: Readonly<Record<string, string>>
  /** One that was begun; null: none was. */
  readonly url: string | null
  readonly signal: AbortSignal
  /** Told where it can be gone on with. */
  onUrl(url: string): void
  /** So many bytes are on the server. */
  onSent(bytes: number): void
}

/**
 * Sends bytes from where an earlier try ended; gives the upload's address. Rejects with the Failure that the server named,
 * server-unreachable, or the signal's reason.
 */
export function upload(bytes: Blob, { endpoint, headers, url, signal, onUrl, onSent }: Sent): Promise<string> {
  return new Promise((resolve, reject) => {
    const sending = new Upload(bytes, {
      endpoint,
      headers,
      uploadUrl: url,
      chunkSize: PIECE,
      httpStack: FETCH_STACK,
      fileReader: { openFile: async () => sourceOf(bytes) },
      retryDelays: null,
      storeFingerprintForResuming: false,
      onUploadUrlAvailable: () => onUrl(sending.url ?? ''),
      onChunkComplete: (_piece, accepted) => onSent(accepted),
      onSuccess: () => resolve(sending.url ?? ''),
      onError: (error) => reject(failureOf(error)),
    })
    signal.addEventListener('abort', () => void sending.abort().then(() => reject(signal.reason)), { once: true })
    sending.start()
  })
}

/** The library reads other things by itself in each environment; these are bytes in all of them. */
function sourceOf(bytes: Blob): FileSource {
  const { size } = bytes
  return {
    size,
    slice: async (from, to) => ({ value: bytes.slice(from, to), done: to >= size }),
    close: () => {},
  }
}

function failureOf(error: Error): Failure {
  const body = error instanceof DetailedError ? (error.originalResponse?.getBody() ?? '') : ''
  const told = parsed(body)
  return told ?? new Failure('server-unreachable', {}, { cause: error })
}

function parsed(body: string): Failure | null {
  try {
    const { code, params } = JSON.parse(body) as { readonly code?: unknown; readonly params?: Failure['params'] }
    return isFailureCode(code) ? new Failure(code, params) : null
  } catch (error) {
    if (error instanceof SyntaxError) return null
    throw error
  }
}
