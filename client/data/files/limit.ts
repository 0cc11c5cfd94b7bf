import type { Meta } from '../device/meta.ts'

const FACT = 'fileLimit'

/** The greatest file that the server takes, as it said last, bytes; kept for work without a network. */
export function limitOn(meta: Meta) {
  return {
    get: () => meta.get<number>('facts', FACT) ?? null,
    set: (bytes: number) => {
      if (bytes !== meta.get<number>('facts', FACT)) meta.put('facts', FACT, bytes)
    },
  }
}
