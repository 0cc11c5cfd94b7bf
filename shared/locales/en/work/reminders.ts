/** Reminders: what rings, and asking for one. */
export const reminders = {
  title: 'Reminders that ring',
  nameless: 'Reminder',
  begins: 'Begins:\u00A0{{when}}',
  at: 'Reminder for {{when}}',
  missed: 'While you were away. {{text}}',
  snooze: 'Snooze',
  snoozes: {
    fiveMinutes: 'For 5 minutes',
    quarter: 'For 15 minutes',
    hour: 'For an hour',
    tomorrow: 'Until tomorrow, 9:00',
  },
  more: { one: '{{n}} more', other: '{{n}} more' },
  heard: 'The reminder is dismissed',
  snoozed: 'The reminder is put off',
  less: 'Show fewer',
  allDone: 'Dismiss all',
  me: 'Remind me',
  text: 'About what',
  when: 'Another time',
  submit: 'Remind me',
  set: 'Will remind you: {{when}}',
  past: 'This time has passed',
  quick: { hour: 'In an hour', threeHours: 'In 3 hours', tomorrow: 'Tomorrow, 9:00', monday: 'On Monday, 9:00' },
  /** Notices of the browser's own. */
  notices: {
    title: 'Browser notifications',
    question: 'Show reminders also while the window of the program is out of sight?',
    turnOn: 'Show them',
    later: 'Not now',
    text: 'Reminders ring in the program while it is open, without a network too. While its window is out of sight, the browser can tell of them.',
    granted: 'Notifications are shown on this device.',
    denied:
      'The browser does not let the program show notifications. Allow them in the settings of the site: the sign left of the address.',
    none: 'This browser cannot show notifications, or the program was not opened at a secure address.',
  },
} as const
