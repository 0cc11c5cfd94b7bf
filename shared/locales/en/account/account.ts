/** Signing in, the first start, invitations, forgotten passwords. */
export const account = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    passkey: 'Sign in with a passkey',
    forgotten: 'Forgot the password? Ask the owner for a link: Settings, People.',
  },
  code: {
    title: 'Sign-in code',
    text: 'Open the app with codes on your phone and enter the 6 digits.',
    label: 'Code from the app',
    useBackup: 'The phone is not at hand: enter a backup code',
    backupText: 'Enter one of the backup codes that you have written down. Each works once.',
    backup: 'Backup code',
    usePhone: 'Enter a code from the app',
    back: 'Sign in with another e-mail',
  },
  factor: {
    title: 'Sign in with a code or a passkey',
    text: 'In your company one signs in with a code or a passkey only: who learns the password does not get in. Set one up, it takes a minute.',
    until: 'You may put it off until {{when}}.',
    code: 'Code from an app on the phone',
    passkey: 'Passkey of this device',
    other: 'Choose another way',
    later: 'Later',
    leave: 'Sign out',
  },
  demo: { title: 'Demo company', text: 'Sign in as anyone. Everybody’s password: {{password}}' },
  first: {
    title: 'Let us begin',
    text: 'Nobody owns this server yet. Name the company and yourself: you become the owner.',
    code: 'First start code',
    codeHint:
      'It stands where the server was started, in the last lines: 12 digits. From the server itself one begins without.',
    company: 'Company name',
    zone: 'Time zone',
    currency: 'Currency',
    name: 'Your name',
    submit: 'Set up the company',
    demo: 'Fill with an example: “Assol Kitchens” with orders',
    passwordHint: 'At least 10 characters',
  },
  insecure: {
    title: 'A secure connection is needed',
    text: 'Over http from another computer the browser lets no program keep data or work offline. Open it at its https address: the server is started for that like this.',
  },
  invitation: {
    title: 'Invitation',
    text: '{{company}} invites you: {{name}}, {{role}}. Choose a password.',
    submit: 'Accept',
  },
  reset: {
    title: 'New password',
    text: 'Choose a new password for {{email}}. Other devices will have to sign in again.',
    submit: 'Change the password',
  },
  toSignIn: 'Go to sign-in',
  wrongEmail: 'This is no e-mail address. Example: olga@salon.com',
  starting: 'Opening your data…',
  otherRole:
    'Your role is now “{{role}}”: what it does not allow has gone from the screen. What the server did not take stands under “Not accepted”.',
  held: {
    title: 'Voronka is open in another tab',
    text: 'An earlier version of the program works there and holds your data. Reload or close the other tabs with Voronka: here everything opens by itself.',
  },
  ended: {
    title: 'You have signed out in another tab',
    text: 'All that was saved is still on this device under your e-mail. To go on, sign in again.',
  },
  wiped: {
    title: 'The data is being wiped from this device',
    text: 'You are signed out here and the company’s data is being wiped: it was ordered by you on another device or by whoever looks after your account. What is unsent goes to the server first. To go on here, sign in again.',
  },
  unreachable: {
    title: 'The server does not answer',
    left: 'You have signed out on this device. To sign in, a network is needed.',
    text: 'Nobody has signed in on this device yet, so a network is needed.',
    again: 'Try again',
  },
} as const
