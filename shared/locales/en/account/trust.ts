/** The page by which a tablet comes to trust this server's certificate. */
export const trust = {
  title: 'Connect a device',
  lead: 'For Voronka to open on a tablet or phone without warnings, and to be installed on its screen, the device must once be told to trust the certificate of this server.',
  scan: 'Open this page on the device: point its camera here.',
  qr: 'Address of this page: {{address}}',
  download: 'Download the certificate',
  fingerprint: 'Fingerprint of the certificate, SHA-256',
  compare: 'Compare it with what the server showed when it was started: so you see that the page is genuine.',
  open: 'Open Voronka',
  after: 'When the certificate is installed',
  steps: 'What to do on the device',
  android: {
    title: 'Android',
    first: 'Press “Download the certificate”.',
    second:
      'Open Settings, Security, More security settings, Encryption & credentials, Install a certificate. If the items have other names, look for “certificate” in the settings.',
    third: 'Choose “CA certificate”, then “Install anyway”, and the file voronka.crt in Downloads.',
  },
  ipad: {
    title: 'iPad and iPhone',
    first: 'Open this page in Safari, press “Download the certificate” and “Allow”.',
    second: 'Open Settings, General, VPN & Device Management, choose the profile “Voronka” and press “Install”.',
    third: 'Open Settings, General, About, Certificate Trust Settings and switch “Voronka” on.',
  },
  windows: {
    title: 'Windows',
    first: 'Press “Download the certificate” and open the file voronka.crt.',
    second: 'Press “Install Certificate…” and choose “Current User”.',
    third:
      'Choose “Place all certificates in the following store”, “Browse…”, “Trusted Root Certification Authorities”, and agree to the warning. Restart the browser.',
  },
  mac: {
    title: 'macOS',
    first:
      'Press “Download the certificate” and open the file voronka.crt: it appears in Keychain Access, under “login”.',
    second: 'Double-click the certificate “Voronka”, open “Trust” and choose “Always Trust”.',
    third: 'Close the window, enter the password of the computer and restart the browser.',
  },
  firefox:
    'Firefox on a computer keeps certificates of its own: Settings, Privacy & Security, View Certificates, Authorities, Import.',
  language: 'Русский',
} as const
