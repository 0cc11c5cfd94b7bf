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
  wipe: 'Sign out and wipe the data',
  wipeTitle: 'Wipe the data from the device “{{name}}”?',
  wipeText:
    'It is signed out. As soon as it is online it sends what it has not sent yet and wipes the company’s data. On the server everything stays.',
  recall: 'Do not wipe the data',
  waiting: 'its data will be wiped when it is online',
  wiped: 'data wiped {{when}}',
  lost: { one: '{{n}} change was not sent', other: '{{n}} changes were not sent' },
} as const
