import type { ReactNode } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import type { Refusal } from '../../app/actions/action.ts'
import type { Edit } from '../../app/editing/case-editing.tsx'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { SheetDay, SheetForm, SheetLine, SheetPaper, SheetProse, SheetSegment, SheetSelect, SheetYesNo } from './sheet-fields.tsx'
import { dayNeed, firstEmpty, noPaper, paperOf, type Sheet, useSheet, written } from './use-sheet.ts'

const languages =
  'am ar az bg bn bs ckb cs da de el en es et fa fi fr ha hi hr hu hy it ka kmr ku ln lt lv mk mn nb ne nl om pa pl prs ps pt rmy ro rom ru sk sl so sq sr sw ta th ti tl tr uk ur vi wo yo zh'.split(
    ' ',
  )
const withInterpreter = ({ interpreter }: Sheet): boolean => interpreter === 'authorised' || interpreter === 'not-authorised'

const empty = (today: string): Sheet => ({
  on: today,
  interviewer: '',
  alone: '',
  interpreter: '',
  language: '',
  channel: '',
  method: '',
  words: '',
  wants: '',
  informed: '',
  wishes: '',
  paper: noPaper,
})

function needs(sheet: Sheet, today: string): Refusal | undefined {
  const more = withInterpreter(sheet) ? ['language', 'channel'] : []
  return dayNeed(sheet['on'], today) ?? firstEmpty(sheet, ['interviewer', 'alone', 'interpreter', ...more, 'wants', 'informed'])
}

function edits(sheet: Sheet, today: string, title: string): readonly Edit[] {
  const day = typedDay(sheet['on'] ?? '', today) ?? today
  const { proof, edits: papers } = paperOf(sheet['paper'], day, { type: 'DOC_VIEWS', title, issuer: sheet['interviewer'] ?? '' })
  const { language = '', channel = '' } = sheet
  const wishes = (sheet['wishes'] ?? '').split('\n').flatMap((line) => (line.trim() === '' ? [] : [{ wish: line.trim() }]))
  const value = {
    happenedOn: day,
    recordedAt: 'now',
    ...proof,
    ...written('interviewer', sheet['interviewer']),
    alone: sheet['alone'] === 'yes',
    ...(withInterpreter(sheet) ? { interpreter: { language, authorised: sheet['interpreter'] === 'authorised', channel } } : {}),
    ...written('method', sheet['method']),
    ...written('words', sheet['words']),
    wantsToReturn: sheet['wants'] ?? '',
    informedOfAlternatives: sheet['informed'] === 'yes',
    wishes,
  }
  return [{ at: '/talks/+', value }, ...papers]
}

/** A talk with the child: the setting first, then the child's own words and wishes. */
export function TalkForm({ onClose }: { readonly onClose: () => void }): ReactNode {
  const { t, tOr } = useSpeech()
  const { today } = useRegister()
  const sheet = useSheet({
    place: '/talks/+',
    empty: empty(today),
    needs: (each) => needs(each, today),
    edits: (each) => edits(each, today, t('document-type.DOC_VIEWS')),
    onSaved: onClose,
  })
  const coded = (ids: readonly string[], key: string) => ids.map((id) => ({ id, label: t(`${key}.${id}`) }))
  return (
    <SheetForm sheet={sheet} label={t('consent.newTalk')} save="consent.saveTalk" onClose={onClose}>
      <SheetDay name="on" label={t('consent.talk.on')} />
      <SheetLine name="interviewer" label={t('consent.talk.interviewer')} />
      <SheetYesNo name="alone" label={t('consent.talk.alone')} />
      <SheetSegment
        name="interpreter"
        label={t('consent.talk.interpreter')}
        choices={coded(['authorised', 'not-authorised', 'none'], 'consent.interpreter')}
      />
      {withInterpreter(sheet.field.shown) ? (
        <>
          <SheetSelect
            name="language"
            label={t('consent.talk.language')}
            choices={languages
              .map((id) => ({ id, label: tOr([`language.${id}`]) }))
              .toSorted((one, other) => one.label.localeCompare(other.label))}
          />
          <SheetSegment
            name="channel"
            label={t('consent.talk.channel')}
            choices={['in-person', 'video', 'phone'].map((id) => ({ id, label: t(`record.value.${id}`) }))}
          />
        </>
      ) : null}
      <SheetLine name="method" label={t('consent.talk.method')} optional />
      <SheetProse name="words" label={t('consent.talk.words')} help={t('consent.talk.wordsHelp')} optional />
      <SheetSegment name="wants" label={t('consent.talk.wants')} choices={coded(['yes', 'no', 'unsure', 'not-asked'], 'record.value')} />
      <SheetYesNo name="informed" label={t('consent.talk.informed')} />
      <SheetProse name="wishes" label={t('consent.talk.wishes')} help={t('consent.talk.wishesHelp')} optional />
      <SheetPaper type="DOC_VIEWS" />
    </SheetForm>
  )
}
