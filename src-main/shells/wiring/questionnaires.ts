import { type FormPlace, type Library, loadQuestionnaires } from '#catalogue/questionnaires.ts'
import type { QuestionnairesPort } from '#operations/questionnaires-port.ts'
import { resources } from '../resources.ts'
import { catalogue } from './catalogue.ts'

const shipped: FormPlace = { forms: new URL('questionnaires/', resources), messages: new URL('messages/', resources) }

/** The shipped forms and those of further folders, read and checked when they are first asked for. */
export function questionnairesPort(more: readonly FormPlace[] = []): QuestionnairesPort {
  let loaded: Library | undefined
  const library = (): Library => {
    if (loaded !== undefined) return loaded
    const read = loadQuestionnaires([shipped, ...more], catalogue())
    if (!read.ok) throw new Error(`a form is damaged: ${read.error[0]?.file} ${read.error[0]?.code}`)
    loaded = read.value
    return loaded
  }
  return { definitions: () => library().definitions, text: (language, keys) => library().text(language, keys) }
}
