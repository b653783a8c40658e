import type { Output } from '#contract/operations.ts'
import type { Speech } from '../../app/text.ts'
import type { Overview } from '../../components/screen.tsx'
import type { StatusId } from '../../components/status.ts'
import type { Records, Talk } from './records.ts'
import { voicesInWords, whoInWords } from './voices.ts'

/** One thing on the line: when, what, in whose words. A planned one is a ring. */
export type Entry = {
  readonly key: string
  readonly on: string
  readonly icon: 'talk' | 'told' | StatusId
  readonly title: string
  readonly words?: string | undefined
  readonly line: string
}

type Given = { readonly records: Records; readonly view: Output<'consent.view'>; readonly overview: Overview }

/** Talks, declarations, what the child was told, decisions to go on, and what is still to come, in the order of the days. */
export function timelineEntries(speech: Speech, { records, view, overview }: Given): readonly Entry[] {
  const { t, tOr } = speech
  const entries: Entry[] = [
    ...records.talks.map(
      (talk, index): Entry => ({
        key: `talk ${index}`,
        on: talk.happenedOn,
        icon: 'talk',
        title: t('consent.talkTitle'),
        words: talk.words,
        line: talkLine(speech, talk),
      }),
    ),
    ...records.declarations.map(
      ({ happenedOn, step, by }, index): Entry => ({
        key: `declaration ${index}`,
        on: happenedOn,
        icon: step === 'withdrawn' || step === 'spoken-no' ? 'pause' : 'met',
        title: t(`consent.entry.${step}`),
        line: voicesInWords(speech, by),
      }),
    ),
    ...records.informed.map(
      ({ on, language, by }): Entry => ({
        key: `told ${on}`,
        on,
        icon: 'told',
        title: t('consent.entry.told'),
        line: t('consent.toldIn', {
          language: tOr([`language.${language}`]),
          who: by === undefined ? 'none' : whoInWords(speech, by, 'consent.interviewerHidden'),
        }),
      }),
    ),
    ...view.resumptions.map(
      ({ on, by, reason }): Entry => ({
        key: `resumed ${on}`,
        on,
        icon: 'met',
        title: t('consent.entry.resumed'),
        line: `${by}: ${reason}`,
      }),
    ),
  ]
  return [...entries.toSorted((one, other) => one.on.localeCompare(other.on)), ...planned(speech, records, overview)]
}

/** What is still to come before the journey; nothing while the case is paused. */
function planned({ t }: Speech, { declarations }: Records, { readiness }: Overview): readonly Entry[] {
  const { departure, pause, gates } = readiness
  if (pause !== null || departure === null || declarations.some(({ step }) => step === 'spoken-yes')) return []
  const again = gates.find(({ id, state }) => id === 'G05' && state === 'reconfirm')?.renewFrom ?? null
  const confirm: Entry[] =
    again === null ? [] : [{ key: 'again', on: again, icon: 'open', title: t('consent.entry.again'), line: t('consent.againLine') }]
  return [...confirm, { key: 'spoken', on: departure, icon: 'open', title: t('consent.entry.spoken'), line: t('consent.spokenLine') }]
}

function talkLine(speech: Speech, talk: Talk): string {
  const { t, tOr } = speech
  const { interviewer, alone, interpreter, method, wantsToReturn, informedOfAlternatives } = talk
  const parts = [
    t(alone ? 'consent.aloneWith' : 'consent.notAloneWith', { who: whoInWords(speech, interviewer, 'consent.interviewerHidden') }),
    method,
    interpreter === undefined
      ? t('consent.noInterpreter')
      : t(interpreter.authorised ? 'consent.authorised' : 'consent.notAuthorised', {
          language: tOr([`language.${interpreter.language}`]),
          channel: t(`record.value.${interpreter.channel}`).toLowerCase(),
        }),
    t(`consent.wants.${wantsToReturn}`),
    informedOfAlternatives ? t('consent.informed') : undefined,
  ]
  return parts
    .filter((part) => part !== undefined)
    .map((part) => `${part.replace(/\.$/, '')}.`)
    .join(' ')
}
