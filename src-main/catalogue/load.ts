import { readFileSync } from 'node:fs'
import { z } from 'zod'
import { type Catalogue, catalogueSchema } from '#domain/catalogue/catalogue.ts'
import { provenanceSchema } from '#domain/catalogue/provenance.ts'
import type { Result } from '#domain/result.ts'
import { type CatalogueFault, catalogueFault } from './faults.ts'
import { catalogueFiles, type Part } from './files.ts'
import { referenceFaults } from './references.ts'
import { shapeFaults } from './shape-faults.ts'

const editionFile = z.strictObject({ version: z.unknown() })
const item = z.record(z.string(), z.unknown())
const listFile = z.strictObject({ provenance: provenanceSchema.optional(), items: item.array() })
const templateFile = listFile.extend({ id: z.unknown() })

/**
 * Reads and checks the catalogue: the shape of each item, unique ids, references between lists, a rule in code for each safeguard and deadline.
 * An item without its own provenance takes that of its list. Every fault is reported, none is thrown.
 */
export function loadCatalogue(folder: URL): Result<Catalogue, readonly CatalogueFault[]> {
  const faults: CatalogueFault[] = []
  const parts: Record<string, unknown> = {}
  for (const part of Object.keys(catalogueFiles) as Part[]) {
    const read = readPart(folder, part)
    if (read.ok) parts[part] = read.value
    else faults.push(...read.error)
  }
  if (faults.length > 0) return { ok: false, error: faults }
  const parsed = catalogueSchema.safeParse(parts)
  if (!parsed.success) return { ok: false, error: shapeFaults(parsed.error.issues, parts, new Map()).map(inItsFile) }
  const dangling = referenceFaults(parsed.data)
  return dangling.length > 0 ? { ok: false, error: dangling } : { ok: true, value: parsed.data }
}

function readPart(folder: URL, part: Part): Result<unknown, readonly CatalogueFault[]> {
  const file = catalogueFiles[part]
  const content = readJson(new URL(file, folder), file)
  if (!content.ok) return content
  if (part === 'riskScheme' || part === 'planProfiles') return content
  if (part === 'version') return within(file, editionFile, content.value, ({ version }) => version)
  if (part === 'followUpTemplate')
    return within(file, templateFile, content.value, ({ id, provenance, items }) => ({ id, rows: withProvenance(items, provenance) }))
  return within(file, listFile, content.value, ({ provenance, items }) => withProvenance(items, provenance))
}

function readJson(url: URL, file: string): Result<unknown, readonly CatalogueFault[]> {
  let text: string
  try {
    text = readFileSync(url, 'utf8')
  } catch {
    return { ok: false, error: [catalogueFault(file, '$', 'unreadable')] }
  }
  try {
    return { ok: true, value: JSON.parse(text) }
  } catch (error) {
    const found = error instanceof SyntaxError ? error.message : ''
    return { ok: false, error: [catalogueFault(file, '$', 'not-json', { found })] }
  }
}

function within<Shape>(
  file: string,
  schema: z.ZodType<Shape>,
  content: unknown,
  take: (shape: Shape) => unknown,
): Result<unknown, readonly CatalogueFault[]> {
  const parsed = schema.safeParse(content)
  if (parsed.success) return { ok: true, value: take(parsed.data) }
  const found = shapeFaults(parsed.error.issues, content, new Map())
  return { ok: false, error: found.map(({ path, code, ...values }) => catalogueFault(file, path, code, values)) }
}

type Items = z.infer<typeof listFile>['items']

const withProvenance = (items: Items, provenance: z.infer<typeof provenanceSchema> | undefined): Items =>
  items.map((each) => ('standing' in each ? each : { ...each, ...provenance }))

/** The whole catalogue is checked at once; a fault is told in the file where it can be mended. */
function inItsFile({ path, code, ...values }: ReturnType<typeof shapeFaults>[number]): CatalogueFault {
  const part = (Object.keys(catalogueFiles) as Part[]).find(
    (each) => path === `$.${each}` || path.startsWith(`$.${each}.`) || path.startsWith(`$.${each}[`),
  )
  if (part === undefined) return catalogueFault('', path, code, values)
  const rest = path.slice(`$.${part}`.length)
  const here =
    part === 'followUpTemplate'
      ? rest.replace(/^\.rows/, '.items')
      : part === 'riskScheme'
        ? rest
        : part === 'version'
          ? '.version'
          : `.items${rest}`
  return catalogueFault(catalogueFiles[part], `$${here}`, code, values)
}
