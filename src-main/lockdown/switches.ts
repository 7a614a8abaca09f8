/**
 * Command-line switches: those that would open the app to any program on a shared computer, and those
 * the app gives itself. A packaged app refuses the first kind. No fuse covers `--remote-debugging-port`, for
 * example, which lets any program on the machine read every page.
 */

export const refusedSwitches = [
  'allow-running-insecure-content',
  'auth-server-allowlist',
  'auth-server-whitelist',
  'browser-subprocess-path',
  'crash-dumps-dir',
  'disable-extensions-except',
  'disable-features',
  'disable-gpu-sandbox',
  'disable-namespace-sandbox',
  'disable-seccomp-filter-sandbox',
  'disable-setuid-sandbox',
  'disable-site-isolation-trials',
  'disable-web-security',
  'disk-cache-dir',
  'enable-automation',
  'enable-blink-features',
  'enable-features',
  'enable-logging',
  'gpu-launcher',
  'host-resolver-rules',
  'host-rules',
  'ignore-certificate-errors',
  'ignore-certificate-errors-spki-list',
  'in-process-gpu',
  'inspect',
  'inspect-brk',
  'inspect-port',
  'inspect-publish-uid',
  'inspect-wait',
  'js-flags',
  'load-extension',
  'log-file',
  'log-net-log',
  'net-log-capture-mode',
  'no-sandbox',
  'no-zygote',
  'proxy-auto-detect',
  'proxy-bypass-list',
  'proxy-pac-url',
  'proxy-server',
  'remote-allow-origins',
  'remote-debugging-address',
  'remote-debugging-pipe',
  'remote-debugging-port',
  'renderer-cmd-prefix',
  'single-process',
  'ssl-key-log-file',
  'trace-startup',
  'trace-startup-file',
  'unsafely-treat-insecure-origin-as-secure',
  'user-data-dir',
  'utility-cmd-prefix',
  'v',
  'vmodule',
  'wait-for-debugger-children',
  'zygote-cmd-prefix',
] as const

/** Switches that do no harm: how the window looks, and what the system itself adds. Others that a person gives are refused. */
export const allowedSwitches = [
  'disable-gpu',
  'disable-gpu-compositing',
  'enable-wayland-ime',
  'force-color-profile',
  'force-dark-mode',
  'force-device-scale-factor',
  'force-high-contrast',
  'force-prefers-reduced-motion',
  'force-renderer-accessibility',
  'high-dpi-support',
  'lang',
  'original-process-start-time',
  'ozone-platform',
  'ozone-platform-hint',
  'start-maximized',
  'use-gl',
] as const

/** Would make Electron write a log, or trust another authority. */
export const refusedVariables = [
  'ELECTRON_ENABLE_LOGGING',
  'ELECTRON_LOG_FILE',
  'NODE_EXTRA_CA_CERTS',
] as const

/** What `sysexits.h` calls a usage error. */
export const refusedExitCode = 64

/** Looked up before the app adds its own switches, some of which are on the list. */
export function refusedAmong(hasSwitch: (name: string) => boolean): readonly string[] {
  return refusedSwitches.filter(hasSwitch)
}

/**
 * Names of the switches among a program's arguments that are not allowed. Chromium takes `-x`, `--x`, and on Windows `/x`, in
 * any case of its letters there. What follows `--` alone is no switch.
 */
export function strangersAmong(args: readonly string[], platform: NodeJS.Platform): readonly string[] {
  const end = args.indexOf('--')
  const prefix = platform === 'win32' ? /^(?:--?|\/)(?=.)/ : /^--?(?=.)/
  return (end === -1 ? args : args.slice(0, end)).flatMap((arg) => {
    if (!prefix.test(arg)) return []
    const name = (arg.replace(prefix, '').split('=', 1)[0] ?? '').toLowerCase()
    // macOS gives an app that is opened from the Finder a number of its process.
    if (platform === 'darwin' && /^psn_/.test(name)) return []
    return allowedSwitches.some((allowed) => allowed === name) ? [] : [name]
  })
}

type Switch = readonly [name: string, value: string]

/** Given to Chromium before it starts. `developmentHost` is Vite's, in a development run. */
export function ownSwitches(platform: NodeJS.Platform, developmentHost: string | null): readonly Switch[] {
  const exception = developmentHost === null ? '' : `, EXCLUDE ${developmentHost}`
  return [
    // Every name, and every address written as a name, fails in the resolver.
    ['host-resolver-rules', `MAP * ~NOTFOUND${exception}`],
    // Looking for a proxy is a request of its own (http://wpad/wpad.dat).
    ['no-proxy-server', ''],
    // The switch lost its `force-` between Chromium's versions; a name that is not known is ignored.
    ['webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
    // No keyring is asked for a secret the app does not have.
    ...(platform === 'linux' ? [['password-store', 'basic'] as const] : []),
  ]
}
