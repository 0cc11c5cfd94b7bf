/** What `PUT /api/agent/files` with bytes as its body answers, with the service key (sync-server/files/SPEC W13). */
export interface MadeFile {
  /** SHA-256 of the bytes, hex. */
  readonly hash: string
  readonly size: number
}
