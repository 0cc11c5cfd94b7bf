/**
 * Of what is written to find out whether storage takes an edit, bytes (sync/SPEC J2): more than a usual one takes, with its
 * lines of the trail and the pages that are written besides.
 */
export const ROOM = 1024 * 1024
