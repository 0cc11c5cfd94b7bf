/** Signing in, the first start, invitations, forgotten passwords. */
export const account = {
  signIn: {
    title: 'Sign in',
    email: 'E-mail',
    password: 'Password',
    submit: 'Sign in',
    forgotten: 'Forgot the password? Ask the owner for a link: Settings, People.',
  },
  demo: { title: 'Demo company', text: 'Sign in as anyone. Everybody’s password: {{password}}' },
  first: {
    title: 'Let us begin',
    text: 'Nobody owns this server yet. Name the company and yourself: you become the owner.',
    company: 'Company name',
    zone: 'Time zone',
    currency: 'Currency',
    name: 'Your name',
    submit: 'Set up the company',
    demo: 'Fill with an example: “Assol Kitchens” with orders',
    passwordHint: 'At least 10 characters',
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
  wrongEmail: 'This is no e-mail address. Example: olga@salon.com',
  starting: 'Opening your data…',
  unreachable: {
    title: 'The server does not answer',
    text: 'Nobody has signed in on this device yet, so a network is needed.',
    again: 'Try again',
  },
} as const
