/** Part of the build: a damaged catalogue or form stops it, with every fault named by file and place for whoever changed it. */
import type { CatalogueFault } from './faults.ts'
import { loadCatalogue } from './load.ts'
import { translator } from './messages.ts'
import { loadQuestionnaires } from './questionnaires.ts'

const resources = new URL('../../resources/', import.meta.url)

function faultsFound(): readonly CatalogueFault[] {
  const catalogue = loadCatalogue(new URL('catalogue/', resources))
  if (!catalogue.ok) return catalogue.error
  const forms = loadQuestionnaires(
    [{ forms: new URL('questionnaires/', resources), messages: new URL('messages/', resources) }],
    catalogue.value,
  )
  return forms.ok ? [] : forms.error
}

const [sv, en] = [translator('sv'), translator('en')]
for (const { messageKey, values } of faultsFound()) {
  process.stderr.write(`${sv(messageKey, values)}\n${en(messageKey, values)}\n`)
  process.exitCode = 1
}
