interface Configured {
  readonly folder: string
  /** Of LMTP, and of IMAP. */
  readonly port: number
  readonly imap: number
  readonly password: string
  readonly user: string
  readonly group: string
  /** Whether there is a folder of sent mail. */
  readonly hasSent: boolean
  /** Where it is asked whether an access token is good, the token behind it; without it, it takes passwords alone. */
  readonly introspection?: string | undefined
}

const SENT = `  mailbox Sent {
    auto = create
    special_use = \\Sent
  }
`

/** How a Dovecot of a test's own is set: on loopback alone, all of it in one folder, everybody known by one password. */
export function configOf(configured: Configured): string {
  const { folder, port, imap, password, user, group, hasSent, introspection } = configured
  return `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = lmtp imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
default_internal_user = ${user}
default_internal_group = ${group}
default_login_user = ${user}
first_valid_uid = 1
first_valid_gid = 1
mail_location = maildir:${folder}/mail/%n
mail_max_userip_connections = 1000
auth_username_format = %n
auth_failure_delay = 0
${introspection ? byToken(folder) : ''}passdb {
  driver = static
  args = password=${password}
}
userdb {
  driver = static
  args = uid=${user} gid=${group} home=${folder}/mail/%n allow_all_users=yes
}
namespace inbox {
  inbox = yes
  separator = /
${hasSent ? SENT : ''}  mailbox Trash {
    auto = create
    special_use = \\Trash
  }
  mailbox Archive {
    auto = create
    special_use = \\Archive
  }
  mailbox Junk {
    auto = create
    special_use = \\Junk
  }
}
service anvil {
  chroot =
}
service stats {
  chroot =
}
service imap-login {
  chroot =
  inet_listener imap {
    address = 127.0.0.1
    port = ${imap}
  }
  inet_listener imaps {
    port = 0
  }
}
service lmtp {
  inet_listener lmtp {
    address = 127.0.0.1
    port = ${port}
  }
}
`
}

/** By an access token one signs in too, as `oauthConfigOf` says. */
function byToken(folder: string): string {
  return `auth_mechanisms = plain xoauth2 oauthbearer
passdb {
  driver = oauth2
  mechanisms = xoauth2 oauthbearer
  args = ${folder}/oauth2.conf
}
`
}

/** How a Dovecot asks whether a token is good (RFC 7662). */
export function oauthConfigOf(introspection: string): string {
  return `introspection_mode = get
introspection_url = ${introspection}
username_attribute = username
username_format = %n
active_attribute = active
active_value = true
`
}
