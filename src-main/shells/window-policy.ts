import { readFile } from 'node:fs/promises'
import { extname, resolve, sep } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The window's origin. `.invalid` never resolves (RFC 2606): a request that escaped the shell would reach nobody. */
export const origin = 'https://app.invalid'
export const homeAddress = `${origin}/index.html`

export const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  // A picture of a case comes from the window's own memory.
  "img-src 'self' data: blob:",
  "font-src 'self'",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

const forbiddenFeatures = ['camera', 'microphone', 'geolocation', 'display-capture', 'hid', 'midi', 'payment', 'serial', 'usb']

const commonHeaders = {
  'content-security-policy': contentSecurityPolicy,
  'permissions-policy': forbiddenFeatures.map((feature) => `${feature}=()`).join(', '),
  'x-content-type-options': 'nosniff',
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'referrer-policy': 'no-referrer',
  'cache-control': 'no-store',
}

const contentTypes: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.woff2': 'font/woff2',
  '.ttf': 'font/ttf',
  '.bcmap': 'application/octet-stream',
  '.pfb': 'application/octet-stream',
}

/** Chromium switches of both shells: the window's engine talks to nobody, not even to its maker. */
export const networkSilence = [
  ['disable-background-networking'],
  ['disable-component-update'],
  ['disable-domain-reliability'],
  ['disable-sync'],
  ['disable-quic'],
  ['no-pings'],
  ['force-webrtc-ip-handling-policy', 'disable_non_proxied_udp'],
  ['host-resolver-rules', 'MAP * ~NOTFOUND'],
  ['proxy-server', 'http://127.0.0.1:9'],
] as const satisfies readonly (readonly [string, string?])[]

/** Whether an address is one that the window's page may ask for at all. */
export function isOurs(address: string): boolean {
  const url = URL.parse(address)
  return url !== null && url.protocol === 'https:' && url.origin === origin
}

/** The only navigation that is let through: the top frame to its own first page. */
export function mayNavigate(address: string, isMainFrame: boolean): boolean {
  const url = URL.parse(address)
  return isMainFrame && url !== null && `${url.origin}${url.pathname}` === homeAddress && isOurs(address)
}

export interface Served {
  readonly status: 200 | 404
  readonly headers: Readonly<Record<string, string>>
  readonly body: Buffer<ArrayBuffer>
}
const refused: Served = { status: 404, headers: commonHeaders, body: Buffer.alloc(0) }

/** Answers a request of the window from the folder of the built renderer, and nothing outside it. Never throws. */
export async function serve(renderer: URL, method: string, address: string): Promise<Served> {
  if (method !== 'GET' || !isOurs(address)) return refused
  const file = fileInside(fileURLToPath(renderer), new URL(address).pathname)
  const type = file === undefined ? undefined : contentTypes[extname(file)]
  if (file === undefined || type === undefined) return refused
  try {
    return { status: 200, headers: { ...commonHeaders, 'content-type': type }, body: await readFile(file) }
  } catch {
    return refused
  }
}

function fileInside(folder: string, pathname: string): string | undefined {
  const path = decode(pathname)
  if (path === undefined || path.includes('\0')) return undefined
  const file = resolve(folder, `.${path}`)
  return file.startsWith(folder.endsWith(sep) ? folder : folder + sep) ? file : undefined
}

function decode(pathname: string): string | undefined {
  try {
    return decodeURIComponent(pathname)
  } catch {
    return undefined
  }
}
