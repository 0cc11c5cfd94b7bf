const MEBIBYTE = 1024 * 1024

/**
 * The greatest update that the server takes and a device sends, bytes: a device that was away for long brings much. What
 * is greater in one piece goes write by write; a single write that is greater is not accepted.
 */
export const LARGEST_UPDATE = 64 * MEBIBYTE
