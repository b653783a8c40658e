import type { Session, WebContents } from 'electron'
import { isOurs, mayNavigate, serve } from '../window-policy.ts'

const filtered = { urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*', 'ftp://*/*', 'file://*/*'] }

/** A session that serves the built renderer and nothing else: no network, no files, no permissions, no downloads. */
export function lockSession(session: Session, renderer: URL): void {
  session.protocol.handle('https', async (request) => {
    const served = await serve(renderer, request.method, request.url)
    return new Response(served.body, { status: served.status, headers: served.headers })
  })
  session.webRequest.onBeforeRequest(filtered, (details, callback) => callback({ cancel: !isOurs(details.url) }))
  session.setPermissionRequestHandler((_contents, _permission, callback) => callback(false))
  session.setPermissionCheckHandler(() => false)
  session.setDevicePermissionHandler(() => false)
  session.setDisplayMediaRequestHandler((_request, callback) => callback(null))
  session.on('will-download', (event) => event.preventDefault())
  // On Linux and Windows the spelling dictionaries would be fetched from a server.
  session.setSpellCheckerEnabled(false)
}

/** Every page, whoever makes it: stays where it is, opens nothing, holds no other page. */
export function lockContents(contents: WebContents): void {
  contents.setWindowOpenHandler(() => ({ action: 'deny' }))
  contents.setWebRTCIPHandlingPolicy('disable_non_proxied_udp')
  contents.on('will-attach-webview', (event) => event.preventDefault())
  contents.on('will-frame-navigate', (details) => {
    if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault()
  })
  contents.on('will-redirect', (details) => {
    if (!mayNavigate(details.url, details.isMainFrame)) details.preventDefault()
  })
}
