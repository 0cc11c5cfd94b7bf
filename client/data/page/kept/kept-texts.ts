/**
 * Texts that the browser keeps for this program. Where it refuses storage it throws at the very mention of it: then nothing
 * is found, and nothing is kept.
 */
export function keptText(key: string, storage = localOne): string | null {
  try {
    return storage().getItem(key)
  } catch {
    return null
  }
}

/** What was kept as JSON; null where there is none, or none that can be read. */
export function keptValue<T>(key: string): T | null {
  try {
    return JSON.parse(keptText(key) ?? 'null') as T | null
  } catch {
    return null
  }
}

/** Keeps a text under a key; null takes away what is there. False where it could not be kept: then the one before stays. */
export function keepText(key: string, text: string | null, storage = localOne): boolean {
  try {
    if (text === null) storage().removeItem(key)
    else storage().setItem(key, text)
    return true
  } catch {
    return false
  }
}

function localOne(): Storage {
  return localStorage
}
