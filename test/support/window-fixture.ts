import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const page = `<!doctype html>
<html lang="sv"><head><meta charset="utf-8"><title>Prov</title><script src="/page.js"></script></head>
<body><h1>Prov</h1>
<a id="elsewhere" target="_blank" href="https://elsewhere.invalid/">bort</a>
<a id="download" download="plan.txt">spara</a>
<script>window.inline = true</script>
</body></html>`

const script = `window.marked = true
try {
  window.evaluated = new Function('return true')()
} catch {
  window.evaluated = false
}
// Made by the page itself, so that no request is there to refuse.
addEventListener('DOMContentLoaded', () => {
  document.getElementById('download').href = URL.createObjectURL(new Blob(['plan']))
})
`

/** A small built window, with a file beside its folder that must never be served. */
export async function windowFixture(): Promise<{ readonly renderer: URL; remove(): Promise<void> }> {
  const folder = await mkdtemp(join(tmpdir(), 'hemvag-test-'))
  await mkdir(join(folder, 'renderer'))
  await mkdir(join(folder, 'renderer-other'))
  await writeFile(join(folder, 'renderer/index.html'), page)
  await writeFile(join(folder, 'renderer/page.js'), script)
  await writeFile(join(folder, 'renderer/picture.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')
  await writeFile(join(folder, 'renderer/notes.txt'), 'not a kind that is served')
  await writeFile(join(folder, 'secret.html'), 'secret')
  await writeFile(join(folder, 'renderer-other/secret.html'), 'secret')
  return { renderer: pathToFileURL(`${join(folder, 'renderer')}/`), remove: () => rm(folder, { recursive: true, force: true }) }
}
