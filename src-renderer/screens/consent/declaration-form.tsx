import type { ReactNode } from 'react'
import { typedDay } from '#domain/dates-typed.ts'
import { useRegister } from '../../app/status-context.ts'
import { useSpeech } from '../../app/text.ts'
import { Glyph } from '../../components/glyph.tsx'
import css from './consent.module.css'
import type { Records } from './records.ts'
import { SheetDay, SheetForm, SheetPaper, SheetSegment } from './sheet-fields.tsx'
import { dayNeed, firstEmpty, noPaper, paperOf, useSheet } from './use-sheet.ts'
import { voiceChoices } from './voices.ts'

const steps = ['given', 'confirmed', 'spoken-yes', 'spoken-no']
type Given = { readonly records: Records; readonly hasCustodian: boolean; readonly onClose: () => void }

/** The declaration of voluntary return, its confirmation, or the answer on the day of travel. A withdrawal has its own button. */
export function DeclarationForm({ records, hasCustodian, onClose }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const { today } = useRegister()
  const dayOf = (typed: string | undefined): string => typedDay(typed ?? '', today) ?? today
  const sheet = useSheet({
    place: '/returnDeclarations/+',
    empty: { on: today, step: '', by: '', paper: noPaper },
    needs: (each) => dayNeed(each['on'], today) ?? firstEmpty(each, ['step', 'by']),
    edits: ({ on, step = '', by = '', paper }) => {
      const day = dayOf(on)
      const issuer = voiceChoices(speech, hasCustodian).find(({ id }) => id === by)?.label ?? by
      const { proof, edits } = paperOf(paper, day, { type: 'DOC_VOLDECL', title: t('document-type.DOC_VOLDECL'), issuer })
      return [{ at: '/returnDeclarations/+', value: { happenedOn: day, recordedAt: 'now', ...proof, step, by: by.split(' ') } }, ...edits]
    },
    onSaved: onClose,
  })
  const day = dayOf(sheet.get('on'))
  const beforeTalk = sheet.get('step') === 'given' && !records.talks.some((talk) => talk.happenedOn <= day)
  return (
    <SheetForm sheet={sheet} label={t('consent.newDeclaration')} save="consent.saveDeclaration" onClose={onClose}>
      <SheetSegment
        name="step"
        label={t('consent.declaration.step')}
        choices={steps.map((id) => ({ id, label: t(`consent.step.${id}`) }))}
      />
      <SheetSegment name="by" label={t('consent.declaration.by')} choices={voiceChoices(speech, hasCustodian)} />
      <SheetDay name="on" label={t('consent.declaration.on')} />
      {beforeTalk ? (
        <p className={css['warning']}>
          <Glyph status="soon" size={14} />
          {t('consent.beforeTalk')}
        </p>
      ) : null}
      {sheet.get('step') === 'spoken-no' ? (
        <p className={css['warning']}>
          <Glyph status="pause" size={14} />
          {t('consent.noPauses')}
        </p>
      ) : null}
      <SheetPaper type="DOC_VOLDECL" />
    </SheetForm>
  )
}
