/** A mail server that keeps what it is given, and the parts of it that take letters by LMTP and give them by IMAP (Debian's, 2.3). */
export const DOVECOT = '/usr/sbin/dovecot'
export const DOVECOT_LMTP = '/usr/lib/dovecot/lmtp'
export const DOVECOT_IMAP = '/usr/lib/dovecot/imap'
/** What copies boxes, measured beside (Debian's isync). */
export const MBSYNC = '/usr/bin/mbsync'
export const DOVEADM = '/usr/bin/doveadm'
