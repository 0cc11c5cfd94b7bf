/** What may go wrong, what is promised then, and the test that holds it. */
export interface Fault {
  readonly fault: string
  readonly promise: string
  /** The file of its test. */
  readonly file: string
  /** How the test's name begins. */
  readonly test: string
}

const FAULTS = 'tests/faults'
const DEVICE = 'client/data/session/failures'

/** Every fault that is tried, one row for each test of tests/faults; others stand where what they try stands. */
export const TABLE: readonly Fault[] = [
  {
    fault: 'The server is killed under load, again and again',
    promise: 'Nothing that anybody was told is saved is missing; numbers stay unique; devices go on by themselves',
    ...inFaults('kill', 'J1: killed'),
  },
  {
    fault: 'The server is killed while agents claim and settle what they do, and agents die in the middle of it',
    promise: 'Nothing is done twice that must not be; what nobody knows of is doubtful, all else is done',
    ...inFaults('effects', 'LG6, LG7, LG8: killed'),
  },
  {
    fault: 'The server is killed while agents hear of what is written, or are away',
    promise: 'They go on where they were, and hear of all that was said to be saved, once, in order',
    ...inFaults('effects', 'LG1, LG3: killed'),
  },
  {
    fault: 'The site is killed between a visitor’s form and its answer, again and again',
    promise: 'No order is lost, and a form that is sent again is the same order',
    ...inFaults('site', 'ST7: a site that is killed'),
  },
  {
    fault: 'The server is stopped while devices write without a pause',
    promise: 'It ends in time, and nothing is lost',
    ...inFaults('stop', 'J1: stopped'),
  },
  {
    fault: 'The agents are killed amid what rules ask for, again and again',
    promise: 'Each record is made once; each letter goes, once more only as the same; each SMS at most once',
    ...inFaults('agents', 'WF1, SN1: agents that are killed'),
  },
  {
    fault: 'The agents are killed amid a mailing, again and again',
    promise:
      'Nobody gets its letter twice; of whom nobody knows whether they got it, that is said, and a person decides',
    ...inFaults('mailing', 'BM13: agents that are killed'),
  },
  {
    fault: 'The bridge is killed amid calls, again and again, and the server is begun anew',
    promise: 'Each call that a phone tells of is one record, with its times; none is lost, none is twice',
    ...inFaults('calls', 'BR1: a bridge that is killed'),
  },
  {
    fault: 'The server is killed in the middle of erasing a person',
    promise: 'With the next start it goes on to the end; no byte of the person is left in the data folder',
    ...inFaults('erasing', 'ER11: a server that is killed'),
  },
  {
    fault: 'Thousands of orders are imported under rules that are on',
    promise: 'None of them starts a rule, unless whoever imports asks for it',
    ...inFaults('agents-import', 'WF6: 8,800 orders'),
  },
  {
    fault: 'The line to a mail server is cut at random bytes',
    promise: 'Each letter that it lists is in the ledger, and one record',
    ...inFaults('mail', 'MB4: the line is cut'),
  },
  {
    fault: 'A mail server is killed amid FETCH',
    promise: 'The agent comes again; no letter is left out, none is twice',
    ...inFaults('mail', 'MB4: the mail server is killed'),
  },
  {
    fault: 'A box is emptied and filled again under another UIDVALIDITY, amid the taking',
    promise: 'Its letters are the records that they were; what is not there any more has no place there',
    ...inFaults('mail', 'MB6, MB7: a box is emptied'),
  },
  {
    fault: 'Letters are moved between folders on the mail server, again and again',
    promise: 'Each stays one record, with the place where it is',
    ...inFaults('mail', 'MB7: letters are moved'),
  },
  {
    fault: 'Message-IDs are doubled, missing, or written anew by a provider',
    promise: 'No letter hides another; the same one is taken in once',
    ...inFaults('mail', 'MB5: Message-IDs'),
  },
  {
    fault: 'A letter of 100 MB comes among others',
    promise: 'It is taken in, and so are the others',
    ...inFaults('mail', 'MB4: a letter of'),
  },
  {
    fault: '10,000 letters come at once',
    promise: 'Each is taken in, once',
    ...inFaults('mail', 'MB4: at once come'),
  },
  {
    fault: 'Our own server is killed amid the taking of mail, again and again',
    promise: 'No letter is left out, none is twice',
    ...inFaults('mail-ours', 'MB4: our own server is killed'),
  },
  {
    fault: 'A backup is restored amid the taking of mail',
    promise:
      'What records and ledger lack is taken in anew: each letter that the mail server lists is one record again',
    ...inFaults('mail-ours', 'MB4: a backup is restored'),
  },
  {
    fault: 'A mail password is changed amid the taking',
    promise: 'The account says so; with the new one it goes on where it was',
    ...inFaults('mail', 'MB9: the password'),
  },
  {
    fault: 'The agents are killed amid the taking of mail, again and again',
    promise: 'No letter is left out, none is twice',
    ...inFaults('mail', 'MB4: the agents are killed'),
  },
  {
    fault: 'The disk of the agents is full while mail comes',
    promise: 'Letters are taken in all the same',
    ...inFaults('mail', 'MB4: the disk of the agents'),
  },
  {
    fault: 'The server’s disk is full',
    promise: 'It refuses for now and says so; once there is room devices go on by themselves, nothing is gone',
    ...inFaults('full-disk', 'J2: a full disk'),
  },
  {
    fault: 'The server’s disk was full, and nobody writes to it',
    promise: 'Once there is room it is well again by itself, as balancers ask',
    ...inFaults('full-disk', 'J2: nobody writes'),
  },
  {
    fault: 'The disk of PostgreSQL is full',
    promise: 'Every server refuses for now and says so; once there is room all goes on by itself, nothing is gone',
    ...inFaults('full-disk-postgres', 'J2, J25: the disk of PostgreSQL'),
  },
  {
    fault: 'The server’s disk becomes read-only',
    promise: 'It refuses for now and says so; begun again on a whole disk it gets all that devices hold',
    ...inFaults('read-only', 'J2: the disk becomes read-only'),
  },
  {
    fault: 'The disk is full while a backup is made, wherever in it',
    promise: 'It is said in words, on the owner’s page too; all stands as it stood, once there is room one is made',
    ...inFaults('full-disk-keeping', 'K3, K6: the disk is full'),
  },
  {
    fault: 'The disk is full while a backup is restored, wherever in it',
    promise: 'It is said in words; all stands as it stood, once there is room it is restored',
    ...inFaults('full-disk-keeping', 'K9: the disk is full'),
  },
  {
    fault: 'The disk of the data folder is full while a backup is restored into PostgreSQL',
    promise: 'It is said in words; all stands as it stood, in the database too',
    ...inFaults('full-disk-keeping', 'K9, K14: the disk'),
  },
  {
    fault: 'The line is cut at random bytes, amid frames',
    promise: 'All that was written arrives, once; nothing is refused',
    ...inFaults('cut-line', 'J4: the line cut'),
  },
  {
    fault: 'The server is killed in the middle of an upload, again and again',
    promise: 'Begun anew, the device goes on where it was; the file arrives whole, and nothing half is ever served',
    ...inFaults('upload', 'W1, W2: killed'),
  },
  {
    fault: 'A device that was away for long brings tens of megabytes in one update',
    promise: 'All of it is taken, nobody is cut off meanwhile',
    ...inFaults('big-update', 'J1: a device that was away'),
  },
  {
    fault: 'An update over the limit of 64 MB',
    promise: 'It is refused in words and not applied; nobody is cut off, the device goes on',
    ...inFaults('big-update', 'J6: an update over the limit'),
  },
  {
    fault: 'An order of two years ago is edited without a network, the program is begun again, the network comes back',
    promise: 'The edit arrives without the order being opened',
    ...inFaults('away', 'an offline edit of a two-year-old order'),
  },
  {
    fault: 'A document is packed while a device with unsent writes is away',
    promise: 'They stand in the new generation; nobody is told anything',
    ...inFaults('away', 'J20: a device with an old generation'),
  },
  {
    fault: 'Clocks that are days off',
    promise: 'Who writes later wins, on line and off it; moves have the server’s time',
    ...inFaults('clocks', 'clocks days off'),
  },
  {
    fault: 'A client sends another’s recorded frames',
    promise: 'Nothing is written twice, nor in another’s name',
    ...inFaults('replayed', 'J5: a client that sends another'),
  },
  {
    fault: 'A client sends another’s frames before they have come from him',
    promise: 'They are refused; from their writer they are taken',
    ...inFaults('replayed', 'J5: frames that the server has not seen'),
  },
  {
    fault: 'Clients flood the server with questions and garbage',
    promise: 'What others write is saved meanwhile; whoever sends garbage with it is cut off, the server stays well',
    ...inFaults('flood', 'J6: clients that flood'),
  },
  {
    fault: 'A client sends garbage: spoilt frames, updates and states of its own',
    promise: 'Each is refused, or as good as any; nothing of others changes, every document loads',
    ...inFaults('hostile', 'J5, J6: a client sends garbage'),
  },
  {
    fault: 'A client forges another’s document or replica',
    promise: 'It is refused by the reason, nothing of it stands, and who was forged works on',
    ...inFaults('hostile', 'J5, J6: a client forges'),
  },
  {
    fault: 'Passwords are guessed from many networks at once',
    promise: 'After ten of a network, thirty of an account none is looked at; who is signed in works on',
    ...inFaults('guesses', 'A8: passwords are guessed'),
  },
  {
    fault: 'A program of a month ago opens today’s documents, and today’s those of a month ago',
    promise: 'Both read all they know of, leave alone what they do not, and what each writes stands for the other',
    ...inFaults('programs', 'an older program'),
  },
  {
    fault: 'A flipped byte in a snapshot; a journal cut in the middle of a record',
    promise:
      'Refused with words that every device shows, all else goes on; named by `crm verify`, restored from a backup without loss of what devices hold',
    ...inFaults('damaged', 'J15, K11, J30: %s is refused'),
  },
  {
    fault: 'A database that was cut off',
    promise: 'It is named as such',
    ...inFaults('damaged', 'K11: a database that was cut off'),
  },
  {
    fault: 'Redis is gone and back',
    promise:
      'Both servers journal, acknowledge and open meanwhile; five seconds after it is back all are alike without a further edit, numbers unique',
    ...inFaults('several-servers', 'J24: Redis is gone'),
  },
  {
    fault: 'PostgreSQL dies and comes back',
    promise: 'Nothing that was told is lost; all goes on by itself',
    ...inFaults('several-servers', 'J25: PostgreSQL dies'),
  },
  {
    fault: 'One of several servers is killed under load',
    promise: 'Its devices go on at the other, signed in, and nothing is lost',
    ...inFaults('several-servers', 'J21, J23: a server is killed'),
  },
  {
    fault: 'Days of all of these at once, drawn from a seed',
    promise: 'All read the same, nothing acknowledged is lost, what is refused is told (tests/simulate/README.md)',
    file: 'tests/simulate/simulate.test.ts',
    test: 'days of $devices devices',
  },
  {
    fault: 'A device’s disk is full',
    promise: 'Work goes on and goes to the server; when there is room all of it is on the device, whole',
    file: `${DEVICE}/full-disk.test.ts`,
    test: 'on a full disk work goes on',
  },
  {
    fault: 'The browser clears a device’s data under the program',
    promise: 'It is said; what was in memory is kept anew, the rest is fetched',
    file: `${DEVICE}/wiped.test.ts`,
    test: 'data that are cleared under a device',
  },
  {
    fault: 'A device is killed again and again amid a refusal, the line cut in between',
    promise: 'What is refused stands apart with the reason, all else is taken',
    file: `${DEVICE}/refused.test.ts`,
    test: 'killed again and again in the middle of it',
  },
  {
    fault: 'A tab that hosts the data worker is closed or frozen amid writes',
    promise: 'Another tab goes on with all that was written',
    file: 'tests/e2e/together/tabs.spec.ts',
    test: 'without SharedWorker one tab hosts the worker',
  },
  {
    fault: 'Two tabs of a device are killed in the middle of their writes, browser and all',
    promise: 'What was said to be kept on the device is there again, and goes to the server',
    file: 'tests/e2e/together/killed.spec.ts',
    test: 'two tabs are killed in the middle of their writes',
  },
]

function inFaults(file: string, test: string): Pick<Fault, 'file' | 'test'> {
  return { file: `${FAULTS}/${file}.test.ts`, test }
}
