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
  wipe: 'Sign out and wipe',
  wipeTitle: 'Wipe the device “{{name}}”?',
  wipeText:
    'The device is signed out at once, and its data are wiped as soon as it is online. What it has not sent is sent first, if the role allows it; drafts and the rest are lost.',
  wipeAct: 'Wipe',
  recall: 'Do not wipe',
  waiting: 'its data will be wiped when it is online',
  wiped: 'data wiped {{when}}',
  lost: { one: '{{n}} change was not sent', other: '{{n}} changes were not sent' },
} as const
