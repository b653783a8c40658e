import type { ReactNode } from 'react'
import { useSpeech } from '../../app/text.ts'
import { CaseChoice, CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseMany } from '../../components/case-fields/many-field.tsx'
import { CaseText } from '../../components/case-fields/text-fields.tsx'
import { BirthDate } from './birth-date.tsx'
import css from './child.module.css'
import { useChoices, useListed } from './choices.ts'
import { FieldGroup } from './field-group.tsx'

const sexes = ['F', 'M', 'X', 'U']

/** Who the child is. Names are hidden until they are asked for. */
export function IdentityGroup(): ReactNode {
  const { t } = useSpeech()
  return (
    <FieldGroup title={t('child.identity')} id="identity">
      <CaseText at="/child/alias" label={t('child.alias')} help={t('child.alias.help')} needed={t('child.alias.needed')} size="middle" />
      <div className={css['pair']}>
        <CaseText at="/child/givenName" label={t('child.givenName')} help={t('child.name.help')} needed={t('child.name.needed')} />
        <CaseText at="/child/familyName" label={t('child.familyName')} help={t('child.name.help')} needed={t('child.name.needed')} />
      </div>
      <BirthDate />
      <CaseChoice at="/child/sex" label={t('child.sex')} choices={useChoices(sexes, 'sex')} />
      <CaseMany
        at="/child/citizenships"
        label={t('child.citizenships')}
        help={t('child.citizenships.help')}
        needed={t('child.citizenships.needed')}
        choices={useListed('citizenship')}
        unknown="UNK"
      />
      <CaseYesNo at="/child/protectedIdentity" label={t('child.protected')} help={t('child.protected.help')} keeps="truth" />
    </FieldGroup>
  )
}
