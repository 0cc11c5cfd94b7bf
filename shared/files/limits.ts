/** The greatest file that a server takes where it was told nothing else, MiB. */
export const LARGEST_FILE_MB = 200

/** Megabytes as people read them, of bytes. */
export function megabytes(bytes: number): number {
  return Math.max(1, Math.round(bytes / (1024 * 1024)))
}
