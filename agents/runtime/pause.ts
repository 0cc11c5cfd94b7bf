import { setTimeout as after } from 'node:timers/promises'

/** Resolves after so many ms, or at once where the signal is aborted: whoever goes on asks it. */
export async function pause(ms: number, signal: AbortSignal): Promise<void> {
  try {
    await after(ms, undefined, { signal })
  } catch (error) {
    if (!signal.aborted) throw error
  }
}
