import type { ReactNode } from 'react'
import { personRoles } from '#domain/case/people.ts'
import { useAnswer } from '../../app/queries.ts'
import { mayBeContacted } from '../../app/roles.ts'
import { useSpeech } from '../../app/text.ts'
import { CaseChips } from '../../components/case-fields/chips-field.tsx'
import { CaseYesNo } from '../../components/case-fields/choice-fields.tsx'
import { CaseCombo } from '../../components/case-fields/combo-field.tsx'
import type { CaseRecord } from '../../components/case-fields/record-list.tsx'
import { CaseProse, CaseText } from '../../components/case-fields/text-fields.tsx'
import { StatusTag, StatusText } from '../../components/status-tag.tsx'
import { Appointments } from './appointments.tsx'
import css from './people.module.css'
import { kinChoices, kinKeeps, personOf } from './person-words.ts'

type Given = { readonly at: string; readonly record: CaseRecord }

/** Everything about one person: who, whether contact is safe, how to reach them, and what they are appointed to. */
export function PersonFields({ at, record }: Given): ReactNode {
  const speech = useSpeech()
  const { t } = speech
  const roles = personRoles.map((id) => ({ id, label: t(`person-role.${id}`) }))
  return (
    <>
      <Group title={t('people.group.who')}>
        <CaseText at={`${at}/name`} label={t('people.name')} needed={t('people.nameNeeded')} />
        <CaseChips at={`${at}/roles`} label={t('people.roles')} choices={roles} needed={t('people.rolesNeeded')} />
        <CaseCombo
          at={`${at}/relation`}
          label={t('people.relation')}
          help={t('people.relation.help')}
          choices={kinChoices(speech)}
          keeps={kinKeeps}
          optional
        />
        <CaseYesNo at={`${at}/custodian`} label={t('people.custodian')} keeps="truth" />
        <div className={css['pair']}>
          <CaseText at={`${at}/organisation`} label={t('people.organisation')} optional />
          <CaseText at={`${at}/position`} label={t('people.position')} optional />
        </div>
      </Group>
      <Safety at={at} record={record} />
      <Reach at={at} record={record} />
      <Appointments at={at} record={record} />
    </>
  )
}

function Group({ title, children }: { readonly title: string; readonly children: ReactNode }): ReactNode {
  return (
    <fieldset className={css['group']}>
      <legend className={css['group-title']}>{title}</legend>
      <div className={css['fields']}>{children}</div>
    </fieldset>
  )
}

function Safety({ at, record }: Given): ReactNode {
  const { t } = useSpeech()
  const { safeToContact } = personOf(record)
  return (
    <Group title={t('people.group.safety')}>
      <CaseYesNo at={`${at}/safeToContact`} label={t('people.safe')} help={t('people.safe.help')} />
      {safeToContact === 'no' ? (
        <CaseProse
          at={`${at}/safetyNote`}
          label={t('people.whyNot')}
          help={t('people.safetyNote.help')}
          needed={t('people.whyNotNeeded')}
        />
      ) : (
        <CaseProse at={`${at}/safetyNote`} label={t('people.safetyNote')} help={t('people.safetyNote.help')} optional />
      )}
      <CaseYesNo at={`${at}/mustNotLearnAddress`} label={t('people.notAddress')} help={t('people.notAddress.help')} keeps="truth" />
    </Group>
  )
}

const staysWords = { yes: 'people.staysSecret', no: 'people.stays', unknown: 'people.staysUnknown' } as const

/** Address and numbers, and over them whether they may leave the register at all. */
function Reach({ at, record }: Given): ReactNode {
  const { t, tOr } = useSpeech()
  const person = personOf(record)
  const known = useAnswer('partner.list', {}).data?.countries ?? []
  const countries = known
    .map((id) => ({ id, label: tOr([`country.${id}`]) }))
    .toSorted((one, other) => one.label.localeCompare(other.label))
  return (
    <Group title={t('people.group.reach')}>
      <p data-may-leave={mayBeContacted(person) && !person.mustNotLearnAddress}>
        {mayBeContacted(person) && !person.mustNotLearnAddress ? (
          <StatusText status="met">{t('people.mayLeave')}</StatusText>
        ) : (
          <StatusTag status="stop">{t(staysWords[person.safeToContact])}</StatusTag>
        )}
      </p>
      <div className={css['pair']}>
        <CaseText at={`${at}/phone`} label={t('people.phone')} optional />
        <CaseText at={`${at}/email`} label={t('people.email')} optional />
      </div>
      <CaseText at={`${at}/streetAddress`} label={t('people.streetAddress')} help={t('people.streetAddress.help')} optional />
      <div className={css['pair']}>
        <CaseText at={`${at}/town`} label={t('people.town')} optional />
        <CaseCombo at={`${at}/country`} label={t('people.country')} choices={countries} optional />
      </div>
    </Group>
  )
}
