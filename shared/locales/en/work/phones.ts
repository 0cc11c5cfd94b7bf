import type { Words } from '../../words.ts'

/** Phones and lines: those of the company in settings, one’s own in the profile. */
export const phones: Words['phones'] = {
  title: 'Phones and lines',
  keepersOnly:
    'Lines of the company are set up by the owner and administrators. Connect your own phone in the profile.',
  needsNetwork: 'Phones and lines can be changed while the server answers.',
  lines: {
    title: 'Lines of the company',
    text: 'Exchanges in the office and in the cloud tell of calls here and dial numbers from the CRM. Passwords and keys are kept by the server, sealed, and shown to nobody.',
    none: 'There are no lines yet.',
    add: 'Add a line',
    addTitle: 'New line',
  },
  everybodys: {
    title: 'Phones of people',
    text: 'Everybody connects a phone of his own in the profile. Here you see who has which; remove one that is lost.',
    none: 'Nobody has connected a phone yet.',
  },
  own: {
    title: 'My phones',
    text: 'A connected phone tells of calls here, dials numbers and sends SMS from the CRM.',
    none: 'There are no phones yet.',
    add: 'Connect a phone',
  },
  off: 'Off',
  locked: 'Key cannot be read',
  lockedPhone: 'The server cannot read the key of this phone: remove the phone and connect it anew.',
  lockedLine: 'The server cannot read the password or key that is kept: enter it anew.',
  connected: 'Connected',
  troubles: {
    refused: {
      name: 'Sign-in refused',
      text: 'The exchange refused the name or the password: compare them with manager.conf and enter them anew.',
    },
    unreachable: {
      name: 'No connection',
      text: 'The exchange does not answer at this address and port. It is tried again by itself; check the address, the port, and that the server can reach it.',
    },
  },
  seen: 'Last heard of: {{when}}',
  neverSeen: 'Not heard of yet',
  dials: 'Dials numbers',
  texts: 'Sends SMS',
  change: 'Change',
  changeOf: 'Change: {{name}}',
  remove: 'Remove',
  removeOf: 'Remove: {{name}}',
  removePhoneTitle: 'Remove the phone?',
  removePhoneText:
    'Calls of the phone “{{name}}” will not come here any more, and its key will be worth nothing. Earlier calls stay.',
  removeLineTitle: 'Remove the line?',
  removeLineText:
    'Calls of the line “{{name}}” will not come here any more, and its passwords and keys are erased. Earlier calls stay.',
  removed: 'Removed',
  kept: 'Saved',
  name: 'Name',
  number: 'Number',
  numberHint: 'Its own number: by it one sees where somebody called.',
  isOff: 'Switch off: take no calls from here and ask it for nothing',
  way: 'Connect by',
  lineWay: 'Connected by',
  pairing: {
    text: 'The phone gets a key of its own. It can be removed at any time.',
    name: 'What to call the phone',
    ask: 'Get a code',
    scan: 'Point the phone’s camera at the picture: a page of the program opens. Or open {{address}} on the phone and enter the code.',
    picture: 'Code for the phone’s camera',
    code: 'Connection code',
    until: 'The code is good until {{time}} and connects one phone.',
    waiting: 'Waiting for the phone…',
    over: 'The time of the code is over.',
    again: 'Get a new code',
    paired: 'The phone is connected: {{name}}',
    done: 'Done',
    local:
      'The program is open by this computer’s own address, where no phone finds it. Open it by the server’s address in the network, and get the code there.',
  },
  hooks: {
    address: 'Address for notifications',
    addressHint: 'Enter it in the settings of the exchange: there it tells of calls.',
    fields: 'What stands where in a message',
    fieldsHint:
      'Names of fields in JSON or a form; nested ones are written with a dot: call.from. Empty: the field is called as shown in grey.',
    values: 'What the exchange calls events',
    valuesHint:
      'Values of the fields of event and direction; several are written with commas between them. Empty: as shown in grey.',
  },
  settings: {
    asterisk: {
      shown: {
        host: 'Address of the Asterisk server',
        port: 'Port of AMI',
        user: 'Name in manager.conf',
        context: 'Context for dialling',
        channel: 'Channel that rings first',
      },
      secret: { secret: 'Password (secret)' },
    },
    mango: {
      shown: {
        key: 'Unique code of your exchange',
        address: 'Address of the API',
        extension: 'Inner number to dial from',
      },
      secret: { salt: 'Key for making signatures' },
    },
    zadarma: {
      shown: { key: 'Key', address: 'Address of the API', extension: 'Inner number to dial from' },
      secret: { secret: 'Secret' },
    },
    megafon: {
      shown: { address: 'Address of your exchange', user: 'User to dial for' },
      secret: { key: 'Key for signing in to your CRM', token: 'Key for signing in to the exchange' },
    },
    hooks: {
      shown: {
        header: 'Header with the signature',
        field: {
          call: 'Field: number of the call in the exchange',
          what: 'Field: event',
          number: 'Field: the other’s number',
          direction: 'Field: direction',
          line: 'Field: line',
          inner: 'Field: extension',
          at: 'Field: time',
        },
        value: {
          ringing: 'Event: ringing',
          dialling: 'Event: dialling',
          answered: 'Event: answered',
          ended: 'Event: talk ended',
          missed: 'Event: missed',
          failed: 'Event: failed',
          in: 'Direction: incoming',
          out: 'Direction: outgoing',
        },
      },
      secret: { secret: 'Secret of the signature' },
    },
  },
  hints: {
    channel: 'For instance PJSIP/101. {number} becomes the number that is dialled.',
    optionalAddress: 'May be left empty.',
    megafonAddress: 'For instance company.megapbx.ru.',
    header: 'Empty: X-Voronka-Signature.',
    secret:
      'The exchange shows it in the header, or signs the message’s body by it (HMAC-SHA-256). Without it nothing is taken.',
  },
}
