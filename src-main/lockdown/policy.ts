/**
 * The headers of every answer, with the page's content security policy. Nothing inline, nothing from
 * elsewhere, no markup from strings; scripts come from the app's own files.
 * https://w3c.github.io/webappsec-csp/, https://w3c.github.io/trusted-types/
 */
import { workerPolicyName } from '../../src-bridge/worker.ts'

type Directives = Readonly<Record<string, readonly string[]>>

const policy = (directives: Directives): string =>
  Object.entries(directives)
    .map(([name, values]) => [name, ...values].join(' '))
    .join('; ')

export const pageDirectives: Directives = {
  'default-src': ["'none'"],
  'script-src': ["'self'"],
  'style-src': ["'self'"],
  'style-src-attr': ["'none'"],
  'img-src': ["'self'"],
  'font-src': ["'self'"],
  'connect-src': ["'self'"],
  'worker-src': ["'self'"],
  'media-src': ["'none'"],
  'frame-src': ["'none'"],
  'child-src': ["'none'"],
  'object-src': ["'none'"],
  'manifest-src': ["'none'"],
  'base-uri': ["'none'"],
  'form-action': ["'none'"],
  'frame-ancestors': ["'none'"],
  'require-trusted-types-for': ["'script'"],
  // Svelte's own policy is not among them: with `fragments: 'tree'` it builds nothing from strings, and leaves
  // the policy out of the bundle. A component that brought it back would fail at once.
  'trusted-types': [workerPolicyName],
}

/** For bytes that came in a pack, should one ever be opened as a document: no script, no origin. */
const contentDirectives: Directives = {
  'default-src': ["'none'"],
  'frame-ancestors': ["'none'"],
  sandbox: [],
}

/** Features a page could ask for. Copying is left on: in a browser the page does it, in Electron main does. */
const features = [
  'accelerometer',
  'autoplay',
  'camera',
  'clipboard-read',
  'display-capture',
  'encrypted-media',
  'fullscreen',
  'gamepad',
  'geolocation',
  'gyroscope',
  'hid',
  'identity-credentials-get',
  'idle-detection',
  'keyboard-map',
  'local-fonts',
  'magnetometer',
  'microphone',
  'midi',
  'payment',
  'picture-in-picture',
  'publickey-credentials-get',
  'screen-wake-lock',
  'serial',
  'storage-access',
  'usb',
  'window-management',
  'xr-spatial-tracking',
]

const common = {
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-embedder-policy': 'require-corp',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'x-dns-prefetch-control': 'off',
  'permissions-policy': features.map((feature) => `${feature}=()`).join(', '),
  // The library is on the disk already; a copy in a browser's cache would outlive the app.
  'cache-control': 'no-store',
}

export const pageHeaders = { ...common, 'content-security-policy': policy(pageDirectives) }
export const contentHeaders = { ...common, 'content-security-policy': policy(contentDirectives) }
