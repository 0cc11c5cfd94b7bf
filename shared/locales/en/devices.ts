/** Devices of an account: where it is signed in and what is kept there. */
export const devices = {
  here: 'this device',
  online: 'online',
  seen: 'last online {{when}}',
  signedIn: 'signed in',
  signedOut: 'signed out, its data are still there',
  none: 'There are no devices.',
  more: 'Acts on the device “{{name}}”',
  signOut: 'Sign out',
  signedOutDone: 'The device “{{name}}” is signed out',
  waiting: 'its data will be wiped when it is online',
  wiped: 'data wiped {{when}}',
  lost: { one: '{{n}} change was not sent', other: '{{n}} changes were not sent' },
} as const
