/** A mail server that keeps what it is given, and the part of it that takes letters by LMTP (Debian's dovecot-lmtpd, 2.3). */
export const DOVECOT = '/usr/sbin/dovecot'
export const DOVECOT_LMTP = '/usr/lib/dovecot/lmtp'
export const DOVEADM = '/usr/bin/doveadm'
