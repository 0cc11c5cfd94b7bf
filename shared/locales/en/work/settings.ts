/** Settings: kinds and their states, people and their accounts. */
export const settings = {
  title: 'Settings',
  kinds: {
    states: 'States of the kind',
    number: 'No.',
    add: 'Add',
    addAll: 'Add all',
    remove: 'Take out',
    up: 'Up',
    down: 'Down',
    fixed: 'Always last',
    chooseState: 'State',
    newState: 'New state…',
    noStates: 'Add states: an order goes through them from the first to “Completed”.',
  },
  /** Asked before that is removed in which orders stand. */
  standing: {
    ask: {
      kinds: 'Remove the kind “{{name}}”?',
      states: 'Remove the state “{{name}}”?',
      taken: 'Take the state “{{name}}” out of the kind?',
    },
    count: 'Open orders: {{open}}, completed: {{closed}}.',
    become: {
      kinds:
        'The orders keep their kind and state, and stay in lists and funnel. The kind will have no board, and its orders can be moved only by choosing another kind for them.',
      states: 'The orders stay in this state, and kinds that have it keep it. It cannot be added to a kind any more.',
      taken:
        'The orders stay in this state until they are moved. In the funnel they stand apart, under the table of the kind.',
    },
  },
  people: {
    account: 'Account',
    none: 'No account',
    invite: 'Invite',
    role: 'Role',
    link: 'Invitation link',
    linkPicture: 'The invitation link as a code for a camera',
    linkUntil: 'Works once, until {{when}}.',
    linkGone: 'The link is shown once. If it is lost, make a new one.',
    linkHere:
      'You are on the server’s own machine, and the link leads there: it does not open on another device. Go in by the server’s address in the network and make the link there, or start the server with --address.',
    newLink: 'New link',
    withdraw: 'Withdraw the invitation',
    invitedAs: 'Invited: {{role}}.',
    never: 'has not signed in yet',
    withCode: 'sign-in with a code',
    withoutCode: 'sign-in without a code',
    passkeys: { one: '{{n}} passkey', other: '{{n}} passkeys' },
    resetFactors: 'Reset code and passkeys',
    resetFactorsTitle: 'Reset sign-in with a code and passkeys?',
    resetFactorsText:
      'The password alone will be enough. Reset it if the phone is lost and you are sure that the person himself asks.',
    reset: 'Link for a new password',
    signOut: 'Sign out everywhere',
    signedOut: 'Signed out on all devices',
    disable: 'Disable the account',
    enable: 'Enable the account',
    disabled: 'Account disabled',
    needsNetwork: 'This needs a network.',
    required: {
      label: 'Sign in with a code or a passkey only',
      hint: 'Who signs in with the password alone sets up a code from an app or a passkey first. Those who are signed in have 7 days for it.',
      until: 'Those who signed in with a password before may work without until {{when}}.',
      all: 'Everybody has a code or a passkey.',
      lacking: 'Without code and passkey: {{names}}.',
    },
    ways: {
      code: 'Signs in with a code',
      passkey: 'Signs in with a passkey',
      none: 'Signs in with the password alone',
    },
  },
  removed: 'Removed',
  empty: { title: 'Nothing here yet', text: 'Make the first record.' },
  readOnly: 'The owner or an administrator can change this.',
  notAccepted: {
    title: 'Not accepted',
    text: 'The server did not accept these changes. Everything else is saved.',
    giveUp: 'Understood, remove',
    givenUp: 'The change that was not accepted is removed',
  },
} as const
