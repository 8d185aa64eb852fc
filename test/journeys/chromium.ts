/** The browser of this machine, how it is started, and in which environment. */
export const chromiumHere = {
  executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
  // In the C locale it cannot keep a file with a Japanese name.
  env: { ...process.env, LC_ALL: 'C.UTF-8' },
  args: [
    '--headless',
    '--no-sandbox',
    '--disable-gpu',
    '--disable-quic',
    '--no-first-run',
    '--disable-background-networking',
    '--disable-component-update',
    '--disable-sync',
  ],
};
