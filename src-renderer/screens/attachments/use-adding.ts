import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import type { Output } from '#contract/operations.ts'
import { windowOperations } from '#contract/operations.ts'
import { CallFailure, call } from '../../app/call.ts'
import { forget } from '../../app/queries.ts'
import { type Speech, useSpeech } from '../../app/text.ts'
import { describedBy, type Fields } from './described.ts'
import { upload } from './upload.ts'
import { plainName } from './words.ts'

type Waiting = { readonly key: number; readonly file: File; readonly fields: Fields }
type Progress = { readonly at: number; readonly of: number; readonly share: number }
type Outcome = { readonly key: number; readonly text: string; readonly done: boolean }

/** Adds files one after the other and says what came of each; gives back those that were refused. */
export function useAdding(reference: string) {
  const speech = useSpeech()
  const client = useQueryClient()
  const [progress, setProgress] = useState<Progress>()
  const [outcomes, setOutcomes] = useState<readonly Outcome[]>([])
  const add = async <Each extends Waiting>(files: readonly Each[]): Promise<readonly Each[]> => {
    const left: Each[] = []
    setOutcomes([])
    for (const [index, each] of files.entries()) {
      const show = (share: number): void => setProgress({ at: index + 1, of: files.length, share })
      show(0)
      const outcome = await addOne(speech, reference, each, index + 1, show)
      if (!outcome.done) left.push(each)
      setOutcomes((now) => [...now, outcome])
    }
    setProgress(undefined)
    await forget(client, windowOperations['attachment.finish'].refreshes)
    return left
  }
  return { progress, outcomes, add, forget: () => setOutcomes([]) }
}

async function addOne(
  speech: Speech,
  reference: string,
  { key, file, fields }: Waiting,
  n: number,
  onShare: (share: number) => void,
): Promise<Outcome> {
  const { t, has } = speech
  // What is said stays on the screen: it counts the files and leaves their names out.
  const name = t('attachment.fileNumber', { n })
  try {
    const { attachment, sameContent } = await upload(file, { reference, ...describedBy(speech, fields) }, onShare)
    const type = plainName(speech, attachment)
    const same = await namesOf(speech, reference, sameContent)
    const said = same === '' ? t('attachment.added', { name, type }) : t('attachment.same', { name, types: same })
    const misleads = attachment.misleads ? ` ${t('attachment.misleads', { kind: t(`attachment.kind.${attachment.kind}`) })}` : ''
    return { key, text: said + misleads, done: true }
  } catch (error) {
    if (!(error instanceof CallFailure)) throw error
    const { code, messageKey, values } = error.failure
    if (code === 'attachment-duplicate') {
      const type = await namesOf(speech, reference, [String(values?.['attachment'])])
      return { key, text: t('attachment.duplicate', { name, type }), done: true }
    }
    const why = [messageKey, `failure.${code}`].find(has)
    return { key, text: t('attachment.refused', { name, why: why === undefined ? code : t(why, values) }), done: false }
  }
}

/** Attachments by type and day. */
async function namesOf(speech: Speech, reference: string, ids: readonly string[]): Promise<string> {
  if (ids.length === 0) return ''
  const { attachments }: Output<'attachment.list'> = await call('attachment.list', { reference })
  const found = attachments.filter(({ id }) => ids.includes(id))
  return found.map((each) => plainName(speech, each)).join('; ')
}
