import type { Failure } from '#contract/operations.ts'
import { partnerCells } from '#domain/partners/cells.ts'
import { type ImportPreview, type ImportRow, previewImport } from '#domain/partners/import-sheet.ts'
import type { Partner } from '#domain/partners/partner.ts'
import { checkedColumn, idColumn, sheetColumns } from '#domain/partners/sheet-columns.ts'
import { partnerStanding } from '#domain/partners/standing.ts'
import type { Result } from '#domain/result.ts'
import type { Kept, ToKeep } from './directory-port.ts'
import type { Implementations } from './implementations.ts'
import { done, refused } from './outcome.ts'
import type { Ports } from './ports.ts'
import { saveOutside } from './save-outside.ts'

export const partnerSheetImplementations: Implementations<'partner.preview' | 'partner.import' | 'partner.export'> = {
  'partner.preview': async (ports, { file }) => {
    const looked = await lookInto(ports, file)
    if (!looked.ok) return looked
    const { preview, seal } = looked.value
    return done({ seal, unknown: [...preview.unknown], missing: [...preview.missing], rows: preview.rows.map(shown) })
  },
  'partner.import': async (ports, { file, seal, operationId }) => {
    const looked = await lookInto(ports, file)
    if (!looked.ok) return looked
    const { preview, partners } = looked.value
    if (looked.value.seal !== seal) return refused('import-changed')
    const records = preview.rows.flatMap((row) => recordOf(ports, row, partners))
    if (records.length === 0) return refused('import-nothing')
    const written = await ports.directory.keep({ action: 'partners.imported', operationId, records })
    if (!written.ok) return written
    const count = (state: ImportRow['state']) => preview.rows.filter((row) => row.state === state).length
    return done({ added: count('new'), changed: count('changed'), refused: count('refused') })
  },
  'partner.export': async (ports, { folder, name, format, operationId }) => {
    const { directory, sheets, files, clock } = ports
    const today = clock.today()
    const partners = await directory.partners()
    const rows = partners.map(({ content }) => partnerCells(content, partnerStanding(content, today).checkedOn, sheets.words))
    const heading = [idColumn, ...sheetColumns.map(({ field }) => field), checkedColumn].map(
      (field) => sheets.words.heading(field)[0] ?? field,
    )
    const bytes = await sheets.write(format, { name: sheets.text('screen.partners.sheet'), heading, rows })
    const fileName = name ?? `${sheets.text('screen.partners.sheet').toLowerCase()}-${today}.${format}`
    const saved = await saveOutside(files, { folder, name: fileName, bytes }, () =>
      directory.recordRead({ action: 'partners.exported', operationId, detail: { partners: rows.length, format } }),
    )
    return saved.ok ? done({ file: saved.value, partners: rows.length }) : saved
  },
}

type Looked = { readonly preview: ImportPreview; readonly seal: string; readonly partners: readonly Kept<Partner>[] }

async function lookInto({ files, sheets, directory }: Ports, file: string): Promise<Result<Looked, Failure>> {
  const bytes = await files.read(file, sheets.largest)
  if (!bytes.ok) return bytes
  const sheet = await sheets.read(bytes.value)
  if (!sheet.ok) return sheet
  const partners = await directory.partners()
  const here = partners.map(({ content }) => content)
  const preview = previewImport(sheet.value, here, sheets.words, [checkedColumn])
  // Changes with the file, and with anything in the directory that the preview was made of.
  const seal = sheets.digest(JSON.stringify([preview, partners.map(({ version, content }) => [content.id, version])]))
  return done({ preview, seal, partners })
}

const shown = ({ line, state, name, changes, faults }: ImportRow) => ({
  line,
  state,
  name,
  changes: changes.map((change) => ({ ...change })),
  faults: faults.map((fault) => ({ ...fault, values: { ...fault.values } })),
})

function recordOf({ directory }: Ports, { state, id, details }: ImportRow, partners: readonly Kept<Partner>[]): readonly ToKeep[] {
  if (details === undefined || (state !== 'new' && state !== 'changed')) return []
  const there = partners.find(({ content }) => content.id === id)
  if (there === undefined) return [{ kind: 'partner', before: 0, content: { id: directory.newId(), details, checks: [] } }]
  return [{ kind: 'partner', before: there.version, content: { ...there.content, details } }]
}
