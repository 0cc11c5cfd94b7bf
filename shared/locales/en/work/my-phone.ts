/** The program as it stands open on a phone that dials for its person. */
export const myPhone = {
  title: 'My phone',
  connect: 'Connect this phone',
  connectText:
    'The program on the computer shows the code: “Profile”, “My phones”. A connected phone dials numbers and sends SMS that are asked for at the computer, while this page is open.',
  connectThis: 'Connect',
  connectAnew: 'Connect anew',
  code: 'Code',
  waits: '{{name}} waits for requests from the computer',
  untold: { one: '{{n}} note of a call waits for the network', other: '{{n}} notes of calls wait for the network' },
  dial: 'Call',
  text: 'Write the SMS',
  refuse: 'Turn down',
  how: 'Call to {{number}}',
  end: 'How it ended',
  ends: { talked: 'Talked', noAnswer: 'No answer', busy: 'Busy' },
  note: 'Note',
  notDialled: 'Did not call',
  shared: 'From another program',
  noNumber: 'There is no phone number in the text.',
  find: 'Find the customer',
  profiles: {
    title: 'Calls by themselves',
    summary: 'MacroDroid, Tasker, Automate',
    text: 'The page does not see the calls of the phone. A program of automation tells of them: the files and values below hold the address and the key of this phone, give them to nobody. They were made by published samples and descriptions of these programs; we did not try them on a real phone.',
    macrodroid:
      'Save the files and open each in MacroDroid (“Import”), allow it to see calls, and take the saving of battery off for it.',
    tasker:
      'Save the file and open it in Tasker: hold the tab “Profiles”, “Import”. Allow Tasker to see the phone and the call log, and take the saving of battery off for it.',
    automate:
      'Join two blocks into a ring, “Broadcast receive” and “HTTP request” (method POST), and copy the values below into them; put “Broadcast extras” into the variable extras. Allow Automate to see the phone and the call log, and take the saving of battery off for it.',
    values: {
      action: 'Broadcast receive: Action',
      url: 'HTTP request: Request URL',
      headers: 'HTTP request: Request headers (fx)',
      contentType: 'HTTP request: Request content type',
      body: 'HTTP request: Request content body (fx)',
    },
  },
  leave: 'This phone',
  leaveText: 'The key is kept in this browser. To make it worth nothing at all, remove the phone in the profile.',
  forget: 'Forget the key',
} as const
